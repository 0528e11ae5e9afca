package org.finplan.risk.network.contagion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.graph.FirmGraph;

/** What holds for every network. */
class ContagionLawsTest {

    private static final double EPSILON = 1e-9;

    @Property(tries = 300)
    void debtRankIsAtMostLinearDebtRankAndFailuresOfTheCascadeFailInBoth(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(30);
        LossNetwork network = SampleGraphs.random(random, firms, 2, .3);
        double[] shock = SampleGraphs.shock(random, firms);
        Stress linear = new ExactDebtRank(network).spread(shock);
        Stress once = DebtRank.spread(network, shock);
        Stress cascade = Cascade.spread(network, shock);
        Stress mild = IteratedDebtRank.spread(network, shock, 2, 1e-13, 100_000);
        for (int firm = 0; firm < firms; firm++) {
            assertThat(once.of(firm)).isBetween(0.0, linear.of(firm) + EPSILON);
            assertThat(cascade.of(firm)).isBetween(0.0, linear.of(firm) + EPSILON);
            assertThat(mild.of(firm)).isBetween(0.0, linear.of(firm) + EPSILON);
            assertThat(linear.of(firm)).isBetween(linear.before(firm), 1.0);
        }
    }

    @Property(tries = 300)
    void moreShockAndMoreExposureNeverMeanLessStress(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(30);
        LossNetwork network = SampleGraphs.random(random, firms, 2, .3);
        double[] shock = SampleGraphs.shock(random, firms);
        double[] more = shock.clone();
        int hit = random.nextInt(firms);
        more[hit] = Math.min(1, more[hit] + random.nextDouble());
        FirmGraph larger = network.hits().scaled((from, to, amount) -> amount * (1 + (from + to) % 3));
        double[] equity = new double[firms];
        double[] weight = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            equity[firm] = network.equity(firm);
            weight[firm] = network.weight(firm);
        }
        LossNetwork exposed = LossNetwork.of(larger, equity, weight, 0);
        notLess(new ExactDebtRank(network).spread(shock), new ExactDebtRank(network).spread(more), firms);
        notLess(new ExactDebtRank(network).spread(shock), new ExactDebtRank(exposed).spread(shock), firms);
        notLess(
                IteratedDebtRank.spread(network, shock, 1, 1e-13, 100_000),
                IteratedDebtRank.spread(exposed, more, 1, 1e-13, 100_000),
                firms);
        notLess(Cascade.spread(network, shock), Cascade.spread(network, more), firms);
        notLess(Cascade.spread(network, shock), Cascade.spread(exposed, shock), firms);
    }

    private static void notLess(Stress less, Stress more, int firms) {
        for (int firm = 0; firm < firms; firm++) {
            assertThat(more.of(firm)).isGreaterThanOrEqualTo(less.of(firm) - EPSILON);
        }
    }

    @Property(tries = 200)
    void namesOfFirmsDoNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(30);
        LossNetwork network = SampleGraphs.random(random, firms, 2, .3);
        double[] shock = SampleGraphs.shock(random, firms);
        int shift = 1 + random.nextInt(firms);
        FirmGraph hits = network.hits();
        int[] from = new int[hits.edges()];
        int[] to = new int[hits.edges()];
        double[] amount = new double[hits.edges()];
        double[] equity = new double[firms];
        double[] weight = new double[firms];
        double[] moved = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            equity[(firm + shift) % firms] = network.equity(firm);
            weight[(firm + shift) % firms] = network.weight(firm);
            moved[(firm + shift) % firms] = shock[firm];
            for (int edge = hits.begin(firm); edge < hits.end(firm); edge++) {
                from[edge] = (firm + shift) % firms;
                to[edge] = (hits.head(edge) + shift) % firms;
                amount[edge] = hits.amount(edge);
            }
        }
        LossNetwork renamed = LossNetwork.of(FirmGraph.of(firms, from, to, amount), equity, weight, 0);
        Stress before = new ExactDebtRank(network).spread(shock);
        Stress after = new ExactDebtRank(renamed).spread(moved);
        Stress once = DebtRank.spread(renamed, moved);
        for (int firm = 0; firm < firms; firm++) {
            assertThat(after.of((firm + shift) % firms)).isCloseTo(before.of(firm), within(1e-11));
        }
        assertThat(Cascade.spread(renamed, moved).failures())
                .isEqualTo(Cascade.spread(network, shock).failures());
        assertThat(once.impact()).isCloseTo(DebtRank.spread(network, shock).impact(), within(1e-12));
    }

    @Property(tries = 100)
    void partsThatAreNotJoinedDoNotMeet(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 4 + random.nextInt(20);
        int half = firms / 2;
        LossNetwork network = SampleGraphs.random(random, firms, 2, .3);
        FirmGraph split = network.hits().scaled((from, to, amount) -> from < half == to < half ? amount : 0);
        double[] equity = SampleGraphs.ones(firms);
        LossNetwork parted = LossNetwork.of(split, equity, equity, 0);
        double[] shock = SampleGraphs.shock(random, firms);
        double[] left = shock.clone();
        double[] right = shock.clone();
        for (int firm = 0; firm < firms; firm++) {
            (firm < half ? right : left)[firm] = 0;
        }
        ExactDebtRank exact = new ExactDebtRank(parted);
        assertThat(exact.spread(shock).impact())
                .isCloseTo(exact.spread(left).impact() + exact.spread(right).impact(), within(1e-11));
        assertThat(DebtRank.spread(parted, shock).impact())
                .isCloseTo(
                        DebtRank.spread(parted, left).impact()
                                + DebtRank.spread(parted, right).impact(),
                        within(1e-11));
        assertThat(Cascade.spread(parted, shock).impact())
                .isCloseTo(
                        Cascade.spread(parted, left).impact()
                                + Cascade.spread(parted, right).impact(),
                        within(1e-11));
        LossNetwork alone = LossNetwork.of(SampleGraphs.graph(firms), equity, equity, 0);
        assertThat(new ExactDebtRank(alone).spread(shock).impact()).isZero();
    }
}
