package org.finplan.risk.network.scenario;

/** Puts firms in the order of a figure, without an object for each of a million. */
final class Ranking {

    private Ranking() {}

    /**
     * Sorts by merging ever longer runs.
     *
     * @param figure the figure of each firm, none of them not a number
     * @return the firms, the largest figure first, of the same figure in ascending order
     */
    static int[] of(double[] figure) {
        int[] order = new int[figure.length];
        for (int firm = 0; firm < order.length; firm++) {
            order[firm] = firm;
        }
        int[] merged = new int[order.length];
        for (long run = 1; run < order.length; run *= 2) {
            for (long start = 0; start < order.length; start += 2 * run) {
                int middle = (int) Math.min(start + run, order.length);
                int end = (int) Math.min(start + 2 * run, order.length);
                merge(figure, order, merged, (int) start, middle, end);
            }
            int[] done = order;
            order = merged;
            merged = done;
        }
        return order;
    }

    private static void merge(double[] figure, int[] from, int[] to, int start, int middle, int end) {
        int left = start;
        int right = middle;
        for (int place = start; place < end; place++) {
            boolean takeLeft = right == end || (left < middle && figure[from[left]] >= figure[from[right]]);
            to[place] = takeLeft ? from[left++] : from[right++];
        }
    }
}
