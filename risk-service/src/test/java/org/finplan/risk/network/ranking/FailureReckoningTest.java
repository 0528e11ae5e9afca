package org.finplan.risk.network.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.scenario.SingleFailures;
import org.junit.jupiter.api.Test;

/** A reckoning that somebody looks after, and may end. */
class FailureReckoningTest {

    private static final int RINGS = 5000;

    private final FailureReckoning reckoning = new FailureReckoning(new RankingConfig() {
        @Override
        public Duration pollInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public int threads() {
            return 2;
        }
    });

    /** Each of the first firms sends a little into a ring of two that is so near its critical point that it goes round for ever. */
    private static LossNetwork endless() {
        double[][] edges = new double[3 * RINGS][];
        for (int ring = 0; ring < RINGS; ring++) {
            int one = RINGS + 2 * ring;
            edges[3 * ring] = new double[] {ring, one, 1e-9};
            edges[3 * ring + 1] = new double[] {one, one + 1, .9999999};
            edges[3 * ring + 2] = new double[] {one + 1, one, .9999999};
        }
        return LossNetwork.of(
                SampleGraphs.graph(3 * RINGS, edges), SampleGraphs.ones(3 * RINGS), SampleGraphs.ones(3 * RINGS), 0);
    }

    private static RankingPartRepository.Part part(int end, double tolerance) {
        return new RankingPartRepository.Part(
                UUID.randomUUID(), 0, 0, end, UUID.randomUUID(), "worst-case", tolerance, "iterated");
    }

    @Test
    void endsSoonAfterNobodyWaitsForIt() {
        AtomicInteger looks = new AtomicInteger();
        LossNetwork network = endless();
        assertThatThrownBy(() -> reckoning.iterated(network, part(RINGS, 0), share -> looks.incrementAndGet() < 2))
                .isInstanceOf(CancellationException.class);
        assertThat(looks.get()).isBetween(2, 20);
        SingleFailures afterwards = reckoning.iterated(network, part(3, 1e-3), share -> true);
        assertThat(afterwards.end()).isEqualTo(3);
    }

    @Test
    void whatWatchesItMayFail() {
        LossNetwork network = endless();
        assertThatThrownBy(() -> reckoning.iterated(network, part(RINGS, 0), share -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
    }

    @Test
    void doesNotGoOnWhenTheProgramStops() {
        LossNetwork network = endless();
        assertThatThrownBy(() -> reckoning.iterated(network, part(RINGS, 0), share -> {
                    reckoning.stop();
                    return true;
                }))
                .isInstanceOf(CancellationException.class);
    }
}
