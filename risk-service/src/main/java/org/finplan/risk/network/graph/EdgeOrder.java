package org.finplan.risk.network.graph;

import java.util.Arrays;

/**
 * Puts edges in the order of their tails; of one tail they stay as they came. Linear. Many edges are first parted into blocks of
 * tails, one after the other within each, so that what is written next lies near enough to be held by a cache; otherwise every edge
 * waits for two places of memory.
 */
final class EdgeOrder {

    /** From so many edges on what is written is larger than the caches next to a processor. */
    private static final int MANY = 1 << 18;
    /** So many blocks can be written to in turn. */
    private static final int BLOCKS = 256;

    private final int[] start;
    private final int[] head;
    private final double[] amount;

    private EdgeOrder(int[] start, int edges) {
        this.start = start;
        this.head = new int[edges];
        this.amount = new double[edges];
    }

    /**
     * Orders edges.
     *
     * @param firms number of firms
     * @param from tail of each edge
     * @param to head of each edge
     * @param worth amount of each edge
     * @return the edges in new arrays
     */
    static EdgeOrder of(int firms, int[] from, int[] to, double[] worth) {
        return of(firms, from, to, worth, MANY);
    }

    static EdgeOrder of(int firms, int[] from, int[] to, double[] worth, int many) {
        int[] start = new int[firms + 1];
        for (int tail : from) {
            start[tail + 1]++;
        }
        for (int firm = 0; firm < firms; firm++) {
            start[firm + 1] += start[firm];
        }
        EdgeOrder order = new EdgeOrder(start, from.length);
        if (from.length < many) {
            order.place(from, to, worth);
        } else {
            order.placeByBlocks(from, to, worth);
        }
        return order;
    }

    /** {@return where the edges of each tail begin, and after the last of them how many there are} */
    int[] start() {
        return start;
    }

    int[] head() {
        return head;
    }

    double[] amount() {
        return amount;
    }

    private void place(int[] from, int[] to, double[] worth) {
        int[] next = Arrays.copyOf(start, start.length - 1);
        for (int edge = 0; edge < from.length; edge++) {
            int place = next[from[edge]]++;
            head[place] = to[edge];
            amount[place] = worth[edge];
        }
    }

    private void placeByBlocks(int[] from, int[] to, double[] worth) {
        int firms = start.length - 1;
        int shift = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(firms / BLOCKS));
        int[] next = new int[(firms >> shift) + 1];
        for (int block = 0; block < next.length; block++) {
            next[block] = start[block << shift];
        }
        int[] tails = new int[from.length];
        int[] heads = new int[from.length];
        double[] amounts = new double[from.length];
        for (int edge = 0; edge < from.length; edge++) {
            int place = next[from[edge] >> shift]++;
            tails[place] = from[edge];
            heads[place] = to[edge];
            amounts[place] = worth[edge];
        }
        place(tails, heads, amounts);
    }
}
