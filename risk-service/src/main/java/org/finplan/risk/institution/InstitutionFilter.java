package org.finplan.risk.institution;

import jakarta.annotation.Nullable;

/**
 * Which institutions a list has.
 *
 * @param kind code of a kind, or null for any
 * @param region code of a region, or null for any
 * @param status a status, or null for any
 */
record InstitutionFilter(
        @Nullable String kind,
        @Nullable String region,
        @Nullable String status) {}
