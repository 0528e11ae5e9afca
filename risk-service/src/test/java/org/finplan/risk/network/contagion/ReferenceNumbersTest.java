package org.finplan.risk.network.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.StrongComponents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked numbers of the papers and of the packages that follow them. */
@Tag("R14")
class ReferenceNumbersTest {

    private static final Offset<Double> TWELVE_DIGITS = within(1e-13);

    /** The eight nodes: who fails hits its guarantors. */
    private static LossNetwork battiston(boolean half) {
        FirmGraph hits = SampleGraphs.battiston().transposed();
        double[] equity = SampleGraphs.battistonEquity();
        FirmGraph used = half ? hits.scaled((from, to, amount) -> equity[to] / 2) : hits;
        return LossNetwork.of(used, equity, SampleGraphs.battistonWeights(), 0);
    }

    private static List<Double> stress(Stress stress, int firms) {
        return IntStream.range(0, firms).mapToObj(stress::of).toList();
    }

    private static void isAbout(List<Double> actual, double... expected) {
        assertThat(actual).hasSize(expected.length);
        for (int firm = 0; firm < expected.length; firm++) {
            assertThat(actual.get(firm)).as("firm %d", firm).isCloseTo(expected[firm], TWELVE_DIGITS);
        }
    }

    @Test
    void debtRankOfTheEightNodes() {
        LossNetwork network = battiston(false);
        Stress stress = DebtRank.spread(network, network.failureOf(0));
        // In fractions: printed are six digits of them.
        isAbout(stress(stress, 8), 1, 32.0 / 45, 3.0 / 28, 3.0 / 8, 13.0 / 90, 1.0 / 12, 1.0 / 135, 7.0 / 600);
        assertThat(stress.impact()).isCloseTo(0.2071210706504824, TWELVE_DIGITS);
        Stress half = DebtRank.spread(battiston(true), network.failureOf(0));
        isAbout(stress(half, 8), 1, .625, .5, .5, .375, .25, .125, .125);
        assertThat(half.impact()).isCloseTo(0.3566176470588236, TWELVE_DIGITS);
    }

    @Test
    void linearDebtRankOfTheEightNodesBothWays() {
        LossNetwork network = battiston(false);
        double[] shock = network.failureOf(0);
        for (Stress stress : List.of(
                new ExactDebtRank(network).spread(shock), IteratedDebtRank.spread(network, shock, 0, 1e-16, 10_000))) {
            isAbout(stress(stress, 8), 1, 181.0 / 252, 3.0 / 28, 3.0 / 8, 13.0 / 84, 1.0 / 12, 13.0 / 1512, 7.0 / 600);
            assertThat(stress.impact()).isCloseTo(0.210073918456271, TWELVE_DIGITS);
            assertThat(stress.converged()).isTrue();
        }
        for (Stress half : List.of(
                new ExactDebtRank(battiston(true)).spread(shock),
                IteratedDebtRank.spread(battiston(true), shock, 0, 1e-16, 10_000))) {
            isAbout(stress(half, 8), 1, .75, .5, .5, .5, .25, .25, .125);
            assertThat(half.impact()).isCloseTo(0.415441176470585, TWELVE_DIGITS);
        }
    }

    /** NEVA: A lends to B, B to C, C to A, a half each; all have equity 1. */
    @Test
    void theCycleOfThree() {
        LossNetwork cycle = LossNetwork.of(
                SampleGraphs.graph(3, new double[] {1, 0, .5}, new double[] {2, 1, .5}, new double[] {0, 2, .5}),
                SampleGraphs.ones(3),
                SampleGraphs.ones(3),
                0);
        ExactDebtRank exact = new ExactDebtRank(cycle);
        Stress one = exact.spread(new double[] {0, 0, .5});
        assertThat(1 - one.of(0)).isCloseTo(6.0 / 7, TWELVE_DIGITS);
        assertThat(1 - one.of(1)).isCloseTo(5.0 / 7, TWELVE_DIGITS);
        assertThat(1 - one.of(2)).isCloseTo(3.0 / 7, TWELVE_DIGITS);
        Stress all = exact.spread(new double[] {.1, .1, .1});
        assertThat(stress(all, 3)).allSatisfy(own -> assertThat(1 - own).isCloseTo(.8, TWELVE_DIGITS));
        Stress half = exact.spread(new double[] {.5, .5, .5});
        assertThat(stress(half, 3)).allSatisfy(own -> assertThat(1 - own).isCloseTo(0, TWELVE_DIGITS));
        SpectralRadius radius = SpectralRadius.of(cycle.leverage(), StrongComponents.of(cycle.leverage()), 0);
        assertThat(radius.lower()).isCloseTo(.5, TWELVE_DIGITS);
        assertThat(radius.upper()).isCloseTo(.5, TWELVE_DIGITS);
    }

