package org.finplan.risk.network.run;

import org.finplan.risk.network.snapshot.JointGuarantees;

/**
 * What is asked of a network.
 *
 * @param method how distress spreads
 * @param shock share of its equity, or of its outside assets, that each firm loses, by number
 * @param recovery share of each loss that comes back
 * @param alpha of Rogers and Veraart: share of assets realised in a failure; of non-linear DebtRank: its exponent
 * @param beta of Rogers and Veraart: share of claims realised in a failure
 * @param tolerance where it is iterated
 * @param iterated whether linear DebtRank is iterated instead of solved
 * @param joint how joint guarantees count
 * @param senior whether creditors outside are paid first
 */
record Scenario(
        ContagionMethod method,
        Shock shock,
        double recovery,
        double alpha,
        double beta,
        double tolerance,
        boolean iterated,
        JointGuarantees joint,
        boolean senior) {

    /** {@return the same with the failure of one firm as its shock} */
    Scenario withFailureOf(int firm) {
        double[] shares = new double[shock.shares.length];
        shares[firm] = 1;
        return new Scenario(method, new Shock(shares), recovery, alpha, beta, tolerance, iterated, joint, senior);
    }

    /** The shock, by number of the firm. */
    static final class Shock {

        private final double[] shares;

        Shock(double[] shares) {
            this.shares = shares.clone();
        }

        double of(int firm) {
            return shares[firm];
        }

        double[] shares() {
            return shares.clone();
        }
    }
}
