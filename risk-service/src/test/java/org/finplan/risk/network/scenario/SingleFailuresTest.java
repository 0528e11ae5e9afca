package org.finplan.risk.network.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.Stress;
import org.junit.jupiter.api.Test;

/** All failures at once beside the exact solver one at a time. */
class SingleFailuresTest {

    @Test
    void areWhatTheExactSolverSaysOfEachFirm() {
        Random random = new Random(7);
        int exact = 0;
        int several = 0;
        for (int i = 0; i < 1500; i++) {
            int firms = 2 + random.nextInt(25);
            LossNetwork network =
                    SampleGraphs.random(random, firms, .5 + random.nextDouble() * 2, .02 + random.nextDouble() * .5);
            SingleFailures all = SingleFailures.of(network, 1e-13, 1);
            ExactDebtRank one = new ExactDebtRank(network);
            SingleFailures iterated = SingleFailures.iterated(network, 1e-14, 2);
            exact += all.exact() ? 1 : 0;
            for (int firm = 0; firm < firms; firm++) {
                Stress stress = one.spread(network.failureOf(firm));
                assertThat(all.impact(firm)).as("network %d firm %d", i, firm).isCloseTo(stress.impact(), within(1e-9));
                if (iterated.converged()) {
                    assertThat(iterated.impact(firm)).isCloseTo(stress.impact(), within(1e-7));
                }
                several += all.exact() && all.failures(firm) > 2 ? 1 : 0;
                if (all.exact()) {
                    assertThat(all.failures(firm)).isEqualTo(stress.failures());
                }
            }
        }
        assertThat(exact).isEqualTo(1500);
        assertThat(several).isGreaterThan(500);
    }

    @Test
    void areTheSameBitsOnAnyNumberOfThreads() {
        for (double strength : new double[] {.1, .6}) {
            LossNetwork network = SampleGraphs.random(new Random(3), 400, 1.5, strength);
            SingleFailures one = SingleFailures.of(network, 1e-10, 1);
            SingleFailures four = SingleFailures.of(network, 1e-10, 4);
            assertThat(one.exact()).isTrue();
            for (int firm = 0; firm < 400; firm++) {
                assertThat(Double.doubleToLongBits(one.impact(firm)))
                        .isEqualTo(Double.doubleToLongBits(four.impact(firm)));
            }
            assertThat(one.ranking()).isEqualTo(four.ranking());
            assertThat(one.impact(one.ranking().get(0)))
                    .isGreaterThanOrEqualTo(one.impact(one.ranking().get(399)));
        }
    }
}
