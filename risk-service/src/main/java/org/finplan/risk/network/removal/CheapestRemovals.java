package org.finplan.risk.network.removal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.finplan.risk.network.contagion.Stress;

/**
 * Takes guarantees away until no single failure has an impact above a bound: of the firm whose failure does most, the guarantee whose
 * removal lowers that impact most for its cost goes first, and what turns out not to be needed in the end is put back, the dearest first.
 * The impact never rises when a guarantee goes, and is 0 when all are gone, so that it comes to an end.
 *
 * @param impactBefore largest impact of a single failure with all guarantees
 * @param worstBefore the firm whose failure it is
 * @param steps what goes, in its order
 * @param cost what that costs
 * @param bound what every such set costs at least
 */
record CheapestRemovals(double impactBefore, int worstBefore, List<Step> steps, BigDecimal cost, RemovalBound bound) {

    private static final double ROUNDING = 1e-12;

    /**
     * A guarantee that goes.
     *
     * @param guarantee its place among the guarantees of the network
     * @param impactAfter largest impact of a single failure when it and those before it are gone
     */
    record Step(int guarantee, double impactAfter) {}

    /**
     * Finds what goes.
     *
     * @param network the component
     * @param bound largest impact that is wanted, 0 to 1
     * @return the guarantees
     */
    static CheapestRemovals of(RemovalNetwork network, double bound) {
        boolean[] removed = new boolean[network.guarantees().size()];
        double[] before = network.impacts(removed);
        List<Integer> order = new ArrayList<>();
        double[] impacts = before;
        while (!isUnder(impacts, bound)) {
            int next = next(network, removed, RemovalNetwork.worst(impacts), bound);
            removed[next] = true;
            order.add(next);
            impacts = network.impacts(removed);
        }
        putBack(network, removed, order, bound);
        return new CheapestRemovals(
                before[RemovalNetwork.worst(before)],
                RemovalNetwork.worst(before),
                steps(network, order),
                cost(network, order),
                RemovalBound.of(network, bound));
    }

    /**
     * Whether a set of impacts is what is wanted.
     *
     * @param impacts impact of each single failure
     * @param bound largest one that is wanted
     * @return whether none is above it
     */
    static boolean isUnder(double[] impacts, double bound) {
        return impacts[RemovalNetwork.worst(impacts)] <= bound + ROUNDING;
    }

    private static int next(RemovalNetwork network, boolean[] removed, int worst, double bound) {
        Stress now = network.failure(removed, worst);
        double excess = now.impact() - bound;
        int best = -1;
        double bestScore = -1;
        double bestWeight = -1;
        for (int place = 0; place < removed.length; place++) {
            RemovableGuarantee guarantee = network.guarantees().get(place);
            if (removed[place] || now.of(guarantee.borrower()) <= 0) {
                continue;
            }
            removed[place] = true;
            double lowered = now.impact() - network.failure(removed, worst).impact();
            removed[place] = false;
            double cost = Math.max(guarantee.cost().doubleValue(), Double.MIN_NORMAL);
            // What only makes a loss beyond all equity smaller lowers nothing by itself, and may be needed all the
            // same.
            double weight = leverage(network, guarantee) / cost;
            double score = lowered <= ROUNDING ? 0 : Math.min(lowered, excess) / cost;
            if (score > bestScore || (score == bestScore && weight > bestWeight)) {
                best = place;
                bestScore = score;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double leverage(RemovalNetwork network, RemovableGuarantee guarantee) {
        double sum = 0;
        for (RemovableGuarantee.Loss loss : guarantee.guarantors()) {
            double equity = network.equity(loss.guarantor());
            sum += equity > 0 ? loss.amount() / equity : 0;
        }
        return sum;
    }

    private static void putBack(RemovalNetwork network, boolean[] removed, List<Integer> order, double bound) {
        List<Integer> dearest = new ArrayList<>(order);
        dearest.sort(Comparator.comparing(
                        (Integer place) -> network.guarantees().get(place).cost())
                .reversed());
        for (int place : dearest) {
            removed[place] = false;
            if (isUnder(network.impacts(removed), bound)) {
                order.remove(Integer.valueOf(place));
            } else {
                removed[place] = true;
            }
        }
    }

    /**
     * The same with other guarantees.
     *
     * @param network the component
     * @param order what goes instead, in its order
     * @param proven what every such set costs at least
     * @return the removals
     */
    CheapestRemovals with(RemovalNetwork network, List<Integer> order, RemovalBound proven) {
        return new CheapestRemovals(impactBefore, worstBefore, steps(network, order), cost(network, order), proven);
    }

    private static BigDecimal cost(RemovalNetwork network, List<Integer> order) {
        return order.stream()
                .map(place -> network.guarantees().get(place).cost())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Step> steps(RemovalNetwork network, List<Integer> order) {
        boolean[] removed = new boolean[network.guarantees().size()];
        List<Step> steps = new ArrayList<>();
        for (int place : order) {
            removed[place] = true;
            double[] impacts = network.impacts(removed);
            steps.add(new Step(place, impacts[RemovalNetwork.worst(impacts)]));
        }
        return steps;
    }
}
