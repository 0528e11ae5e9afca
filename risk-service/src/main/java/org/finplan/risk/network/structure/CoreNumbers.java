package org.finplan.risk.network.structure;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * Core numbers on the undirected simple graph: the largest k such that a firm is left when firms with fewer than k
 * neighbours are taken away again and again (Batagelj, Zaversnik 2003). Level by level: who is left is looked at once in each
 * level up to its own core number, which is at most its number of neighbours, so that it is linear, and an edge costs one look at
 * the firm on its other end.
 */
public final class CoreNumbers {

    /** So many firms are read ahead of the one whose neighbours are told: as many reads as a processor has under way at once. */
    private static final int AHEAD = 32;

    private final Neighbours neighbours;
    private final int[] degree;
    private final int[] taken;
    private int queued;

    private CoreNumbers(Neighbours neighbours) {
        this.neighbours = neighbours;
        this.degree = neighbours.degrees();
        this.taken = new int[degree.length + 1];
    }

    /**
     * Finds the core numbers.
     *
     * @param graph the graph; directions are left aside, two firms that guarantee each other are one pair
     * @return core number of each firm
     */
    public static int[] of(FirmGraph graph) {
        return new CoreNumbers(Neighbours.of(graph)).numbers();
    }

    private int[] numbers() {
        int[] left = new int[degree.length];
        for (int firm = 0; firm < left.length; firm++) {
            left[firm] = firm;
        }
        int count = left.length;
        for (int level = 0; count > 0; level++) {
            int kept = 0;
            queued = 0;
            for (int i = 0; i < count; i++) {
                int firm = left[i];
                int own = degree[firm];
                left[kept] = firm;
                kept += (level - own) >>> 31;
                taken[queued] = firm;
                queued += ((own ^ level) - 1) >>> 31;
            }
            int done = 0;
            while (done < queued) {
                int end = Math.min(queued, done + AHEAD);
                take(level, done, end);
                done = end;
            }
            count = kept;
        }
        return degree;
    }

    /** Takes firms away, and who by that has no more neighbours left than the level: its degree becomes the level. */
    private void take(int level, int from, int to) {
        neighbours.warm(taken, from, to);
        int more = queued;
        for (int i = from; i < to; i++) {
            int end = neighbours.end(taken[i]);
            for (int place = neighbours.begin(taken[i]); place < end; place++) {
                int other = neighbours.firm(place);
                int before = degree[other];
                // Without a branch, as above: nothing waits for what was read, so that the reads of many neighbours go
                // on side by side.
                degree[other] = before - ((level - before) >>> 31);
                taken[more] = other;
                more += ((before ^ (level + 1)) - 1) >>> 31;
            }
        }
        queued = more;
    }
}
