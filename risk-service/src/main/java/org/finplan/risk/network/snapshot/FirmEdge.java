package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * An edge of a network.
 *
 * @param from number of the guarantor or debtor
 * @param to number of the borrower or creditor
 * @param amount its amount; of a joint guarantee the full one
 * @param contract the contract that several guarantors signed together, or empty
 * @param share the guarantor's share of it, or null when none was agreed
 * @param since first day on which it is in force, or null when it was not told
 * @param until last day on which it is in force, or null when it was not told
 */
public record FirmEdge(
        int from,
        int to,
        BigDecimal amount,
        String contract,
        @Nullable BigDecimal share,
        @Nullable LocalDate since,
        @Nullable LocalDate until) {

    /** The order of edges between the same two firms. */
    static final Comparator<FirmEdge> AMONG_PARALLEL = Comparator.comparing(FirmEdge::contract)
            .thenComparing(FirmEdge::amount)
            .thenComparing(edge -> edge.since() + "/" + edge.until());

    /** The order of the edges in a network: by their ends, so that the order in which they came changes nothing. */
    public static final Comparator<FirmEdge> ORDER = Comparator.comparingInt(FirmEdge::from)
            .thenComparingInt(FirmEdge::to)
            .thenComparing(AMONG_PARALLEL);
}