    /** The chain in which a published package divides by the equity of the last bank for all, and so says that A loses nothing. */
    @Test
    void inAChainEachFirmIsMeasuredByItsOwnEquity() {
        double[] equity = {1.5, 1, .5};
        LossNetwork chain = LossNetwork.of(
                SampleGraphs.graph(3, new double[] {2, 1, .5}, new double[] {1, 0, .5}),
                equity,
                SampleGraphs.ones(3),
                0);
        ExactDebtRank exact = new ExactDebtRank(chain);
        Stress tenth = exact.spread(new double[] {0, 0, .1 / equity[2]});
        assertThat(equity[0] * (1 - tenth.of(0))).isCloseTo(1.45, TWELVE_DIGITS);
        Stress half = exact.spread(new double[] {0, 0, .5 / equity[2]});
        assertThat(equity[0] * (1 - half.of(0))).isCloseTo(1.25, TWELVE_DIGITS);
    }

    /** Alpha 0 passes on in proportion, a large one hardly anything short of a failure. */
    @Test
    void nonLinearDebtRankLiesBetweenTheLinearOneAndTheCascade() {
        LossNetwork network = battiston(false);
        double[] shock = network.failureOf(0);
        double above = new ExactDebtRank(network).spread(shock).impact();
        for (double alpha : new double[] {0, .5, 1, 2, 5, 1000}) {
            double impact = IteratedDebtRank.spread(network, shock, alpha, 1e-15, 10_000)
                    .impact();
            assertThat(impact).isLessThanOrEqualTo(above + 1e-13);
            above = impact;
        }
        assertThat(above).isCloseTo(Cascade.spread(network, shock).impact(), TWELVE_DIGITS);
        // One step by hand: the second firm lost two thirds, and passes on a fifth of (2/3) e^(2/3 - 1).
        LossNetwork two = LossNetwork.of(
                SampleGraphs.graph(3, new double[] {0, 1, 2}, new double[] {1, 2, 1}),
                new double[] {1, 3, 5},
                SampleGraphs.ones(3),
                0);
        Stress one = IteratedDebtRank.spread(two, two.failureOf(0), 1, 1e-15, 10_000);
        assertThat(one.of(2)).isCloseTo(2.0 / 3 * Math.exp(2.0 / 3 - 1) / 5, TWELVE_DIGITS);
    }

    /** Gai and Kapadia: interbank assets of 20 %, capital of 4 % of the assets, by the number of equal debtors. */
    @Test
    void oneFailureKillsWhoHasFourEqualDebtorsAndNotWhoHasSix() {
        for (int debtors : new int[] {4, 5, 6}) {
            double share = 20.0 / debtors;
            LossNetwork network = LossNetwork.of(
                    SampleGraphs.graph(2, new double[] {0, 1, share}), new double[] {1, 4}, new double[] {0, 1}, 0);
            Stress stress = Cascade.spread(network, network.failureOf(0));
            // At five the loss is exactly the capital: by the rule of this suite it fails.
            assertThat(stress.failed(1)).isEqualTo(debtors <= 5);
            assertThat(stress.impact()).isCloseTo(Math.min(1, share / 4), TWELVE_DIGITS);
        }
    }

    @Test
    void theCascadeGoesInRoundsAndKeepsWhatIsShortOfAFailure() {
        LossNetwork network = LossNetwork.of(
                SampleGraphs.graph(
                        4, new double[] {0, 1, 3}, new double[] {1, 2, 2}, new double[] {0, 2, 2}, new double[] {2, 3, 1
                        }),
                new double[] {5, 3, 4, 2},
                SampleGraphs.ones(4),
                0);
        Stress stress = Cascade.spread(network, network.failureOf(0));
        assertThat(stress(stress, 4)).containsExactly(1.0, 1.0, 1.0, .5);
        assertThat(stress.iterations()).isEqualTo(2);
        assertThat(stress.failures()).isEqualTo(3);
        LossNetwork halved = LossNetwork.of(network.hits(), new double[] {5, 3, 4, 2}, SampleGraphs.ones(4), .5);
        assertThat(Cascade.spread(halved, network.failureOf(0)).failures()).isEqualTo(1);
    }

    @Test
    void whoHasNoEquityHasFailedBeforeAnythingHappens() {
        LossNetwork network = LossNetwork.of(
                SampleGraphs.graph(2, new double[] {0, 1, 1}), new double[] {-1, 4}, SampleGraphs.ones(2), 0);
        double[] none = new double[2];
        for (Stress stress : List.of(
                Cascade.spread(network, none),
                DebtRank.spread(network, none),
                IteratedDebtRank.spread(network, none, 0, 1e-12, 100),
                new ExactDebtRank(network).spread(none))) {
            assertThat(stress(stress, 2)).containsExactly(1.0, .25);
            assertThat(stress.impact()).isEqualTo(.125);
        }
    }

    /** A circle that doubles what it receives: the smallest shock fells it; without a shock nothing happens. */
    @Test
    void beyondTheCriticalPointAShockHoweverSmallFells() {
        LossNetwork network = LossNetwork.of(
                SampleGraphs.graph(2, new double[] {0, 1, 2}, new double[] {1, 0, 2}),
                SampleGraphs.ones(2),
                SampleGraphs.ones(2),
                0);
        assertThat(new ExactDebtRank(network).spread(new double[] {1e-9, 0}).failures())
                .isEqualTo(2);
        assertThat(new ExactDebtRank(network).spread(new double[2]).failures()).isZero();
        assertThat(SpectralRadius.of(network.leverage(), StrongComponents.of(network.leverage()), 0)
                        .estimate())
                .isCloseTo(2, TWELVE_DIGITS);
    }
}
