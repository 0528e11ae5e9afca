package org.finplan.platform.devstack.kafka;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** Room on the disk of the broker. A start without it can only fail, and what it half writes must be recovered later. */
final class FreeSpace {

    /** What must be free for a start, in MiB: far more than a start writes, since other programs write meanwhile. */
    static final long LEAST = 64;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private FreeSpace() {}

    /**
     * Waits, with growing pauses, until there is room for a start.
     *
     * @param directory directory of the broker's files
     * @param log receives one line at the beginning and one a minute
     */
    static void await(File directory, Consumer<String> log) {
        Duration pause = FIRST_PAUSE;
        Instant nextLine = Instant.now();
        for (long free = free(directory); free < LEAST; free = free(directory)) {
            if (!Instant.now().isBefore(nextLine)) {
                log.accept("the disk is nearly full: " + free + " MB free, Kafka starts when " + LEAST + " MB are");
                nextLine = Instant.now().plus(BETWEEN_LINES);
            }
            LockSupport.parkNanos(pause.toNanos());
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        }
    }

    private static long free(File directory) {
        return directory.getUsableSpace() >> 20;
    }
}
