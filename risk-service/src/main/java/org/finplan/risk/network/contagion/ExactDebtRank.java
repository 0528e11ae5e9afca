package org.finplan.risk.network.contagion;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;

/**
 * Linear DebtRank solved instead of iterated: the least h with h = min(1, shock + L h). The network is condensed into
 * circles, which are gone through in topological order; what comes in from outside a circle is known by then, a firm
 * without a circle needs one sum, a circle is solved directly. A network near the critical point costs the same as a calm
 * one. What was made ready is used for many shocks; immutable, so that threads may share it.
 */
public final class ExactDebtRank {

    private static final ComponentSolver.Limits LIMITS = new ComponentSolver.Limits(4_000_000, 1e-13, 20_000);

    /** A system of more firms would take a good part of the memory, and have more entries than it may: it is iterated. */
    private static final int MOST_SOLVED = 20_000;

    private final LossNetwork network;
    private final ComponentSolver.Limits limits;
    private final FirmGraph hitBy;
    private final Components circles;

    /**
     * Makes a network ready.
     *
     * @param network the network
     */
    public ExactDebtRank(LossNetwork network) {
        this(network, LIMITS);
    }

    ExactDebtRank(LossNetwork network, ComponentSolver.Limits limits) {
        this.network = network;
        this.limits = limits;
        FirmGraph live = network.leverage();
        this.circles = StrongComponents.of(live);
        this.hitBy = live.transposed();
    }

    /** {@return the circles along which stress goes round, in topological order of where it leads} */
    public Components circles() {
        return circles;
    }

    /**
     * Lets a shock spread.
     *
     * @param shock share of its equity that each firm loses from outside
     * @return the stress; iterations counts the rounds of active sets, exact is false when a circle was too large to be solved
     *     directly and was iterated, and converged is false when that did not come to its end
     */
    public Stress spread(double[] shock) {
        return spread(shock, () -> false);
    }

    /**
     * Lets a shock spread while somebody waits for it.
     *
     * @param shock share of its equity that each firm loses from outside
     * @param stopped is asked within circles whether nobody waits any more
     * @return the stress, as above
     * @throws CancellationException when nobody waits any more
     */
    public Stress spread(double[] shock, BooleanSupplier stopped) {
        double[] initial = network.initialStress(shock);
        double[] base = initial.clone();
        double[] stress = new double[base.length];
        ComponentSolver solver = new ComponentSolver(hitBy, stopped);
        for (int number = 0; number < circles.count(); number++) {
            if (circles.size(number) == 1) {
                int firm = circles.member(number, 0);
                stress[firm] = Math.min(1, incoming(firm, number, base, stress));
            } else {
                circle(number, base, stress, solver);
            }
        }
        return new Stress(network, initial, stress, solver.rounds(), solver.converged(), solver.direct());
    }

    private void circle(int number, double[] base, double[] stress, ComponentSolver solver) {
        int[] members = circles.members(number);
        boolean reached = false;
        for (int firm : members) {
            base[firm] = incoming(firm, number, base, stress);
            reached |= base[firm] > 0;
        }
        if (reached) {
            solver.solve(members, firm -> circles.of(firm) == number, base, stress, limits(members.length));
        }
    }

    private ComponentSolver.Limits limits(int firms) {
        return firms <= MOST_SOLVED ? limits : new ComponentSolver.Limits(0, limits.tolerance(), limits.sweeps());
    }

    private double incoming(int firm, int number, double[] base, double[] stress) {
        double sum = base[firm];
        for (int edge = hitBy.begin(firm); edge < hitBy.end(firm); edge++) {
            int other = hitBy.head(edge);
            if (circles.of(other) != number) {
                sum += hitBy.amount(edge) * stress[other];
            }
        }
        return sum;
    }
}
