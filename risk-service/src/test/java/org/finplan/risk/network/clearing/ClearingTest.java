package org.finplan.risk.network.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.graph.FirmGraph;

/** Worked clearing vectors, and what holds for all of them. */
class ClearingTest {

    private static final double[] NONE = new double[3];

    private static Clearing clear(FirmGraph debts, double[] external, double[] assets, boolean senior) {
        return FictitiousDefault.of(new Obligations(debts, external, assets, senior), 1, 1, 1e-14);
    }

    private static List<Double> payments(Clearing clearing, int firms) {
        return IntStream.range(0, firms).mapToObj(clearing::payment).toList();
    }

    @Example
    void theChainOfThree() {
        FirmGraph chain = SampleGraphs.graph(3, new double[] {0, 1, 100}, new double[] {1, 2, 100});
        Clearing one = clear(chain, NONE, new double[] {20, 90, 0}, false);
        assertThat(payments(one, 3)).containsExactly(20.0, 100.0, 0.0);
        assertThat(IntStream.range(0, 3).mapToObj(one::failed)).containsExactly(true, false, false);
        assertThat(one.equity(1)).isEqualTo(10);
        Clearing two = clear(chain, NONE, new double[] {20, 70, 0}, false);
        assertThat(payments(two, 3)).containsExactly(20.0, 90.0, 0.0);
        assertThat(two.iterations()).isEqualTo(2);
    }

    @Example
    void ofSeveralVectorsTheGreatest() {
        FirmGraph pair = SampleGraphs.graph(2, new double[] {0, 1, 100}, new double[] {1, 0, 100});
        assertThat(payments(clear(pair, new double[2], new double[2], false), 2))
                .containsExactly(100.0, 100.0);
    }

    /** NEVA: A lends to B, B to C, C to A, a half each; all have 3 and owe 2 outside, so that equity is 1; C loses 1.5. */
    @Example
    void theCycleWithAShockOfOneAndAHalf() {
        FirmGraph debts =
                SampleGraphs.graph(3, new double[] {1, 0, .5}, new double[] {2, 1, .5}, new double[] {0, 2, .5});
        double[] external = {2, 2, 2};
        Clearing clearing = clear(debts, external, new double[] {3, 3, 1.5}, false);
        assertThat(clearing.equity(0)).isCloseTo(1.0, within(1e-14));
        assertThat(clearing.equity(1)).isCloseTo(.9, within(1e-14));
        assertThat(clearing.equity(2)).isCloseTo(-.5, within(1e-14));
        assertThat(clear(debts, external, new double[] {3, 3, 3}, false).failed(2))
                .isFalse();
    }

    @Example
    void creditorsOutsideAreSeniorOrPaidInProportion() {
        FirmGraph debts = SampleGraphs.graph(2, new double[] {0, 1, 50});
        double[] external = {50, 0};
        double[] assets = {60, 0};
        Clearing even = clear(debts, external, assets, false);
        assertThat(even.payment(0)).isEqualTo(60);
        assertThat(even.equity(1)).isEqualTo(30);
        Clearing senior = clear(debts, external, assets, true);
        assertThat(senior.payment(0)).isEqualTo(10);
        assertThat(senior.equity(1)).isEqualTo(10);
        Clearing nothing = clear(debts, external, new double[] {40, 0}, true);
        assertThat(nothing.payment(0)).isZero();
        assertThat(nothing.equity(1)).isZero();
    }

    /** A owes 100 and has 80: half of it is lost in the failure. */
    @Example
    void costsOfFailureReachTheCreditors() {
        FirmGraph chain = SampleGraphs.graph(3, new double[] {0, 1, 100}, new double[] {1, 2, 100});
        Obligations obligations = new Obligations(chain, NONE, new double[] {80, 30, 0}, false);
        Clearing costly = FictitiousDefault.of(obligations, .5, .5, 1e-14);
        assertThat(payments(costly, 3)).containsExactly(40.0, 35.0, 0.0);
        Clearing free = FictitiousDefault.of(obligations, 1, 1, 1e-14);
        assertThat(payments(free, 3)).containsExactly(80.0, 100.0, 0.0);
    }

