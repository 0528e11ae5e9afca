package org.finplan.risk.network.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * What every set of guarantees that brings the impact under a bound costs at least. Three bounds are proven, and the largest is taken.
 *
 * <p>Direct losses: when i fails, each guarantor j of it ends with a stress of at least {@code min(1, sum of L[j][i])}, so that the impact
 * is at least the weighted sum D of these. Taking guarantee e away lowers D by at most {@code g_e = sum of v_j min(1, L_e[j][i])}, since
 * {@code min(1, x)} grows no faster than x. So the guarantees of i that go have gains that add up to D less the bound at least; what that
 * costs at least is the covering knapsack with fractions, filled in the order of cost by gain, and no less than the cheapest of them.
 * A guarantee is one borrower's, so the sums of different firms i add up.
 *
 * <p>Paths: where no other firm comes to the cap of 1 when i fails, the impact is a sum over the walks that distress takes from i. A set that
 * goes takes away the walks through any of its guarantees, which is at most the sum of what each would take away alone. So those
 * amounts of all guarantees that the stress reaches are gains of a covering knapsack too. It is reckoned for the gravest failures, and the
 * largest result is taken: here guarantees are shared, so that results do not add up.
 *
 * <p>Reach: while the failure of i is above the bound, one guarantee at least of a borrower that its stress reaches must go, since nothing
 * else changes it. It costs as much as the cheapest of them at least.
 *
 * @param cost the lower bound of the cost
 * @param proof {@code direct-losses}, {@code paths}, {@code reach}, {@code search} (of {@link RemovalSearch}), or {@code none-needed} when the impact is under the bound already
 */
record RemovalBound(double cost, String proof) {

    /** Rounding errors of the solver are smaller: what is proven stays so. */
    private static final double SLACK = 1e-9;

    private static final int FAILURES = 20;

    /** Where cheaper sets were ruled out one after the other. */
    static final String SEARCH = "search";

    private static final RemovalBound NONE = new RemovalBound(0, "none-needed");

    static RemovalBound of(RemovalNetwork network, double bound) {
        boolean[] none = new boolean[network.guarantees().size()];
        double[] impacts = network.impacts(none);
        LossNetwork all = network.without(none);
        List<Integer> above = IntStream.range(0, impacts.length)
                .filter(firm -> impacts[firm] > bound + SLACK)
                .boxed()
                .sorted(Comparator.comparingDouble(firm -> -impacts[firm]))
                .toList();
        double direct = directLosses(network, none, none, bound);
        double reach = 0;
        for (int firm : above) {
            reach = Math.max(reach, reach(network, all.leverage(), firm));
        }
        double paths = above.stream()
                .filter(firm -> isBelowTheCap(network, network.failure(none, firm), firm))
                .limit(FAILURES)
                .mapToDouble(firm -> paths(network, firm, bound))
                .max()
                .orElse(0);
        return Stream.of(
                        new RemovalBound(direct, "direct-losses"),
                        new RemovalBound(paths, "paths"),
                        new RemovalBound(reach, "reach"))
                .filter(one -> one.cost() > 0)
                .max(Comparator.comparingDouble(RemovalBound::cost))
                .orElse(NONE);
    }

    /** A guarantee with what taking it away lowers an impact by at most. */
    record Gain(double gain, double cost) {}

    /**
     * The first of the three bounds, for what may go still.
     *
     * @param network the component
     * @param removed what has gone already, and costs nothing any more
     * @param kept what must stay
     * @param bound largest impact that is wanted
     * @return what has to go besides costs at least this much
     */
    static double directLosses(RemovalNetwork network, boolean[] removed, boolean[] kept, double bound) {
        LossNetwork left = network.without(removed);
        double sum = 0;
        for (int firm = 0; firm < network.firms(); firm++) {
            sum += directLosses(network, left, firm, bound, removed, kept);
        }
        return sum;
    }

