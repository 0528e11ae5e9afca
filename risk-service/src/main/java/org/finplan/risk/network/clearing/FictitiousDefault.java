package org.finplan.risk.network.clearing;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.linear.RowSystem;
import org.finplan.risk.network.linear.SparseFactor;

/**
 * The greatest clearing vector. Eisenberg and Noe (2001): p = min(owed, assets + shares of what others pay). Rogers and
 * Veraart (2013): who fails pays alpha times its assets and beta times what it receives; alpha = beta = 1 is the former.
 * From no default on, the payments of those that failed are solved for, those that cannot pay then are added, at most n
 * times; so the vector is the greatest where there are several.
 */
public final class FictitiousDefault {

    /** Rounding of sums of amounts, relative to them: what a firm lacks must be more than that. */
    private static final double ROUNDING = 1e-12;

    private static final int MOST_SWEEPS = 100_000;
    private static final long MOST_ENTRIES = 4_000_000;

    private final Obligations obligations;
    private final double alpha;
    private final double beta;
    private final double tolerance;
    private final BooleanSupplier stopped;
    private final FirmGraph claims;
    private final double[] owed;
    private final double[] payment;
    private final boolean[] failed;
    private final int[] local;
    private double[] right = {};
    private boolean converged = true;

    private FictitiousDefault(
            Obligations obligations, double alpha, double beta, double tolerance, BooleanSupplier stopped) {
        this.obligations = obligations;
        this.alpha = alpha;
        this.beta = beta;
        this.tolerance = tolerance;
        this.stopped = stopped;
        this.claims = obligations.claims();
        this.owed = new double[obligations.firms()];
        Arrays.setAll(owed, obligations::owed);
        this.payment = owed.clone();
        this.failed = new boolean[owed.length];
        this.local = new int[owed.length];
    }

    /**
     * Finds the greatest clearing vector.
     *
     * @param obligations who owes what
     * @param alpha share of its assets that a failed firm realises, above 0 to 1
     * @param beta share of what it receives that it realises, 0 to 1
     * @param tolerance of the payments, relative to the largest debt, where they cannot be solved for directly
     * @return the payments
     */
    public static Clearing of(Obligations obligations, double alpha, double beta, double tolerance) {
        return of(obligations, alpha, beta, tolerance, () -> false);
    }

    /**
     * Finds the greatest clearing vector while somebody waits for it.
     *
     * @param obligations who owes what
     * @param alpha share of its assets that a failed firm realises, above 0 to 1
     * @param beta share of what it receives that it realises, 0 to 1
     * @param tolerance of the payments, relative to the largest debt, where they cannot be solved for directly
     * @param stopped is asked again and again whether nobody waits any more
     * @return the payments
     * @throws CancellationException when nobody waits any more
     */
    public static Clearing of(
            Obligations obligations, double alpha, double beta, double tolerance, BooleanSupplier stopped) {
        FictitiousDefault run = new FictitiousDefault(obligations, alpha, beta, tolerance, stopped);
        int rounds = 0;
        while (run.addFailures()) {
            rounds++;
            run.converged &= run.solve();
        }
        double[] equity = new double[run.owed.length];
        Arrays.setAll(equity, firm -> obligations.equity(firm, run.received(firm)));
        return new Clearing(run.payment, run.owed, equity, run.failed, rounds, run.converged);
    }

    private boolean addFailures() {
        boolean added = false;
        boolean[] fails = new boolean[failed.length];
        for (int firm = 0; firm < failed.length; firm++) {
            double means = obligations.assets(firm) + received(firm);
            fails[firm] = !failed[firm] && owed[firm] - means > ROUNDING * Math.max(owed[firm], Math.abs(means));
        }
        for (int firm = 0; firm < failed.length; firm++) {
            failed[firm] |= fails[firm];
            added |= fails[firm];
        }
        return added;
    }

    private double received(int firm) {
        double received = 0;
        for (int edge = claims.begin(firm); edge < claims.end(firm); edge++) {
            int debtor = claims.head(edge);
            if (owed[debtor] > 0) {
                received += payment[debtor] / owed[debtor] * claims.amount(edge);
            }
        }
        return received;
    }

    /**
     * Solves for what the failed firms pay: the least p = max(0, assets + shares of what others pay). At first none of
     * them pays; those that then could pay something join, and what they pay together is solved for, again and again.
     * Payments only rise and firms only join, so it ends. A circle that its senior creditors drain pays nothing, where
     * its equation alone would have no solution.
     */
    private boolean solve() {
        boolean[] pays = new boolean[failed.length];
        for (int firm = 0; firm < failed.length; firm++) {
            payment[firm] = failed[firm] ? 0 : owed[firm];
        }
        while (join(pays)) {
            goOn();
            SparseFactor factor = factor(pays);
            if (factor == null) {
                return iterate();
            }
            factor.solve(right);
            for (int firm = 0; firm < failed.length; firm++) {
                if (pays[firm]) {
                    payment[firm] = Math.max(0, Math.min(owed[firm], right[local[firm]]));
                }
            }
        }
        return true;
    }

    private boolean join(boolean[] pays) {
        boolean[] joins = new boolean[pays.length];
        boolean any = false;
        for (int firm = 0; firm < pays.length; firm++) {
            joins[firm] = failed[firm] && !pays[firm] && means(firm) > 0;
            any |= joins[firm];
        }
        for (int firm = 0; firm < pays.length; firm++) {
            pays[firm] |= joins[firm];
        }
        return any;
    }

    private double means(int firm) {
        double own = obligations.assets(firm);
        return (own > 0 ? alpha * own : own) + beta * received(firm);
    }

    /** Writes down the linear system of the firms that failed and pay something. */
    private SparseFactor factor(boolean[] pays) {
        int size = 0;
        for (int firm = 0; firm < pays.length; firm++) {
            local[firm] = pays[firm] ? size++ : -1;
        }
        RowSystem system = new RowSystem(size, 1);
        right = new double[size];
        for (int firm = 0; firm < pays.length; firm++) {
            if (!pays[firm]) {
                continue;
            }
            double own = obligations.assets(firm);
            double sum = own > 0 ? alpha * own : own;
            for (int edge = claims.begin(firm); edge < claims.end(firm); edge++) {
                int debtor = claims.head(edge);
                if (owed[debtor] > 0 && pays[debtor]) {
                    system.add(local[debtor], beta * claims.amount(edge) / owed[debtor]);
                } else if (owed[debtor] > 0 && !failed[debtor]) {
                    sum += beta * claims.amount(edge);
                }
            }
            system.endRow();
            right[local[firm]] = sum;
        }
        return SparseFactor.of(system, MOST_ENTRIES).orElse(null);
    }

    private void goOn() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("given up");
        }
    }

    /** Downwards from what was owed, each firm in turn with what those before it pay now (Gauss and Seidel). */
    private boolean iterate() {
        double scale = 0;
        for (int firm = 0; firm < failed.length; firm++) {
            payment[firm] = owed[firm];
            scale = Math.max(scale, owed[firm]);
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            goOn();
            double change = 0;
            for (int firm = 0; firm < failed.length; firm++) {
                if (failed[firm]) {
                    double paid = Math.max(0, Math.min(payment[firm], means(firm)));
                    change = Math.max(change, payment[firm] - paid);
                    payment[firm] = paid;
                }
            }
            if (change <= tolerance * scale) {
                return true;
            }
        }
        return false;
    }
}