    @Property(tries = 500)
    void vectorsLieBetweenNothingAndTheDebtSolveTheirEquationAndGrowWithWhatIsThere(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(15);
        FirmGraph debts = SampleGraphs.random(random, firms, 2, 1).hits();
        double[] external = random.doubles(firms, 0, .5).toArray();
        double[] assets = random.doubles(firms, 0, 1.5).toArray();
        boolean senior = random.nextBoolean();
        double alpha = .3 + .7 * random.nextDouble();
        double beta = .3 + .7 * random.nextDouble();
        Obligations obligations = new Obligations(debts, external, assets, senior);
        Clearing plain = FictitiousDefault.of(obligations, 1, 1, 1e-14);
        Clearing costly = FictitiousDefault.of(obligations, alpha, beta, 1e-14);
        double[] more = assets.clone();
        more[random.nextInt(firms)] += random.nextDouble();
        Clearing richer = FictitiousDefault.of(new Obligations(debts, external, more, senior), alpha, beta, 1e-14);
        for (int firm = 0; firm < firms; firm++) {
            assertThat(plain.payment(firm)).isBetween(0.0, plain.owed(firm) + 1e-9);
            assertThat(costly.payment(firm)).isBetween(0.0, plain.payment(firm) + 1e-9);
            assertThat(richer.payment(firm)).isGreaterThanOrEqualTo(costly.payment(firm) - 1e-9);
            double means = obligations.assets(firm) + received(obligations, plain, firm);
            assertThat(plain.payment(firm)).isCloseTo(Math.max(0, Math.min(plain.owed(firm), means)), within(1e-9));
        }
        assertThat(plain.converged()).isTrue();
    }

    /** Who does not pay in full keeps nothing: creditors come before owners. */
    @Property(tries = 300)
    void creditorsComeBeforeOwners(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(15);
        FirmGraph debts = SampleGraphs.random(random, firms, 2, 1).hits();
        double[] external = random.doubles(firms, 0, .5).toArray();
        Clearing clearing = clear(debts, external, random.doubles(firms, 0, 1.5).toArray(), random.nextBoolean());
        for (int firm = 0; firm < firms; firm++) {
            assertThat(clearing.payment(firm) >= clearing.owed(firm) - 1e-9 || clearing.failed(firm))
                    .isTrue();
            // Senior creditors outside may go without while nothing is owed in the network: that is a failure too.
            if (clearing.failed(firm)) {
                assertThat(clearing.equity(firm)).isLessThanOrEqualTo(1e-9);
            } else {
                assertThat(clearing.equity(firm)).isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    @Property(tries = 300)
    void lessLostInFailuresNeverMeansLessPaid(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(15);
        Obligations obligations = new Obligations(
                SampleGraphs.random(random, firms, 2, 1).hits(),
                random.doubles(firms, 0, .5).toArray(),
                random.doubles(firms, 0, 1).toArray(),
                random.nextBoolean());
        double alpha = .2 + .7 * random.nextDouble();
        double beta = .2 + .7 * random.nextDouble();
        Clearing costly = FictitiousDefault.of(obligations, alpha, beta, 1e-14);
        Clearing realised = FictitiousDefault.of(obligations, alpha + .1, beta, 1e-14);
        Clearing received = FictitiousDefault.of(obligations, alpha, beta + .1, 1e-14);
        for (int firm = 0; firm < firms; firm++) {
            assertThat(realised.payment(firm)).isGreaterThanOrEqualTo(costly.payment(firm) - 1e-9);
            assertThat(received.payment(firm)).isGreaterThanOrEqualTo(costly.payment(firm) - 1e-9);
        }
    }

    /** Two networks side by side, the second with its firms in another order, are what each is alone. */
    @Property(tries = 200)
    void namesDoNotMatterAndPartsThatAreNotJoinedDoNotMeet(@ForAll long seed) {
        Random random = new Random(seed);
        int firms = 2 + random.nextInt(12);
        FirmGraph debts = SampleGraphs.random(random, firms, 2, 1).hits();
        double[] assets = random.doubles(firms, 0, 1).toArray();
        Clearing alone = clear(debts, new double[firms], assets, false);
        double[][] edges = new double[2 * debts.edges()][];
        double[] both = new double[2 * firms];
        for (int firm = 0; firm < firms; firm++) {
            both[firm] = assets[firm];
            both[2 * firms - 1 - firm] = assets[firm];
            for (int edge = debts.begin(firm); edge < debts.end(firm); edge++) {
                edges[2 * edge] = new double[] {firm, debts.head(edge), debts.amount(edge)};
                edges[2 * edge + 1] =
                        new double[] {2 * firms - 1 - firm, 2 * firms - 1 - debts.head(edge), debts.amount(edge)};
            }
        }
        Clearing joined = clear(SampleGraphs.graph(2 * firms, edges), new double[2 * firms], both, false);
        for (int firm = 0; firm < firms; firm++) {
            assertThat(joined.payment(firm)).isCloseTo(alone.payment(firm), within(1e-9));
            assertThat(joined.payment(2 * firms - 1 - firm)).isCloseTo(alone.payment(firm), within(1e-9));
        }
    }

    private static double received(Obligations obligations, Clearing clearing, int firm) {
        double received = 0;
        for (int edge = obligations.claims().begin(firm);
                edge < obligations.claims().end(firm);
                edge++) {
            int debtor = obligations.claims().head(edge);
            received += obligations.claims().amount(edge) * clearing.payment(debtor) / clearing.owed(debtor);
        }
        return received;
    }
}
