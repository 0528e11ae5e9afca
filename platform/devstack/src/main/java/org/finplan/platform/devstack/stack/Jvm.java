package org.finplan.platform.devstack.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The JVM of the programs: the JDK that the launcher runs on, heaps that fit a laptop, and the first compiler alone, which
 * halves the work of a start and is warm after seconds. {@code FINPLAN_JAVA_OPTIONS} overrides any of it.
 */
final class Jvm {

    private final String mark;

    Jvm(DataDirectory directory) {
        this.mark = directory.mark();
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** {@return options of the broker: most of its memory is the page cache, not the heap} */
    List<String> kafka() {
        return options("-Xms48m", "-Xmx192m");
    }

    /** {@return options of a service or the gateway} */
    List<String> service() {
        return options("-Xms32m", "-Xmx256m");
    }

    private List<String> options(String... heap) {
        List<String> options = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Xss512k"));
        options.addAll(List.of(heap));
        String own = System.getenv("FINPLAN_JAVA_OPTIONS");
        if (own != null && !own.isBlank()) {
            options.addAll(Arrays.asList(own.strip().split("\\s+", -1)));
        }
        options.add(mark);
        return options;
    }
}
