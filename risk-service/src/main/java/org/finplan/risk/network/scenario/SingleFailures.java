package org.finplan.risk.network.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;

/**
 * Linear DebtRank of the failure of each single firm: impact and failures, by firm.
 *
 * <p>Exact unless the factors would be too large, see {@link InverseScenarios}; otherwise each failure is iterated on its own,
 * see {@link IteratedScenarios}.
 */
public final class SingleFailures {

    private final double[] impact;
    private final int[] failures;
    private final boolean exact;
    private final boolean converged;

    SingleFailures(double[] impact, int[] failures, boolean exact, boolean converged) {
        this.impact = impact;
        this.failures = failures;
        this.exact = exact;
        this.converged = converged;
    }

    /**
     * Lets every firm fail, one at a time.
     *
     * @param network the network
     * @param tolerance largest increment that is left aside where it has to be iterated
     * @param threads on how many threads; the results are the same bits on any number
     * @return what each failure does
     */
    public static SingleFailures of(LossNetwork network, double tolerance, int threads) {
        return InverseScenarios.of(network, threads).orElseGet(() -> iterated(network, tolerance, threads));
    }

    /**
     * Lets every firm fail, one at a time, and iterates each on its own, as the method is defined.
     *
     * @param network the network
     * @param tolerance largest increment that is left aside
     * @param threads on how many threads; the results are the same bits on any number
     * @return what each failure does
     */
    public static SingleFailures iterated(LossNetwork network, double tolerance, int threads) {
        return IteratedScenarios.of(network, tolerance, threads);
    }

    /**
     * What the failure of a firm does.
     *
     * @param firm the firm
     * @return weighted stress of all firms after it, less before it
     */
    public double impact(int firm) {
        return impact[firm];
    }

    /**
     * Who fails when a firm fails.
     *
     * @param firm the firm
     * @return how many firms have failed in the end, itself included
     */
    public int failures(int firm) {
        return failures[firm];
    }

    /** {@return whether they were solved rather than iterated} */
    public boolean exact() {
        return exact;
    }

    /** {@return whether every one came to its end} */
    public boolean converged() {
        return converged;
    }

    /** {@return the firms, the one of the largest impact first, of the same impact in ascending order} */
    public List<Integer> ranking() {
        return IntStream.range(0, impact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer firm) -> -impact[firm]))
                .toList();
    }
}
