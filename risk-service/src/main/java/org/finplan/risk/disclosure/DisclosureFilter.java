package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * Which disclosures a list has.
 *
 * @param year a year, or null for any
 * @param bodyClass code of a class, or null for any
 * @param body credit code of a body, or null for any
 * @param asOf as it was known then, or null for now
 */
record DisclosureFilter(
        @Nullable Integer year,
        @Nullable String bodyClass,
        @Nullable String body,
        @Nullable Instant asOf) {}
