package org.finplan.risk.network.fact;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * What a list of facts asks for.
 *
 * @param kind the kind, or null for any
 * @param firm code of a firm that they are about, or null for any
 * @param asOf as they were known then, or null for now
 */
record FactFilter(
        @Nullable FactKind kind,
        @Nullable String firm,
        @Nullable Instant asOf) {}
