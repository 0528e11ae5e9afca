package org.finplan.risk.network.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.clearing.FictitiousDefault;
import org.finplan.risk.network.clearing.Obligations;
import org.finplan.risk.network.graph.FirmGraph;
import org.junit.jupiter.api.Test;

/** A reckoning ends when nobody waits for it any more, and is the same when somebody does. */
class StoppedContagionTest {

    /** So little that neither firm fails by it. */
    private static final double[] SHOCK = {1e-4, 0};

    /** Two firms that pass almost all of their stress on to each other. */
    private static FirmGraph ring() {
        return SampleGraphs.graph(2, new double[][] {{0, 1, .999}, {1, 0, .999}});
    }

    private static LossNetwork losses() {
        return LossNetwork.of(ring(), SampleGraphs.ones(2), SampleGraphs.ones(2), 0);
    }

    @Test
    void iteratedDebtRankEndsBetweenTwoRounds() {
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> IteratedDebtRank.spread(
                        losses(), SHOCK, 0, 1e-15, 1_000_000, () -> asked.incrementAndGet() > 5))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(6);
        assertThat(IteratedDebtRank.spread(losses(), SHOCK, 0, 1e-15, 100_000, () -> false)
                        .impact())
                .isEqualTo(IteratedDebtRank.spread(losses(), SHOCK, 0, 1e-15, 100_000)
                        .impact());
    }

    @Test
    void exactDebtRankEndsWithinACircle() {
        assertThatThrownBy(() -> new ExactDebtRank(losses()).spread(SHOCK, () -> true))
                .isInstanceOf(CancellationException.class);
        // Too large to be solved directly: it asks between sweeps, too.
        AtomicInteger asked = new AtomicInteger();
        ExactDebtRank iterated = new ExactDebtRank(losses(), new ComponentSolver.Limits(0, 1e-15, 1_000_000));
        assertThatThrownBy(() -> iterated.spread(SHOCK, () -> asked.incrementAndGet() > 5))
                .isInstanceOf(CancellationException.class);
        assertThat(new ExactDebtRank(losses()).spread(SHOCK, () -> false).impact())
                .isEqualTo(new ExactDebtRank(losses()).spread(SHOCK).impact());
    }

    @Test
    void aClearingEnds() {
        Obligations owed = new Obligations(ring(), new double[] {1, 0}, new double[] {.1, 0}, false);
        assertThatThrownBy(() -> FictitiousDefault.of(owed, 1, 1, 1e-12, () -> true))
                .isInstanceOf(CancellationException.class);
        assertThat(FictitiousDefault.of(owed, 1, 1, 1e-12, () -> false).payment(0))
                .isEqualTo(FictitiousDefault.of(owed, 1, 1, 1e-12).payment(0));
    }
}
