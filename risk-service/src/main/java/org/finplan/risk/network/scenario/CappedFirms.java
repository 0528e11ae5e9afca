package org.finplan.risk.network.scenario;

import java.util.ArrayList;
import java.util.List;
import org.finplan.risk.network.linear.SparseFactor;

/**
 * Finds who stands at the cap when one firm has failed, from above as the exact solver does. At first these are the failed
 * firm and all anchors that it reaches; then the firms that this would lift above the cap are put there, and whoever would
 * be below 1 by itself is released, until nobody is. Each round solves one small system.
 */
final class CappedFirms {

    /** A firm that is held at the cap or, being an anchor, is solved for apart. */
    private static final class Held {

        final int firm;
        /** Place among the anchors, or -1. */
        final int anchor;
        /** What a unit put into the failed firm does to it. */
        final double byFailed;

        boolean free;
        double amount;

        Held(int firm, int anchor, double byFailed, double amount) {
            this.firm = firm;
            this.anchor = anchor;
            this.byFailed = byFailed;
            this.amount = amount;
        }
    }

    private final GreensFunction greens;
    private final int[] anchors;
    private final double[][] reaching;
    private final double[] baseReaching;

    CappedFirms(GreensFunction greens, int[] anchors) {
        this.greens = greens;
        this.anchors = anchors;
        this.reaching = new double[anchors.length][];
        this.baseReaching = new double[anchors.length];
        for (int i = 0; i < anchors.length; i++) {
            reaching[i] = greens.reaching(anchors[i]);
            baseReaching[i] = greens.baseReaching(anchors[i]);
        }
    }

    /** {@return which anchors stress comes to when a firm has failed, by their places; the firm itself left aside} */
    boolean[] reached(int failed) {
        boolean[] reached = new boolean[anchors.length];
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < anchors.length; i++) {
                if (!reached[i] && anchors[i] != failed && isReached(i, failed, reached)) {
                    reached[i] = true;
                    more = true;
                }
            }
        }
        return reached;
    }

    private boolean isReached(int anchor, int failed, boolean[] reached) {
        if (baseReaching[anchor] > 0 || reaching[anchor][failed] > 0) {
            return true;
        }
        for (int other = 0; other < anchors.length; other++) {
            if (reached[other] && reaching[anchor][anchors[other]] > 0) {
                return true;
            }
        }
        return false;
    }

    /** {@return what has to be put into the failed firm so that it stands at 1 when the anchors that it reaches do} */
    double source(int failed, boolean[] reached) {
        double others = greens.base(failed);
        for (int i = 0; i < anchors.length; i++) {
            if (reached[i]) {
                others += greens.column(anchors[i])[failed];
            }
        }
        return (1 - others) / greens.diagonal(failed);
    }

    /**
     * What the failure of a firm does.
     *
     * @param failed the firm
     * @param dead whether it has failed before, having no equity
     * @param reached anchors that it reaches
     * @param lifted whom each failure would lift above the cap
     * @return weighted stress of all sources, and how many firms are at the cap by them
     */
    Effect effect(int failed, boolean dead, boolean[] reached, LiftedFirms lifted) {
        List<Held> held = new ArrayList<>();
        if (!dead) {
            held.add(new Held(failed, -1, greens.diagonal(failed), source(failed, reached)));
        }
        for (int i = 0; i < anchors.length; i++) {
            if (reached[i]) {
                held.add(new Held(anchors[i], i, 0, 1));
            }
        }
        boolean changed = release(held, failed) || lifted.begin(failed) < lifted.end(failed);
        for (int own = lifted.begin(failed); own < lifted.end(failed); own++) {
            held.add(new Held(lifted.firm(own), -1, lifted.byFailed(own), 0));
        }
        while (changed) {
            solve(held, failed);
            changed = release(held, failed);
        }
        double sum = 0;
        int capped = 0;
        for (Held own : held) {
            sum += greens.influence(own.firm) * own.amount;
            capped += own.free ? 0 : 1;
        }
        return new Effect(sum, capped);
    }

    /** What all sources together do. */
    record Effect(double weighted, int capped) {}

    /** Releases whoever would be below 1 by itself: anchors are solved for from then on, others need no source. */
    private boolean release(List<Held> held, int failed) {
        boolean[] goes = new boolean[held.size()];
        boolean any = false;
        for (int i = 0; i < goes.length; i++) {
            Held own = held.get(i);
            if (own.firm != failed && !own.free) {
                goes[i] = own.anchor < 0 ? own.amount > 0 : incoming(own.anchor, held) < 1;
                any |= goes[i];
            }
        }
        for (int i = goes.length - 1; i >= 0; i--) {
            if (goes[i] && held.get(i).anchor >= 0) {
                held.get(i).free = true;
            } else if (goes[i]) {
                held.remove(i);
            }
        }
        return any;
    }

    private double incoming(int anchor, List<Held> held) {
        double sum = baseReaching[anchor];
        for (Held own : held) {
            sum += reaching[anchor][own.firm] * own.amount;
        }
        return sum;
    }

    private void solve(List<Held> held, int failed) {
        int size = held.size();
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        for (int column = 0; column < size; column++) {
            int from = held.get(column).firm;
            double[] does = from == failed ? null : greens.column(from);
            for (int row = 0; row < size; row++) {
                Held own = held.get(row);
                if (own.free) {
                    matrix[row][column] = (row == column ? 1 : 0) - reaching[own.anchor][from];
                } else {
                    matrix[row][column] = does == null ? own.byFailed : does[own.firm];
                }
            }
        }
        for (int row = 0; row < size; row++) {
            Held own = held.get(row);
            right[row] = own.free ? baseReaching[own.anchor] : 1 - greens.base(own.firm);
        }
        SparseFactor.solveDense(matrix, right);
        for (int row = 0; row < size; row++) {
            held.get(row).amount = right[row];
        }
    }
}
