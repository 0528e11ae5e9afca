package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Which links a list has.
 *
 * @param institution credit code of the institution in whose file they stand, or null for any
 * @param holder credit code of who holds, or null for anybody
 * @param on those in force that day, or null for any day
 * @param asOf as they were known then, or null for now
 */
record OwnershipLinkFilter(
        @Nullable String institution,
        @Nullable String holder,
        @Nullable LocalDate on,
        @Nullable Instant asOf) {}
