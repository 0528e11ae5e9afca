package org.finplan.risk.network.contagion;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * Who loses how much by whose failure, what each firm can lose, and how much each firm counts. A firm whose equity is
 * not above zero has failed before anything happens.
 */
public final class LossNetwork {

    private final FirmGraph hits;
    private final FirmGraph leverage;
    private final double[] equity;
    private final double[] weight;

    private LossNetwork(FirmGraph hits, FirmGraph leverage, double[] equity, double[] weight) {
        this.hits = hits;
        this.leverage = leverage;
        this.equity = equity;
        this.weight = weight;
    }

    /**
     * Makes a network of losses.
     *
     * @param hits from a firm to those that lose by its failure, with what they lose before recovery
     * @param equity what each firm can lose, in the unit of the amounts
     * @param weight how much each firm counts, not negative; normed to a sum of 1 here
     * @param recovery share of each loss that comes back, 0 to 1
     * @return the network
     */
    public static LossNetwork of(FirmGraph hits, double[] equity, double[] weight, double recovery) {
        FirmGraph net = recovery == 0 ? hits : hits.scaled((from, to, amount) -> amount * (1 - recovery));
        double total = 0;
        for (double own : weight) {
            total += own;
        }
        double[] shares = new double[weight.length];
        for (int firm = 0; firm < weight.length; firm++) {
            shares[firm] = total == 0 ? 1.0 / weight.length : weight[firm] / total;
        }
        // The stress of a firm that has failed does not grow, so nothing leads to it.
        FirmGraph leverage = net.scaled((from, to, amount) -> equity[to] > 0 ? amount / equity[to] : 0)
                .positive();
        return new LossNetwork(net, leverage, equity.clone(), shares);
    }

    /** {@return how many firms there are} */
    public int firms() {
        return equity.length;
    }

    /** {@return from a firm to those that lose by its failure, with what they lose after recovery} */
    public FirmGraph hits() {
        return hits;
    }

    /**
     * The relative losses.
     *
     * @return from a firm to those that lose by its failure, with the share of their equity that they lose; not capped;
     *     no edge leads to who has no equity, none has the amount 0
     */
    public FirmGraph leverage() {
        return leverage;
    }

    /**
     * What a firm can lose.
     *
     * @param firm the firm
     * @return its equity
     */
    public double equity(int firm) {
        return equity[firm];
    }

    /**
     * How much a firm counts.
     *
     * @param firm the firm
     * @return its weight; all weights add up to 1
     */
    public double weight(int firm) {
        return weight[firm];
    }

    /**
     * The stress before anything spreads.
     *
     * @param shock share of its equity that each firm loses from outside, 0 to 1
     * @return the shock, 1 for who has no equity
     */
    public double[] initialStress(double[] shock) {
        double[] stress = new double[firms()];
        for (int firm = 0; firm < stress.length; firm++) {
            stress[firm] = equity[firm] > 0 ? shock[firm] : 1;
        }
        return stress;
    }

    /**
     * A shock of one firm.
     *
     * @param firm the firm that fails
     * @return shock of every firm
     */
    public double[] failureOf(int firm) {
        double[] shock = new double[firms()];
        shock[firm] = 1;
        return shock;
    }
}
