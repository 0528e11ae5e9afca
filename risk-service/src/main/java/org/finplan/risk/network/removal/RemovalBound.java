package org.finplan.risk.network.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * What every set of guarantees that brings the impact under a bound costs at least. Two bounds are proven, and the larger one is taken.
 *
 * <p>Direct losses: when i fails, each guarantor j of it ends with a stress of at least {@code min(1, sum of L[j][i])}, so that the impact
 * is at least the weighted sum D of these. Taking guarantee e away lowers D by at most {@code g_e = sum of v_j min(1, L_e[j][i])}, since
 * {@code min(1, x)} grows no faster than x. So the guarantees of i that go have gains that add up to D less the bound at least; what that
 * costs at least is the covering knapsack with fractions, filled in the order of cost by gain, and no less than the cheapest of them.
 * A guarantee is one borrower's, so the sums of different firms i add up.
 *
 * <p>Reach: while the failure of i is above the bound, one guarantee at least of a borrower that its stress reaches must go, since nothing
 * else changes it. It costs as much as the cheapest of them at least.
 *
 * @param cost the lower bound of the cost
 * @param proof {@code direct-losses}, {@code reach}, or {@code none-needed} when the impact is under the bound already
 */
record RemovalBound(double cost, String proof) {

    /** Rounding errors of the solver are smaller: what is proven stays so. */
    private static final double SLACK = 1e-9;

    static RemovalBound of(RemovalNetwork network, double bound) {
        boolean[] none = new boolean[network.guarantees().size()];
        double[] impacts = network.impacts(none);
        LossNetwork all = network.without(none);
        double direct = 0;
        double reach = 0;
        for (int firm = 0; firm < impacts.length; firm++) {
            direct += directLosses(network, all, firm, bound);
            if (impacts[firm] > bound + SLACK) {
                reach = Math.max(reach, reach(network, all.leverage(), firm));
            }
        }
        if (direct == 0 && reach == 0) {
            return new RemovalBound(0, "none-needed");
        }
        return direct >= reach ? new RemovalBound(direct, "direct-losses") : new RemovalBound(reach, "reach");
    }

    /** A guarantee of a firm with what taking it away lowers its direct losses by at most. */
    private record Gain(double gain, double cost) {}

    private static double directLosses(RemovalNetwork network, LossNetwork all, int firm, double bound) {
        FirmGraph leverage = all.leverage();
        double needed = -bound - SLACK;
        for (int edge = leverage.begin(firm); edge < leverage.end(firm); edge++) {
            needed += all.weight(leverage.head(edge)) * Math.min(1, leverage.amount(edge));
        }
        if (needed <= 0) {
            return 0;
        }
        List<Gain> gains = new ArrayList<>();
        for (RemovableGuarantee guarantee : network.guarantees()) {
            double gain = guarantee.borrower() == firm ? gain(network, all, guarantee) : 0;
            if (gain > 0) {
                gains.add(new Gain(gain, guarantee.cost().doubleValue()));
            }
        }
        gains.sort(Comparator.comparingDouble(one -> one.cost() / one.gain()));
        double cost = 0;
        double cheapest = gains.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
        for (Gain one : gains) {
            double part = Math.max(0, Math.min(1, needed / one.gain()));
            cost += part * one.cost();
            needed -= one.gain();
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
