package org.finplan.risk.network.structure;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * Core numbers on the undirected simple graph: the largest k such that a firm is left when firms with fewer than k
 * neighbours are taken away again and again. Bucket algorithm of Batagelj and Zaversnik (2003), linear.
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
        int firms = pairs.firms();
        int[] degree = new int[firms];
        int most = 0;
        for (int firm = 0; firm < firms; firm++) {
            degree[firm] = pairs.degree(firm);
            most = Math.max(most, degree[firm]);
        }
        int[] bucket = new int[most + 2];
        for (int own : degree) {
            bucket[own + 1]++;
        }
        for (int i = 1; i < bucket.length; i++) {
            bucket[i] += bucket[i - 1];
        }
        int[] order = new int[firms];
        int[] place = new int[firms];
        int[] next = bucket.clone();
        for (int firm = 0; firm < firms; firm++) {
            place[firm] = next[degree[firm]]++;
            order[place[firm]] = firm;
        }
        for (int i = 0; i < firms; i++) {
            int firm = order[i];
            for (int edge = pairs.begin(firm); edge < pairs.end(firm); edge++) {
                int other = pairs.head(edge);
                if (degree[other] > degree[firm]) {
                    moveDown(other, degree, bucket, order, place);
                }
            }
        }
        return degree;
    }

    /** Swaps a firm with the first of its bucket, which then begins one place later. */
    private static void moveDown(int firm, int[] degree, int[] bucket, int[] order, int[] place) {
        int start = bucket[degree[firm]];
        int first = order[start];
        int own = place[firm];
        order[own] = first;
        place[first] = own;
        order[start] = firm;
        place[firm] = start;
        bucket[degree[firm]]++;
        degree[firm]--;
    }
}
