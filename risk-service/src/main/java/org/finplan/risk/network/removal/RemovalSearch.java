package org.finplan.risk.network.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.finplan.risk.network.contagion.Stress;

/**
 * Looks for a cheaper set than greed took, and proves how much cheaper one can be: branch and bound, the least bound first (Land and
 * Doig 1960).
 *
 * <p>The impact never rises when a guarantee goes. So while the failure of i is above the bound, one at least of the guarantees must go whose
 * borrower its stress reaches; the branches are which of them is the first to go, in the order in which greed would take them, those before
 * it staying. A branch is left when what it must cost is no less than what was found, or when not even all that may go still is enough.
 * It ends when no branch is left, which proves the cheapest set, or when so much has been solved that a caller would wait too long: then
 * no set is cheaper than the least bound of the branches that are left. The count does not depend on the machine, so that the same request
 * has the same answer.
 */
final class RemovalSearch {

    /** Firms and guarantees of all failures that were solved: less than a second. */
    private static final long MOST_WORK = 12_000_000;

    /** Sums of costs differ by rounding: what is cheaper by less is not cheaper. */
    private static final double ROUNDING = 1e-12;

    private final RemovalNetwork network;
    private final double bound;
    private final PriorityQueue<Branch> open =
            new PriorityQueue<>(Comparator.comparingDouble(Branch::least).thenComparingInt(Branch::number));
    private List<Integer> best;
    private double bestCost;
    private int numbers;
    private long work;

    private RemovalSearch(RemovalNetwork network, double bound, CheapestRemovals greedy) {
        this.network = network;
        this.bound = bound;
        this.best =
                greedy.steps().stream().map(CheapestRemovals.Step::guarantee).toList();
        this.bestCost = cost(best);
    }

    /**
     * Some sets of guarantees.
     *
     * @param number in the order in which they were found
     * @param gone what has gone in all of them, in its order
     * @param kept what goes in none of them
     * @param least what each costs at least
     */
    private record Branch(int number, List<Integer> gone, List<Integer> kept, double least) {}

    /**
     * Looks for a cheaper set.
     *
     * @param network the component
     * @param bound largest impact that is wanted
     * @param greedy what greed took
     * @return the cheapest set that was found, with the largest bound that is proven
     */
    static CheapestRemovals improve(RemovalNetwork network, double bound, CheapestRemovals greedy) {
        if (greedy.steps().isEmpty()) {
            return greedy;
        }
        return new RemovalSearch(network, bound, greedy).improve(greedy);
    }

    private CheapestRemovals improve(CheapestRemovals greedy) {
        add(List.of(), List.of(), greedy.bound().cost());
        while (!open.isEmpty() && isCheaper(open.peek().least()) && work < MOST_WORK) {
            look(open.poll());
        }
        double least =
                open.isEmpty() ? bestCost : Math.min(bestCost, open.peek().least());
        RemovalBound proven =
                least > greedy.bound().cost() ? new RemovalBound(least, RemovalBound.SEARCH) : greedy.bound();
        return greedy.with(network, best, proven);
    }

    private boolean isCheaper(double least) {
        return least < bestCost * (1 - ROUNDING);
    }

    private void look(Branch branch) {
        boolean[] removed = mask(branch.gone());
        boolean[] kept = mask(branch.kept());
        double[] impacts = impacts(removed);
        if (CheapestRemovals.isUnder(impacts, bound)) {
            best = branch.gone();
            bestCost = cost(best);
            return;
        }
        if (!isEnough(kept)) {
            return;
        }
        int worst = RemovalNetwork.worst(impacts);
        Stress now = failure(removed, worst);
        List<Candidate> candidates = candidates(kept, removed, worst, now);
        double least = cost(branch.gone())
                + Math.max(further(now, worst, candidates), RemovalBound.directLosses(network, removed, kept, bound));
        branch(branch, Math.max(branch.least(), least), candidates);
    }

    /** A guarantee that may go next, and by how much it lowers the gravest impact. */
    private record Candidate(int place, double lowered, double cost) {}

    private List<Candidate> candidates(boolean[] kept, boolean[] removed, int worst, Stress now) {
        List<Candidate> candidates = new ArrayList<>();
        for (int place = 0; place < removed.length; place++) {
            RemovableGuarantee guarantee = network.guarantees().get(place);
            if (!removed[place] && !kept[place] && now.of(guarantee.borrower()) > 0) {
                removed[place] = true;
                double lowered = now.impact() - failure(removed, worst).impact();
                removed[place] = false;
                candidates.add(new Candidate(place, lowered, guarantee.cost().doubleValue()));
            }
        }
        candidates.sort(Comparator.comparingDouble((Candidate one) -> one.cost() / Math.max(one.lowered(), ROUNDING))
                .thenComparingInt(Candidate::place));
        return candidates;
    }

    /** What has to go besides costs at least this much: by the walks where nobody comes to the cap, otherwise the cheapest candidate. */
    private double further(Stress now, int worst, List<Candidate> candidates) {
        if (RemovalBound.isBelowTheCap(network, now, worst)) {
            return RemovalBound.cover(
                    now.impact() - bound,
                    candidates.stream()
                            .map(one -> new RemovalBound.Gain(one.lowered(), one.cost()))
                            .toList());
        }
        return candidates.stream().mapToDouble(Candidate::cost).min().orElse(Double.POSITIVE_INFINITY);
    }

    private void branch(Branch branch, double least, List<Candidate> candidates) {
        List<Integer> kept = branch.kept();
        for (Candidate next : candidates) {
            List<Integer> gone = with(branch.gone(), next.place());
            double cost = Math.max(least, cost(gone));
            if (isCheaper(cost)) {
                add(gone, kept, cost);
            }
            kept = with(kept, next.place());
        }
    }

    private static List<Integer> with(List<Integer> places, int one) {
        return Stream.concat(places.stream(), Stream.of(one)).toList();
    }

    private void add(List<Integer> gone, List<Integer> kept, double least) {
        open.add(new Branch(numbers++, gone, kept, least));
    }

    private boolean isEnough(boolean[] kept) {
        boolean[] removed = new boolean[kept.length];
        boolean any = false;
        for (int place = 0; place < kept.length; place++) {
            removed[place] = !kept[place];
            any |= kept[place];
        }
        return !any || CheapestRemovals.isUnder(impacts(removed), bound);
    }

    private double[] impacts(boolean[] removed) {
        work += (long) network.firms() * size();
        return network.impacts(removed);
    }

    private Stress failure(boolean[] removed, int firm) {
        work += size();
        return network.failure(removed, firm);
    }

    private int size() {
        return network.firms() + network.guarantees().size();
    }

    private boolean[] mask(List<Integer> places) {
        boolean[] mask = new boolean[network.guarantees().size()];
        places.forEach(place -> mask[place] = true);
        return mask;
    }

    private double cost(List<Integer> places) {
        return places.stream()
                .mapToDouble(place -> network.guarantees().get(place).cost().doubleValue())
                .sum();
    }
}
