package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * An edge of a network.
 *
 * @param from number of the guarantor or debtor
 * @param to number of the borrower or creditor
 * @param amount its amount; of a joint guarantee the full one
 * @param contract the contract that several guarantors signed together, or empty
 * @param share the guarantor's share of it, or null when none was agreed
 */
public record FirmEdge(
        int from,
        int to,
        BigDecimal amount,
        String contract,
        @Nullable BigDecimal share) {}
