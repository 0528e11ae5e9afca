package org.finplan.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = 1_000_000;
    private final Pace pace = new Pace(() -> now, Duration.ofSeconds(30), 1_000);

    private void pass(int seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void withinTheGraceAnyPaceWillDo() {
        pass(30);
        assertThat(pace.missed(0)).isFalse();
    }

    @Test
    void afterItTheAverageFromTheBeginningCounts() {
        pass(31);
        assertThat(pace.missed(30_999)).isTrue();
        assertThat(pace.missed(31_000)).isFalse();
    }

    @Test
    void timeInWhichTheServiceDoesNotTakeTheBodyIsNotTheCallers() {
        pass(10);
        pace.pause();
        pass(1_000);
        pace.pause();
        assertThat(pace.missed(0)).isFalse();
        pace.resume();
        pace.resume();
        pass(20);
        assertThat(pace.missed(0)).isFalse();
        pass(1);
        assertThat(pace.missed(30_999)).isTrue();
        assertThat(pace.missed(31_000)).isFalse();
    }
}
