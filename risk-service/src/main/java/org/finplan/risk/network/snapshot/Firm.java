package org.finplan.risk.network.snapshot;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * A firm of a network, with what was told of it in the unit of the network's amounts.
 *
 * @param id its id, such as a credit code
 * @param equity what it can lose, or null
 * @param weight how much it counts, or null
 * @param externalAssets what it has from outside the network, or null
 * @param externalDebt what it owes outside the network, or null
 */
public record Firm(
        String id,
        @Nullable BigDecimal equity,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal externalAssets,
        @Nullable BigDecimal externalDebt) {}
