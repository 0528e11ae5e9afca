package org.finplan.risk.supervision;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Which records a list has.
 *
 * @param channel code of a channel, or null for any
 * @param institution credit code, or null for any
 * @param region code of a region, or null for any
 * @param party code of a party, or null for any
 * @param mode online or offline, or null for any
 * @param from first day of what happened, or null
 * @param to last day of what happened, or null
 * @param asOf as it was known then, or null for now
 */
record SupervisionRecordFilter(
        @Nullable String channel,
        @Nullable String institution,
        @Nullable String region,
        @Nullable String party,
        @Nullable String mode,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant asOf) {}
