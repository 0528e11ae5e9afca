package org.finplan.risk.network.structure;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * Core numbers on the undirected simple graph: the largest k such that a firm is left when firms with fewer than k
 * neighbours are taken away again and again (Batagelj, Zaversnik 2003). Level by level: who is left is looked at once in each
 * level up to its own core number, which is at most its number of neighbours, so that it is linear, and an edge costs one look at
 * the firm on its other end.
 */
public final class CoreNumbers {

    private CoreNumbers() {}

    /**
     * Finds the core numbers.
     *
     * @param graph the graph; directions are left aside, two firms that guarantee each other are one pair
     * @return core number of each firm
     */
    public static int[] of(FirmGraph graph) {
        FirmGraph pairs = graph.undirected();
        int[] degree = new int[pairs.firms()];
        int[] left = new int[degree.length];
        for (int firm = 0; firm < degree.length; firm++) {
            degree[firm] = pairs.degree(firm);
            left[firm] = firm;
        }
        int[] taken = new int[degree.length];
        int count = degree.length;
        for (int level = 0; count > 0; level++) {
            int kept = 0;
            int queued = 0;
            for (int i = 0; i < count; i++) {
                int firm = left[i];
                if (degree[firm] > level) {
                    left[kept++] = firm;
                } else if (degree[firm] == level) {
                    taken[queued++] = firm;
                }
            }
            take(pairs, level, taken, queued, degree);
            count = kept;
        }
        return degree;
    }

    /** Takes firms away, and who by that has no more neighbours left than the level: its degree becomes the level. */
    private static void take(FirmGraph pairs, int level, int[] taken, int queued, int[] degree) {
        int more = queued;
        for (int i = 0; i < more; i++) {
            for (int edge = pairs.begin(taken[i]); edge < pairs.end(taken[i]); edge++) {
                int other = pairs.head(edge);
                if (degree[other] > level && --degree[other] == level) {
                    taken[more++] = other;
                }
            }
        }
    }
}
