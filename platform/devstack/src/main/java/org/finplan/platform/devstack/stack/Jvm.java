package org.finplan.platform.devstack.stack;

import java.nio.file.Path;
import java.util.List;

/** The JVM of the programs: the JDK that the launcher runs on, heaps that fit a laptop. */
final class Jvm {

    private static final List<String> SMALL = List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-Xss512k");

    private Jvm() {}

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Kafka: mostly files and the page cache; its code is warm after seconds with the first compiler alone. */
    static List<String> kafka(String mark) {
        return options(List.of("-Xms48m", "-Xmx192m", "-XX:TieredStopAtLevel=1", mark));
    }

    static List<String> service(String mark) {
        return options(List.of("-Xms32m", "-Xmx256m", mark));
    }

    private static List<String> options(List<String> own) {
        return java.util.stream.Stream.concat(SMALL.stream(), own.stream()).toList();
    }
}
