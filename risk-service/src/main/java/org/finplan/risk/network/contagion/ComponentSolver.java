package org.finplan.risk.network.contagion;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.linear.RowSystem;
import org.finplan.risk.network.linear.SparseFactor;

/**
 * Solves h = min(1, b + L h) within one circle, where b came in from outside and reaches every firm of it.
 *
 * <p>Active set from above: at first only those are under the cap whose value is below 1 even if all others have failed;
 * their linear system is solved, those whose value then is below 1 join them, and so on. The values only fall and firms
 * only leave the cap, so it ends after at most as many rounds as there are firms. Every system on the way has a spectral
 * radius below 1, whatever that of the circle is: what is solved always has a positive solution with something coming in
 * from outside. As the map is concave, the fixed point above 0 is the only one, and thus the one that iteration from
 * below comes to.
 */
final class ComponentSolver {

    private final FirmGraph hitBy;
    private final BooleanSupplier stopped;
    private final int[] local;
    private int rounds;
    private boolean direct = true;
    private boolean converged = true;

    ComponentSolver(FirmGraph hitBy, BooleanSupplier stopped) {
        this.hitBy = hitBy;
        this.stopped = stopped;
        this.local = new int[hitBy.firms()];
    }

    int rounds() {
        return rounds;
    }

    /** {@return whether every system was solved directly; false when one had too many entries and was iterated} */
    boolean direct() {
        return direct;
    }

    /** {@return whether every iteration came to its end} */
    boolean converged() {
        return converged;
    }

    /**
     * Solves for the stress of a circle.
     *
     * @param members its firms
     * @param inside whether a firm belongs to it
     * @param base what comes in from outside, by firm
     * @param stress stress by firm; those of the circle are set
     * @throws CancellationException when nobody waits for it any more
     */
    void solve(int[] members, Membership inside, double[] base, double[] stress, Limits limits) {
        boolean[] capped = new boolean[members.length];
        for (int i = 0; i < members.length; i++) {
            stress[members[i]] = 1;
            capped[i] = true;
        }
        while (release(members, capped, inside, base, stress)) {
            rounds++;
            goOn();
            solveFree(members, capped, inside, base, stress, limits);
        }
    }

    /** Which firms belong to a circle. */
    interface Membership {
        boolean contains(int firm);
    }

    /** Bounds of the work. */
    record Limits(long entries, double tolerance, int sweeps) {}

    private double value(int firm, Membership inside, double[] base, double[] stress) {
        double sum = base[firm];
        for (int edge = hitBy.begin(firm); edge < hitBy.end(firm); edge++) {
            if (inside.contains(hitBy.head(edge))) {
                sum += hitBy.amount(edge) * stress[hitBy.head(edge)];
            }
        }
        return sum;
    }

    private boolean release(int[] members, boolean[] capped, Membership inside, double[] base, double[] stress) {
        boolean any = false;
        for (int i = 0; i < members.length; i++) {
            if (capped[i] && value(members[i], inside, base, stress) < 1) {
                capped[i] = false;
                any = true;
            }
        }
        return any;
    }

    private void solveFree(
            int[] members, boolean[] capped, Membership inside, double[] base, double[] stress, Limits limits) {
        int free = 0;
        for (int i = 0; i < members.length; i++) {
            local[members[i]] = capped[i] ? -1 : free++;
        }
        RowSystem system = new RowSystem(free, 1);
        double[] right = new double[free];
        for (int i = 0; i < members.length; i++) {
            if (!capped[i]) {
                int firm = members[i];
                double sum = base[firm];
                for (int edge = hitBy.begin(firm); edge < hitBy.end(firm); edge++) {
                    int other = hitBy.head(edge);
                    if (inside.contains(other)) {
                        if (local[other] >= 0) {
                            system.add(local[other], hitBy.amount(edge));
                        } else {
                            sum += hitBy.amount(edge);
                        }
                    }
                }
                system.endRow();
                right[local[firm]] = sum;
            }
        }
        SparseFactor factor = SparseFactor.of(system, limits.entries()).orElse(null);
        if (factor == null) {
            direct = false;
            iterate(members, capped, inside, base, stress, limits);
            return;
        }
        factor.solve(right);
        for (int i = 0; i < members.length; i++) {
            if (!capped[i]) {
                stress[members[i]] = Math.min(1, right[local[members[i]]]);
            }
        }
    }

    private void goOn() {
        if (stopped.getAsBoolean()) {
            throw new CancellationException("given up after " + rounds + " rounds");
        }
    }

    /** Gauss and Seidel, from above. */
    private void iterate(
            int[] members, boolean[] capped, Membership inside, double[] base, double[] stress, Limits limits) {
        for (int sweep = 0; sweep < limits.sweeps(); sweep++) {
            goOn();
            double change = 0;
            for (int i = 0; i < members.length; i++) {
                if (!capped[i]) {
                    int firm = members[i];
                    double own = Math.min(1, value(firm, inside, base, stress));
                    change = Math.max(change, Math.abs(stress[firm] - own));
                    stress[firm] = own;
                }
            }
            if (change <= limits.tolerance()) {
                return;
            }
        }
        converged = false;
    }
}
