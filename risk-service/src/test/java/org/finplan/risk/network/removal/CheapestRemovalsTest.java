package org.finplan.risk.network.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is proven costs no more than the cheapest set, and that no more than what greed takes. */
class CheapestRemovalsTest {

    private static final double EPSILON = 1e-9;

    private static RemovableGuarantee guarantee(int borrower, double cost, Object... losses) {
        List<RemovableGuarantee.Loss> guarantors = new ArrayList<>();
        for (int i = 0; i < losses.length; i += 2) {
            guarantors.add(new RemovableGuarantee.Loss((Integer) losses[i], (Double) losses[i + 1]));
        }
        return new RemovableGuarantee(borrower, guarantors, BigDecimal.valueOf(cost));
    }

    /** Two to five firms with two to nine guarantees, some of them joint, some firms without equity. */
    private static RemovalNetwork random(Random random) {
        int firms = 2 + random.nextInt(4);
        double[] equity = new double[firms];
        double[] weight = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            equity[firm] = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(10);
            weight[firm] = 1 + random.nextInt(3);
        }
        List<RemovableGuarantee> guarantees = new ArrayList<>();
        for (int place = 2 + random.nextInt(8); place > 0; place--) {
            int borrower = random.nextInt(firms);
            int first = (borrower + 1 + random.nextInt(firms - 1)) % firms;
            int second = (borrower + 1 + random.nextInt(firms - 1)) % firms;
            double amount = 1 + random.nextInt(8);
            guarantees.add(
                    first != second && random.nextInt(4) == 0
                            ? guarantee(borrower, amount, first, amount / 2, second, amount / 2)
                            : guarantee(borrower, amount, first, amount));
        }
        return new RemovalNetwork(equity, weight, guarantees);
    }

    /** The cost of the cheapest set, by trying all. */
    private static double cheapest(RemovalNetwork network, double bound) {
        int guarantees = network.guarantees().size();
        double best = Double.POSITIVE_INFINITY;
        for (int set = 0; set < 1 << guarantees; set++) {
            boolean[] removed = new boolean[guarantees];
            double cost = 0;
            for (int place = 0; place < guarantees; place++) {
                removed[place] = (set >> place & 1) == 1;
                cost += removed[place] ? network.guarantees().get(place).cost().doubleValue() : 0;
            }
            if (cost < best && CheapestRemovals.isUnder(network.impacts(removed), bound)) {
                best = cost;
            }
        }
        return best;
    }

    @Property(tries = 150)
    void theBoundIsAtMostTheOptimumAndThatAtMostWhatGreedTakes(@ForAll long seed) {
        Random random = new Random(seed);
        RemovalNetwork network = random(random);
        double bound = random.nextInt(3) == 0 ? 0 : random.nextDouble() * .6;
        CheapestRemovals found = CheapestRemovals.of(network, bound);
        double optimum = cheapest(network, bound);
        assertThat(found.bound().cost()).isLessThanOrEqualTo(optimum + EPSILON);
        assertThat(optimum).isLessThanOrEqualTo(found.cost().doubleValue() + EPSILON);
        double after = found.steps().isEmpty()
                ? found.impactBefore()
                : found.steps().get(found.steps().size() - 1).impactAfter();
        assertThat(after).isLessThanOrEqualTo(bound + EPSILON);
        assertThat(found.bound().proof().equals("none-needed"))
                .isEqualTo(found.steps().isEmpty());
    }

    @Property(tries = 150)
    void theSearchFindsTheOptimumAndProvesIt(@ForAll long seed) {
        Random random = new Random(seed);
        RemovalNetwork network = random(random);
        double bound = random.nextInt(3) == 0 ? 0 : random.nextDouble() * .6;
        CheapestRemovals greedy = CheapestRemovals.of(network, bound);
        CheapestRemovals found = RemovalSearch.improve(network, bound, greedy);
        double optimum = cheapest(network, bound);
        assertThat(found.cost().doubleValue()).isCloseTo(optimum, within(EPSILON));
        assertThat(found.bound().cost()).isCloseTo(optimum, within(1e-6));
        assertThat(found.steps().isEmpty()).isEqualTo(greedy.steps().isEmpty());
        double after = found.steps().isEmpty()
                ? found.impactBefore()
                : found.steps().get(found.steps().size() - 1).impactAfter();
        assertThat(after).isLessThanOrEqualTo(bound + EPSILON);
    }

    /** Three hundred guarantees have more sets than can be tried: it ends all the same, with a bound that is no worse. */
    @Test
    void aLargeComponentIsNotSearchedWithoutEnd() {
        Random random = new Random(3);
        int firms = 60;
        double[] equity = random.doubles(firms, 2, 12).toArray();
        List<RemovableGuarantee> guarantees = new ArrayList<>();
        for (int place = 0; place < 150; place++) {
            int borrower = random.nextInt(firms);
            double amount = 1 + random.nextInt(3);
            guarantees.add(guarantee(borrower, amount, (borrower + 1 + random.nextInt(firms - 1)) % firms, amount));
        }
        RemovalNetwork network = new RemovalNetwork(equity, equity, guarantees);
        CheapestRemovals greedy = CheapestRemovals.of(network, .02);
        CheapestRemovals found = RemovalSearch.improve(network, .02, greedy);
        assertThat(greedy.steps()).isNotEmpty();
        assertThat(found.cost()).isLessThanOrEqualTo(greedy.cost());
        assertThat(found.bound().cost())
                .isBetween(greedy.bound().cost(), found.cost().doubleValue() + EPSILON);
    }

    @Property(tries = 150)
    void theImpactNeverRisesWhenAGuaranteeGoes(@ForAll long seed) {
        Random random = new Random(seed);
        RemovalNetwork network = random(random);
        boolean[] removed = new boolean[network.guarantees().size()];
        double[] before = network.impacts(removed);
        for (int place = 0; place < removed.length; place++) {
            removed[place] = true;
            double[] after = network.impacts(removed);
            for (int firm = 0; firm < after.length; firm++) {
                assertThat(after[firm]).isLessThanOrEqualTo(before[firm] + EPSILON);
            }
            before = after;
        }
        assertThat(before).containsOnly(0);
    }

    /** Firms 1 to 3 stand in for firm 0 and lose all, half and a quarter of their equity of 4; all count the same. */
    @Test
    @Tag("R14")
    void aStarWithoutCirclesIsProvenToTheLastYuan() {
        RemovalNetwork star = new RemovalNetwork(
                new double[] {4, 4, 4, 4},
                new double[] {1, 1, 1, 1},
                List.of(guarantee(0, 4, 1, 4.0), guarantee(0, 2, 2, 2.0), guarantee(0, 1, 3, 1.0)));
        CheapestRemovals found = CheapestRemovals.of(star, .1875);
        assertThat(found.impactBefore()).isEqualTo(.4375);
        assertThat(found.worstBefore()).isZero();
        assertThat(found.cost()).isEqualByComparingTo("4");
        assertThat(found.steps()).containsExactly(new CheapestRemovals.Step(0, .1875));
        assertThat(found.bound().proof()).isEqualTo("direct-losses");
        assertThat(found.bound().cost()).isBetween(3.99999, 4.0);
    }

    /** Each firm stands in for the one before it and loses more than it has, so that the failure of the first goes all the way. */
    @Test
    void inAChainOfFailuresTheReachProvesMoreThanTheFirstLosses() {
        RemovalNetwork chain = new RemovalNetwork(
                new double[] {9, 9, 9, 9},
                new double[] {1, 1, 1, 1},
                List.of(guarantee(0, 10, 1, 10.0), guarantee(1, 10, 2, 10.0), guarantee(2, 10, 3, 10.0)));
        CheapestRemovals found = CheapestRemovals.of(chain, .5);
        assertThat(found.impactBefore()).isEqualTo(.75);
        assertThat(found.bound()).isEqualTo(new RemovalBound(10, "reach"));
        assertThat(found.cost()).isEqualByComparingTo("10");
        assertThat(CheapestRemovals.of(chain, 1).steps()).isEmpty();
        assertThat(CheapestRemovals.of(chain, 0).cost()).isEqualByComparingTo("30");
    }

    /** Where nobody comes to the cap all that is lost on the way counts, and not the first step alone. */
    @Test
    void belowTheCapThePathsProveMoreThanTheFirstLosses() {
        RemovalNetwork chain = new RemovalNetwork(
                new double[] {10, 10, 10, 10},
                new double[] {1, 1, 1, 1},
                List.of(
                        guarantee(0, 5, 1, 5.0),
                        guarantee(0, 5, 2, 5.0),
                        guarantee(1, 5, 3, 5.0),
                        guarantee(2, 5, 3, 5.0)));
        // The failure of firm 0 takes half of firms 1 and 2 and, over both, half of firm 3.
        CheapestRemovals found = CheapestRemovals.of(chain, .125);
        assertThat(found.impactBefore()).isEqualTo(.375);
        assertThat(found.bound().proof()).isEqualTo("paths");
        assertThat(found.bound().cost()).isBetween(6.66, 6.67);
        assertThat(found.cost()).isEqualByComparingTo("10");
    }
}
