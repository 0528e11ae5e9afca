package org.finplan.risk.network.structure;

import java.util.Arrays;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * PageRank (Brin and Page 1998) from tail to head, by hops and not by amounts; what a firm without edges holds is
 * spread over all firms evenly. Iterated until the change, summed over all firms, is under the tolerance.
 */
public final class PageRank {

    private static final int MOST_ROUNDS = 10_000;

    private PageRank() {}

    /**
     * Finds the PageRank of every firm.
     *
     * @param graph the graph
     * @param damping share that follows an edge, such as 0.85
     * @param tolerance the largest summed change of the last round
     * @return ranks that add up to 1
     */
    public static double[] of(FirmGraph graph, double damping, double tolerance) {
        int firms = graph.firms();
        double[] rank = new double[firms];
        Arrays.fill(rank, 1.0 / firms);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = step(graph, rank, damping);
            double change = 0;
            for (int firm = 0; firm < firms; firm++) {
                change += Math.abs(next[firm] - rank[firm]);
            }
            rank = next;
            if (change <= tolerance) {
                break;
            }
        }
        return rank;
    }

    private static double[] step(FirmGraph graph, double[] rank, double damping) {
        int firms = graph.firms();
        double[] next = new double[firms];
        double stranded = 0;
        for (int firm = 0; firm < firms; firm++) {
            int degree = graph.degree(firm);
            if (degree == 0) {
                stranded += rank[firm];
                continue;
            }
            double passed = damping * rank[firm] / degree;
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                next[graph.head(edge)] += passed;
            }
        }
        double even = (1 - damping + damping * stranded) / firms;
        for (int firm = 0; firm < firms; firm++) {
            next[firm] += even;
        }
        return next;
    }
}
