package org.finplan.risk.network.graph;

import java.util.Arrays;

/**
 * Directed edges with amounts between firms 0 to n-1, as compressed sparse rows. The heads of a row ascend, each head
 * stands once: parallel edges are summed in the order in which they came. Immutable.
 */
public final class FirmGraph {

    private final int[] start;
    private final int[] head;
    private final double[] amount;
    private final int merged;

    private FirmGraph(int[] start, int[] head, double[] amount, int merged) {
        this.start = start;
        this.head = head;
        this.amount = amount;
        this.merged = merged;
    }

    /**
     * Builds a graph in time and memory linear in the edges.
     *
     * @param firms number of firms
     * @param from tail of each edge
     * @param to head of each edge
     * @param amount amount of each edge, not negative
     * @return the graph; parallel edges are summed and counted in {@link #merged()}
     * @throws IllegalArgumentException for an edge from a firm to itself, an unknown firm, or an amount that is negative
     *     or no number
     */
    public static FirmGraph of(int firms, int[] from, int[] to, double[] amount) {
        for (int edge = 0; edge < from.length; edge++) {
            if (from[edge] == to[edge] || !(amount[edge] >= 0) || Double.isInfinite(amount[edge])) {
                throw new IllegalArgumentException("edge " + edge + " leads to itself or has no amount");
            }
            if (Math.min(from[edge], to[edge]) < 0 || Math.max(from[edge], to[edge]) >= firms) {
                throw new IllegalArgumentException("edge " + edge + " has an unknown firm");
            }
        }
        // By tail, then each row by head: a row lies in one place of memory.
        EdgeOrder order = EdgeOrder.of(firms, from, to, amount);
        int[] start = order.start();
        int[] head = order.head();
        double[] sorted = order.amount();
        for (int firm = 0; firm < firms; firm++) {
            RowOrder.sort(head, sorted, start[firm], start[firm + 1]);
        }
        return merge(start, head, sorted);
    }

    private static void sum(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    private static FirmGraph merge(int[] start, int[] head, double[] amount) {
        int kept = 0;
        int[] first = new int[start.length];
        for (int firm = 0; firm + 1 < start.length; firm++) {
            first[firm] = kept;
            for (int edge = start[firm]; edge < start[firm + 1]; edge++) {
                if (kept > first[firm] && head[kept - 1] == head[edge]) {
                    amount[kept - 1] += amount[edge];
                } else {
                    head[kept] = head[edge];
                    amount[kept++] = amount[edge];
                }
            }
        }
        first[start.length - 1] = kept;
        int merged = head.length - kept;
        return merged == 0
                ? new FirmGraph(first, head, amount, 0)
                : new FirmGraph(first, Arrays.copyOf(head, kept), Arrays.copyOf(amount, kept), merged);
    }

    /** {@return the graph with every edge turned round} */
    public FirmGraph transposed() {
        int firms = firms();
        int[] turned = new int[firms + 1];
        for (int target : head) {
            turned[target + 1]++;
        }
        sum(turned);
        int[] next = Arrays.copyOf(turned, firms);
        int[] tails = new int[head.length];
        double[] amounts = new double[head.length];
        for (int firm = 0; firm < firms; firm++) {
            for (int edge = start[firm]; edge < start[firm + 1]; edge++) {
                int place = next[head[edge]]++;
                tails[place] = firm;
                amounts[place] = amount[edge];
            }
        }
        return new FirmGraph(turned, tails, amounts, merged);
    }

    /**
     * The same edges with other amounts.
     *
     * @param scale what becomes of the amount of an edge
     * @return the graph
     */
    public FirmGraph scaled(Scale scale) {
        double[] scaled = new double[amount.length];
        for (int firm = 0; firm < firms(); firm++) {
            for (int edge = start[firm]; edge < start[firm + 1]; edge++) {
                scaled[edge] = scale.apply(firm, head[edge], amount[edge]);
            }
        }
        return new FirmGraph(start, head, scaled, merged);
    }

    /** {@return the edges whose amount is above zero} */
    public FirmGraph positive() {
        int[] first = new int[start.length];
        int[] heads = new int[head.length];
        double[] amounts = new double[head.length];
        int kept = 0;
        for (int firm = 0; firm < firms(); firm++) {
            for (int edge = start[firm]; edge < start[firm + 1]; edge++) {
                if (amount[edge] > 0) {
                    heads[kept] = head[edge];
                    amounts[kept++] = amount[edge];
                }
            }
            first[firm + 1] = kept;
        }
        return kept == head.length
                ? this
                : new FirmGraph(first, Arrays.copyOf(heads, kept), Arrays.copyOf(amounts, kept), merged);
    }

    /** {@return how many firms there are} */
    public int firms() {
        return start.length - 1;
    }

    /** {@return how many different edges there are} */
    public int edges() {
        return head.length;
    }

    /** {@return how many edges were added to one that had the same ends} */
    public int merged() {
        return merged;
    }

    /**
     * The first edge of a firm.
     *
     * @param firm its tail
     * @return number of the edge
     */
    public int begin(int firm) {
        return start[firm];
    }

    /**
     * The end of the edges of a firm.
     *
     * @param firm their tail
     * @return number after that of its last edge
     */
    public int end(int firm) {
        return start[firm + 1];
    }

    /**
     * How many edges leave a firm.
     *
     * @param firm their tail
     * @return the number
     */
    public int degree(int firm) {
        return start[firm + 1] - start[firm];
    }

    /**
     * Where an edge leads.
     *
     * @param edge number of the edge
     * @return its head
     */
    public int head(int edge) {
        return head[edge];
    }

    /**
     * What an edge is worth.
     *
     * @param edge number of the edge
     * @return its amount
     */
    public double amount(int edge) {
        return amount[edge];
    }

    /**
     * Finds the edge between two firms.
     *
     * @param from tail
     * @param to head
     * @return number of the edge, negative when there is none
     */
    public int edge(int from, int to) {
        return Arrays.binarySearch(head, start[from], start[from + 1], to);
    }

    /**
     * What the edges of a firm are worth together.
     *
     * @param firm their tail
     * @return the sum, in the order of their heads
     */
    public double total(int firm) {
        double sum = 0;
        for (int edge = start[firm]; edge < start[firm + 1]; edge++) {
            sum += amount[edge];
        }
        return sum;
    }

    /** What becomes of the amount of an edge. */
    @FunctionalInterface
    public interface Scale {

        /**
         * Gives an edge another amount.
         *
         * @param from tail
         * @param to head
         * @param amount amount until now
         * @return amount from now on
         */
        double apply(int from, int to, double amount);
    }
}
