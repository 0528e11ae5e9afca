package org.finplan.risk.network.scenario;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.finplan.risk.network.contagion.LossNetwork;

/**
 * Linear DebtRank of the failure of each single firm: impact and failures, by firm.
 *
 * <p>Exact unless the factors would be too large, see {@link InverseScenarios}; otherwise each failure is iterated on its own,
 * see {@link IteratedScenarios}. What a failure does does not depend on which others are reckoned beside it, so that stretches
 * of the firms give the same bits as all of them, on any number of threads.
 */
public final class SingleFailures {

    private final int first;
    private final double[] impact;
    private final int[] failures;
    private final boolean exact;
    private final boolean converged;

    SingleFailures(int first, double[] impact, int[] failures, boolean exact, boolean converged) {
        this.first = first;
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
        return exact(network, threads, Progress.UNWATCHED)
                .orElseGet(() -> iterated(network, tolerance, threads, Progress.UNWATCHED));
    }

    /**
     * Lets every firm fail, one at a time, and solves for all at once.
     *
     * @param network the network
     * @param threads on how many threads; the results are the same bits on any number
     * @param progress watches it
     * @return what each failure does; empty when that would take too much memory or time, so that it has to be iterated
     * @throws CancellationException when progress said to give up
     */
    public static Optional<SingleFailures> exact(LossNetwork network, int threads, Progress progress) {
        return InverseScenarios.of(network, threads, progress);
    }

    /**
     * Lets every firm fail, one at a time, and iterates each on its own, as the method is defined.
     *
     * @param network the network
     * @param tolerance largest increment that is left aside
     * @param threads on how many threads; the results are the same bits on any number
     * @param progress watches it
     * @return what each failure does
     * @throws CancellationException when progress said to give up
     */
    public static SingleFailures iterated(LossNetwork network, double tolerance, int threads, Progress progress) {
        return iterated(network, 0, network.firms(), tolerance, threads, progress);
    }

    /**
     * Lets some firms fail, one at a time, and iterates each on its own.
     *
     * @param network the network
     * @param first the first of them
     * @param end the firm after the last of them
     * @param tolerance largest increment that is left aside
     * @param threads on how many threads; the results are the same bits on any number
     * @param progress watches it
     * @return what the failures of these firms do
     * @throws CancellationException when progress said to give up
     */
    public static SingleFailures iterated(
            LossNetwork network, int first, int end, double tolerance, int threads, Progress progress) {
        return IteratedScenarios.of(network, first, end, tolerance, threads, progress);
    }

    /** {@return the first firm of which it is known} */
    public int first() {
        return first;
    }

    /** {@return the firm after the last of which it is known} */
    public int end() {
        return first + impact.length;
    }

    /**
     * What the failure of a firm does.
     *
     * @param firm the firm
     * @return weighted stress of all firms after it, less before it
     */
    public double impact(int firm) {
        return impact[firm - first];
    }

    /**
     * Who fails when a firm fails.
     *
     * @param firm the firm
     * @return how many firms have failed in the end, itself included
     */
    public int failures(int firm) {
        return failures[firm - first];
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
    public int[] ranking() {
        int[] order = Ranking.of(impact);
        for (int place = 0; first != 0 && place < order.length; place++) {
            order[place] += first;
        }
        return order;
    }
}