    private static double directLosses(
            RemovalNetwork network, LossNetwork all, int firm, double bound, boolean[] removed, boolean[] kept) {
        FirmGraph leverage = all.leverage();
        double needed = -bound;
        for (int edge = leverage.begin(firm); edge < leverage.end(firm); edge++) {
            needed += all.weight(leverage.head(edge)) * Math.min(1, leverage.amount(edge));
        }
        List<Gain> gains = new ArrayList<>();
        for (int place = 0; place < removed.length; place++) {
            RemovableGuarantee guarantee = network.guarantees().get(place);
            if (needed > 0 && guarantee.borrower() == firm && !removed[place] && !kept[place]) {
                gains.add(
                        new Gain(gain(network, all, guarantee), guarantee.cost().doubleValue()));
            }
        }
        return cover(needed, gains);
    }

    /** {@return whether no firm but the one that fails, and those that have failed before, comes to the cap} */
    static boolean isBelowTheCap(RemovalNetwork network, Stress stress, int firm) {
        return IntStream.range(0, network.firms())
                .allMatch(other -> other == firm || network.equity(other) <= 0 || stress.of(other) < 1 - SLACK);
    }

    private static double paths(RemovalNetwork network, int firm, double bound) {
        boolean[] removed = new boolean[network.guarantees().size()];
        Stress now = network.failure(removed, firm);
        List<Gain> gains = new ArrayList<>();
        for (int place = 0; place < removed.length; place++) {
            RemovableGuarantee guarantee = network.guarantees().get(place);
            if (now.of(guarantee.borrower()) > 0) {
                removed[place] = true;
                double lowered = now.impact() - network.failure(removed, firm).impact();
                removed[place] = false;
                gains.add(new Gain(lowered, guarantee.cost().doubleValue()));
            }
        }
        return cover(now.impact() - bound, gains);
    }

    /** The least cost of gains that add up to what is needed, fractions allowed, and no less than the cheapest that gains anything. */
    static double cover(double excess, List<Gain> all) {
        double needed = excess - SLACK;
        List<Gain> gains = all.stream()
                .filter(one -> one.gain() > 0)
                .sorted(Comparator.comparingDouble(one -> one.cost() / one.gain()))
                .toList();
        if (needed <= 0 || gains.isEmpty()) {
            return 0;
        }
        double left = needed;
        double cost = 0;
        double cheapest = Double.POSITIVE_INFINITY;
        for (Gain one : gains) {
            cost += Math.max(0, Math.min(1, left / one.gain())) * one.cost();
            left -= one.gain();
            cheapest = Math.min(cheapest, one.cost());
        }
        return Math.max(cost, cheapest);
    }

    private static double gain(RemovalNetwork network, LossNetwork all, RemovableGuarantee guarantee) {
        double gain = 0;
        for (RemovableGuarantee.Loss loss : guarantee.guarantors()) {
            double equity = network.equity(loss.guarantor());
            gain += equity > 0 ? all.weight(loss.guarantor()) * Math.min(1, loss.amount() / equity) : 0;
        }
        return gain;
    }

    private static double reach(RemovalNetwork network, FirmGraph leverage, int firm) {
        boolean[] reached = reached(network, leverage, firm);
        double cheapest = Double.POSITIVE_INFINITY;
        for (RemovableGuarantee guarantee : network.guarantees()) {
            if (reached[guarantee.borrower()]) {
                cheapest = Math.min(cheapest, guarantee.cost().doubleValue());
            }
        }
        return Double.isInfinite(cheapest) ? 0 : cheapest;
    }

    /** Firms without equity have failed in every scenario, so that their stress is there too. */
    private static boolean[] reached(RemovalNetwork network, FirmGraph leverage, int firm) {
        boolean[] reached = new boolean[network.firms()];
        int[] stack = new int[network.firms()];
        int size = 0;
        for (int own = 0; own < reached.length; own++) {
            if (own == firm || network.equity(own) <= 0) {
                reached[own] = true;
                stack[size++] = own;
            }
        }
        while (size > 0) {
            int own = stack[--size];
            for (int edge = leverage.begin(own); edge < leverage.end(own); edge++) {
                int next = leverage.head(edge);
                if (!reached[next]) {
                    reached[next] = true;
                    stack[size++] = next;
                }
            }
        }
        return reached;
    }
}
