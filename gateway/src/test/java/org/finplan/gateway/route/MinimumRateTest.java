package org.finplan.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MinimumRateTest {

    private long now = 1_000_000;
    private final MinimumRate rate = new MinimumRate(() -> now, Duration.ofSeconds(30), 1_000);

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void withinTheGraceAnyPaceWillDo() {
        pass(30);
        assertThat(rate.missed(0)).isFalse();
    }

    @Test
    void afterItTheAverageFromTheBeginningCounts() {
        pass(31);
        assertThat(rate.missed(30_999)).isTrue();
        assertThat(rate.missed(31_000)).isFalse();
    }

    @Test
    void timeInWhichTheServiceDoesNotTakeTheBodyIsNotTheCallers() {
        pass(10);
        rate.pause();
        pass(1_000);
        rate.pause();
        assertThat(rate.missed(0)).isFalse();
        rate.resume();
        rate.resume();
        pass(20);
        assertThat(rate.missed(0)).isFalse();
        pass(1);
        assertThat(rate.missed(30_999)).isTrue();
        assertThat(rate.missed(31_000)).isFalse();
    }
}
