package org.finplan.risk.network.structure;

import java.util.Optional;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * The circle of one busy firm: whom it reaches and who reaches it (Fleischer, Hendrickson, Pinar 2000). Where one circle holds much
 * of a network, as in networks of a whole country, it is found by going through the firms in the order of memory a few times, where
 * a search along one path would have to wait for memory at each firm.
 */
final class LargeCircle {

    /** Every so many edges one is looked at to find a busy firm. */
    private static final int SAMPLED = 16;
    /** So many looks at each edge and no more: a network of long paths is left to the search along them. */
    private static final int MOST_LOOKS = 12;

    private final FirmGraph graph;
    private final int firm;
    private final long[] reached;
    private final long[] member;
    private long looks;

    private LargeCircle(FirmGraph graph) {
        this.graph = graph;
        this.firm = busiest(graph);
        this.reached = new long[graph.firms() / Long.SIZE + 1];
        this.member = new long[reached.length];
        this.looks = (long) MOST_LOOKS * graph.edges();
    }

    /**
     * Finds the circle of a busy firm.
     *
     * @param graph the graph, with a firm
     * @return the circle; empty when it would take more than a few looks at each edge
     */
    static Optional<LargeCircle> of(FirmGraph graph) {
        LargeCircle circle = new LargeCircle(graph);
        return circle.reach() && circle.turnBack() ? Optional.of(circle) : Optional.empty();
    }

    /** {@return whether the firm belongs to the circle} */
    boolean contains(int other) {
        return has(member, other);
    }

    /** {@return whether the circle leads to the firm; so it does to its own} */
    boolean reaches(int other) {
        return has(reached, other);
    }

    private static boolean has(long[] bits, int firm) {
        return ((bits[firm >> 6] >>> firm) & 1) != 0;
    }

    private static int busiest(FirmGraph graph) {
        int[] received = new int[graph.firms()];
        for (int edge = 0; edge < graph.edges(); edge += SAMPLED) {
            received[graph.head(edge)]++;
        }
        int busiest = 0;
        long most = -1;
        for (int firm = 0; firm < received.length; firm++) {
            long busy = (long) received[firm] * graph.degree(firm);
            if (busy > most) {
                busiest = firm;
                most = busy;
            }
        }
        return busiest;
    }

    /** Marks whom the firm reaches: goes through all firms until none is left that was reached and not looked at. */
    private boolean reach() {
        reached[firm >> 6] |= 1L << firm;
        long[] done = new long[reached.length];
        boolean more = true;
        while (more && looks > 0) {
            more = false;
            looks -= reached.length;
            for (int word = 0; word < reached.length; word++) {
                for (long open = reached[word] & ~done[word]; open != 0; open = reached[word] & ~done[word]) {
                    done[word] |= open;
                    more = true;
                    send(word, open);
                }
            }
        }
        return !more;
    }

    private void send(int word, long firms) {
        for (long left = firms; left != 0; left &= left - 1) {
            int own = (word << 6) + Long.numberOfTrailingZeros(left);
            int end = graph.end(own);
            for (int edge = graph.begin(own); edge < end; edge++) {
                int next = graph.head(edge);
                reached[next >> 6] |= 1L << next;
            }
        }
    }

    /** Marks who leads to the firm, of those that it reaches: goes through them forth and back until nobody joins. */
    private boolean turnBack() {
        member[firm >> 6] |= 1L << firm;
        boolean more = true;
        for (boolean forth = true; more && looks > 0; forth = !forth) {
            more = false;
            looks -= reached.length;
            for (int i = 0; i < reached.length; i++) {
                int word = forth ? i : reached.length - 1 - i;
                long joined = joining(word, reached[word] & ~member[word]);
                more |= joined != 0;
            }
        }
        return !more;
    }

    private long joining(int word, long firms) {
        long joined = 0;
        for (long left = firms; left != 0; left &= left - 1) {
            int own = (word << 6) + Long.numberOfTrailingZeros(left);
            int begin = graph.begin(own);
            int end = graph.end(own);
            int edge = begin;
            while (edge < end && !has(member, graph.head(edge))) {
                edge++;
            }
            looks -= edge - begin;
            if (edge < end) {
                joined |= 1L << own;
                member[word] |= 1L << own;
            }
        }
        return joined;
    }
}
