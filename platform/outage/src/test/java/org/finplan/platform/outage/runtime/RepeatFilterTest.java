package org.finplan.platform.outage.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatFilterTest {

    private long now;
    private final RepeatFilter filter = new RepeatFilter(() -> now);

    private long passing(String logger, String message, int times) {
        return IntStream.range(0, times)
                .filter(i -> {
                    LogRecord line = new LogRecord(Level.WARNING, message);
                    line.setLoggerName(logger);
                    return filter.isLoggable(line);
                })
                .count();
    }

    @Test
    void letsTwentyOfAKindThroughInAMinute() {
        assertThat(passing("kafka", "not there {}", 100_000)).isEqualTo(20);
        assertThat(passing("kafka", "something else", 5)).isEqualTo(5);
        assertThat(passing("other", "not there {}", 5)).isEqualTo(5);
        now += TimeUnit.MINUTES.toNanos(1);
        assertThat(passing("kafka", "not there {}", 100)).isEqualTo(20);
    }

    @Test
    void takesMessagesThatDifferInNumbersForOneAndLimitsEachLogger() {
        assertThat(IntStream.range(0, 1_000)
                        .mapToLong(i -> passing("kafka", "partition events-" + i + " has no offset " + 7 * i, 1))
                        .sum())
                .isEqualTo(20);
        assertThat(IntStream.range(0, 26 * 26)
                        .mapToLong(i -> passing("talkative", "" + (char) ('a' + i / 26) + (char) ('a' + i % 26), 1))
                        .sum())
                .isEqualTo(300);
    }

    @Test
    void letsEveryLineOfTheAccessLogThrough() {
        assertThat(passing("org.finplan.access", "GET", 5_000)).isEqualTo(5_000);
    }

    @Test
    void staysSmallHoweverManyMessagesThereAre() {
        long passed = IntStream.range(0, 100_000)
                .mapToLong(i -> passing("logger-" + i, "message", 1))
                .sum();
        assertThat(passed).isEqualTo(100_000);
    }
}
