package org.finplan.platform.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Property
    void neverTurnsWithoutAPauseAndNeverWaitsLongerThanTheLongest(
            @ForAll @IntRange(min = 1, max = 10_000) int first,
            @ForAll @IntRange(min = 1, max = 100) int times,
            @ForAll @IntRange(min = 1, max = 60) int failures) {
        Duration longest = Duration.ofMillis((long) first * times);
        Backoff backoff = new Backoff(Duration.ofMillis(first), longest);
        long full = Duration.ofMillis(first).toNanos();
        for (int i = 0; i < failures; i++) {
            assertThat(backoff.nextNanos()).isBetween(full / 2, full);
            full = Math.min(longest.toNanos(), 2 * full);
        }
        backoff.reset();
        assertThat(backoff.nextNanos())
                .isLessThanOrEqualTo(Duration.ofMillis(first).toNanos());
    }

    @Test
    void growsTwofoldFromTheFirstToTheLongest() {
        Backoff backoff = new Backoff(Duration.ofNanos(100), Duration.ofNanos(500), () -> 1);
        assertThat(new long[] {backoff.nextNanos(), backoff.nextNanos(), backoff.nextNanos(), backoff.nextNanos()})
                .containsExactly(100, 200, 400, 500);
    }

    @Test
    void isNeverMadeToSpin() {
        assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
