package org.finplan.risk.network.removal;

import java.math.BigDecimal;
import java.util.List;

/**
 * A guarantee that can be taken away as a whole: one edge, or all edges of a contract that several guarantors signed together. All of it
 * belongs to one borrower, whose failure makes the guarantors lose.
 *
 * @param borrower number of the borrower
 * @param guarantors who loses by its failure, and how much each
 * @param cost what it costs to take it away: its amount, of a joint contract counted once
 */
record RemovableGuarantee(int borrower, List<Loss> guarantors, BigDecimal cost) {

    RemovableGuarantee {
        guarantors = List.copyOf(guarantors);
    }

    /**
     * What a guarantor loses.
     *
     * @param guarantor number of the firm
     * @param amount in the unit of the equity
     */
    record Loss(int guarantor, double amount) {}
}
