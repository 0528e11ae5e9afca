package org.finplan.risk.network.contagion;

/**
 * What a contagion did. The stress of a firm is the share of its equity that is lost, 1 when it has failed.
 */
public final class Stress {

    private final double[] initial;
    private final double[] stress;
    private final double impact;
    private final int iterations;
    private final boolean converged;
    private final boolean exact;

    Stress(LossNetwork network, double[] initial, double[] stress, int iterations, boolean converged, boolean exact) {
        this.initial = initial;
        this.stress = stress;
        this.iterations = iterations;
        this.converged = converged;
        this.exact = exact;
        double after = 0;
        double before = 0;
        for (int firm = 0; firm < stress.length; firm++) {
            after += stress[firm] * network.weight(firm);
            before += initial[firm] * network.weight(firm);
        }
        this.impact = after - before;
    }

    /**
     * The stress of a firm in the end.
     *
     * @param firm the firm
     * @return 0 to 1
     */
    public double of(int firm) {
        return stress[firm];
    }

    /**
     * The stress of a firm before it spread.
     *
     * @param firm the firm
     * @return 0 to 1
     */
    public double before(int firm) {
        return initial[firm];
    }

    /**
     * Whether a firm failed.
     *
     * @param firm the firm
     * @return whether all its equity is lost
     */
    public boolean failed(int firm) {
        return stress[firm] >= 1;
    }

    /** {@return how many firms failed, those included that the shock felled} */
    public int failures() {
        int failures = 0;
        for (double own : stress) {
            failures += own >= 1 ? 1 : 0;
        }
        return failures;
    }

    /** {@return the weighted stress in the end less the weighted stress before} */
    public double impact() {
        return impact;
    }

    /** {@return how many rounds it took; what a round is depends on the method} */
    public int iterations() {
        return iterations;
    }

    /** {@return whether it came to its end within the tolerance} */
    public boolean converged() {
        return converged;
    }

    /** {@return whether it was worked out in finitely many steps; false when any part of it was iterated to a tolerance} */
    public boolean exact() {
        return exact;
    }
}
