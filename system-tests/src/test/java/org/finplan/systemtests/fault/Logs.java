package org.finplan.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How much the programs of a stack write into their logs. */
final class Logs {

    private static final long MOST_BYTES_A_MINUTE = 1 << 20;

    private final Path directory;
    private final Map<String, Long> before;
    private final long since = System.nanoTime();

    Logs(Path directory) {
        this.directory = directory;
        this.before = sizes();
    }

    /** Checks what was written since: below 1 MB a minute for each program, a minute at least. */
    void haveStayedShort() {
        double minutes = Math.max(1, (System.nanoTime() - since) / 6e10);
        sizes().forEach((program, size) -> assertThat((size - before.getOrDefault(program, 0L)) / minutes)
                .as("bytes of log a minute of %s", program)
                .isLessThan(MOST_BYTES_A_MINUTE));
    }

    /** {@return the text of the log of a program} */
    String of(String program) {
        try {
            return Files.readString(directory.resolve(program + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A log that was rotated counts with its parts. */
    private Map<String, Long> sizes() {
        Map<String, Long> sizes = new HashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String program =
                        List.of(file.getFileName().toString().split("\\.", -1)).get(0);
                sizes.merge(program, Files.size(file), Long::sum);
            }
            return sizes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
