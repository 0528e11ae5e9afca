package org.finplan.risk.network.clearing;

/** What each firm pays, and who fails. */
public final class Clearing {

    private final double[] payment;
    private final double[] owed;
    private final double[] equity;
    private final boolean[] failed;
    private final int iterations;
    private final boolean converged;

    Clearing(double[] payment, double[] owed, double[] equity, boolean[] failed, int iterations, boolean converged) {
        this.payment = payment;
        this.owed = owed;
        this.equity = equity;
        this.failed = failed;
        this.iterations = iterations;
        this.converged = converged;
    }

    /**
     * What a firm pays in all.
     *
     * @param firm the firm
     * @return between 0 and what it owes; without senior creditors, who are paid first
     */
    public double payment(int firm) {
        return payment[firm];
    }

    /**
     * What a firm owes.
     *
     * @param firm the firm
     * @return the debts that {@link #payment} is about
     */
    public double owed(int firm) {
        return owed[firm];
    }

    /**
     * What is left of a firm when all pay what they can.
     *
     * @param firm the firm
     * @return its equity; below zero is what its creditors go without, costs of failure left aside
     */
    public double equity(int firm) {
        return equity[firm];
    }

    /**
     * Whether a firm cannot pay in full.
     *
     * @param firm the firm
     * @return whether it fails
     */
    public boolean failed(int firm) {
        return failed[firm];
    }

    /** {@return rounds of fictitious default: after each of them more firms had failed} */
    public int iterations() {
        return iterations;
    }

    /** {@return whether each round was solved within the tolerance} */
    public boolean converged() {
        return converged;
    }
}
