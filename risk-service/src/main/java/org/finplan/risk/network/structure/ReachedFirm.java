package org.finplan.risk.network.structure;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.RandomAccess;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * A firm that a failed firm reaches.
 *
 * @param firm the firm
 * @param steps how many edges away it is
 * @param path shortest path from the failed firm to it; of several the one over the largest last edge
 * @param worstCase what it loses when every firm that is nearer fails
 */
public record ReachedFirm(int firm, int steps, FirmPath path, double worstCase) {

    /** {@return what it loses when the firm before it on the path fails} */
    public double amount() {
        return path.amounts().get(path.amounts().size() - 1);
    }

    /**
     * Finds the firms within some steps of a failed firm.
     *
     * @param hits from a failed firm to those that lose by it
     * @param failed the failed firm
     * @param depth most steps
     * @return the firms, nearest first, of the same distance in ascending order
     */
    public static List<ReachedFirm> of(FirmGraph hits, int failed, int depth) {
        int[] steps = new int[hits.firms()];
        int[] best = new int[hits.firms()];
        int[] before = new int[hits.firms()];
        double[] worst = new double[hits.firms()];
        Arrays.fill(steps, -1);
        steps[failed] = 0;
        List<Integer> reached = new ArrayList<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(failed));
        while (!queue.isEmpty()) {
            int firm = queue.remove();
            for (int edge = hits.begin(firm); steps[firm] < depth && edge < hits.end(firm); edge++) {
                int next = hits.head(edge);
                boolean first = steps[next] < 0;
                if (first) {
                    steps[next] = steps[firm] + 1;
                    queue.add(next);
                    reached.add(next);
                }
                if (steps[next] == steps[firm] + 1) {
                    worst[next] += hits.amount(edge);
                    if (first || hits.amount(edge) > hits.amount(best[next])) {
                        best[next] = edge;
                        before[next] = firm;
                    }
                }
            }
        }
        reached.sort((one, other) -> steps[one] == steps[other] ? one - other : steps[one] - steps[other]);
        return new Reached(reached) {
            @Override
            ReachedFirm of(int firm) {
                return new ReachedFirm(firm, steps[firm], path(hits, best, before, failed, firm), worst[firm]);
            }
        };
    }

    /** Puts down the path to a firm when it is asked for: in a large network they are many, and a page needs a few. */
    private abstract static class Reached extends AbstractList<ReachedFirm> implements RandomAccess {

        private final List<Integer> firms;

        private Reached(List<Integer> firms) {
            this.firms = firms;
        }

        abstract ReachedFirm of(int firm);

        @Override
        public ReachedFirm get(int place) {
            return of(firms.get(place));
        }

        @Override
        public int size() {
            return firms.size();
        }
    }

    private static FirmPath path(FirmGraph hits, int[] best, int[] before, int failed, int firm) {
        List<Integer> firms = new ArrayList<>(List.of(firm));
        List<Double> amounts = new ArrayList<>();
        for (int at = firm; at != failed; at = before[at]) {
            firms.add(0, before[at]);
            amounts.add(0, hits.amount(best[at]));
        }
        return new FirmPath(firms, amounts, FirmPath.End.DEPTH);
    }
}
