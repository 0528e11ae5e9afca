package org.finplan.risk.network.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;
import org.junit.jupiter.api.Test;

/** The exact solution beside plain iteration, on thousands of networks on both sides of the critical point. */
class ExactDebtRankTest {

    private static final int NETWORKS = 4000;

    @Test
    void isWhatIterationComesTo() {
        Random random = new Random(14);
        int beyond = 0;
        int compared = 0;
        for (int i = 0; i < NETWORKS; i++) {
            int firms = 2 + random.nextInt(20);
            LossNetwork network =
                    SampleGraphs.random(random, firms, .5 + random.nextDouble() * 2.5, .02 + random.nextDouble() * .6);
            double[] shock = SampleGraphs.shock(random, firms);
            Stress exact = new ExactDebtRank(network).spread(shock);
            Stress iterated = IteratedDebtRank.spread(network, shock, 0, 1e-15, 200_000);
            assertThat(exact.converged()).isTrue();
            if (iterated.converged()) {
                compared++;
                for (int firm = 0; firm < firms; firm++) {
                    assertThat(exact.of(firm))
                            .as("network %d firm %d", i, firm)
                            .isCloseTo(iterated.of(firm), within(1e-9));
                }
            }
            beyond += radius(network) >= 1 ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(NETWORKS * 99 / 100);
        assertThat(beyond).isBetween(NETWORKS / 10, NETWORKS * 9 / 10);
    }

    /** Rings whose spectral radius is set: plain iteration needs rounds in proportion to 1 / (1 - radius). */
    @Test
    void nearTheCriticalPointItTakesAsManyRoundsAsFarFromIt() {
        for (double radius : new double[] {.5, .99, .99999, 1}) {
            LossNetwork ring = ring(10, radius);
            double[] shock = new double[10];
            shock[0] = 1e-6;
            Stress exact = new ExactDebtRank(ring).spread(shock);
            double expected = radius == 1 ? 1 : 1e-6 / (1 - Math.pow(radius, 10));
            assertThat(exact.of(0)).isCloseTo(expected, within(1e-10));
            assertThat(exact.iterations()).isLessThanOrEqualTo(2);
            assertThat(radius(ring)).isCloseTo(radius, within(1e-12));
        }
    }

    @Test
    void saysSoWhereACircleIsTooLargeToBeSolvedAndIsIterated() {
        LossNetwork ring = ring(40, .9);
        double[] shock = new double[40];
        shock[0] = .2;
        Stress solved = new ExactDebtRank(ring).spread(shock);
        assertThat(solved.exact()).isTrue();
        Stress iterated = new ExactDebtRank(ring, new ComponentSolver.Limits(0, 1e-13, 20_000)).spread(shock);
        assertThat(iterated.exact()).isFalse();
        assertThat(iterated.converged()).isTrue();
        assertThat(iterated.impact()).isCloseTo(solved.impact(), within(1e-10));
        Stress ended = new ExactDebtRank(ring, new ComponentSolver.Limits(0, 1e-13, 1)).spread(shock);
        assertThat(ended.exact()).isFalse();
        assertThat(ended.converged()).isFalse();
    }

    private static LossNetwork ring(int firms, double share) {
        double[][] edges = new double[firms][];
        for (int firm = 0; firm < firms; firm++) {
            edges[firm] = new double[] {firm, (firm + 1) % firms, share};
        }
        return LossNetwork.of(SampleGraphs.graph(firms, edges), SampleGraphs.ones(firms), SampleGraphs.ones(firms), 0);
    }

    private static double radius(LossNetwork network) {
        Components circles = StrongComponents.of(network.leverage());
        double most = 0;
        for (int number = 0; number < circles.count(); number++) {
            most = Math.max(
                    most, SpectralRadius.of(network.leverage(), circles, number).estimate());
        }
        return most;
    }
}
