package org.finplan.benchmarks.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void takesPercentilesByTheNearestRank() {
        Latencies latencies = new Latencies();
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(Duration.ofMillis(millis));
        }
        assertThat(latencies.percentile(0.5)).isEqualTo(50.0);
        assertThat(latencies.percentile(0.99)).isEqualTo(99.0);
        assertThat(latencies.percentile(0.991)).isEqualTo(100.0);
        assertThat(latencies.percentile(1)).isEqualTo(100.0);
        assertThat(latencies.total()).isEqualTo(5050.0);
    }

    @Test
    void saysNothingAboutNothing() {
        assertThatIllegalStateException().isThrownBy(() -> new Latencies().percentile(0.5));
    }
}
