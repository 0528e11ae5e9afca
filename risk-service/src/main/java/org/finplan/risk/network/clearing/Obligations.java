package org.finplan.risk.network.clearing;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * Who owes whom how much, what each firm owes to others outside the network, and what it has from outside.
 */
public final class Obligations {

    private final FirmGraph debts;
    private final FirmGraph claims;
    private final double[] external;
    private final double[] assets;
    private final boolean senior;

    /**
     * Obligations.
     *
     * @param debts from debtor to creditor
     * @param external what each firm owes outside the network
     * @param assets what each firm has from outside the network, after any shock
     * @param senior whether creditors outside are paid before those in the network; otherwise all are paid in the same
     *     proportion
     */
    public Obligations(FirmGraph debts, double[] external, double[] assets, boolean senior) {
        this.debts = debts;
        this.claims = debts.transposed();
        this.external = external.clone();
        this.assets = assets.clone();
        this.senior = senior;
    }

    int firms() {
        return external.length;
    }

    /** {@return from creditor to debtor} */
    FirmGraph claims() {
        return claims;
    }

    /** {@return what a firm owes that the clearing vector pays: all its debts, or those in the network when others are senior} */
    double owed(int firm) {
        return debts.total(firm) + (senior ? 0 : external[firm]);
    }

    /** {@return what a firm can pay with from outside; below zero when not even its senior creditors can be paid} */
    double assets(int firm) {
        return assets[firm] - (senior ? external[firm] : 0);
    }

    /**
     * The equity of a firm by its books: everybody pays in full.
     *
     * @param firm the firm
     * @return assets and claims less debts
     */
    public double bookEquity(int firm) {
        return assets[firm] + claims.total(firm) - debts.total(firm) - external[firm];
    }

    /**
     * The equity of a firm after clearing.
     *
     * @param firm the firm
     * @param received what the network pays to it
     * @return assets and payments received less all debts; below zero when it fails
     */
    double equity(int firm, double received) {
        return assets[firm] + received - debts.total(firm) - external[firm];
    }
}
