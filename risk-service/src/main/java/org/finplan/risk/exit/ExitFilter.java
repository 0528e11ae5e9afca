package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import java.time.LocalDate;

/**
 * Which exits a list has.
 *
 * @param institution credit code, or null for any
 * @param state code of a state, or null for any
 * @param ground code of a ground, or null for any
 * @param region code of a region, or null for any
 * @param dueOn the day on which the term for objections must have passed with nothing decided, or null for any
 */
record ExitFilter(
        @Nullable String institution,
        @Nullable String state,
        @Nullable String ground,
        @Nullable String region,
        @Nullable LocalDate dueOn) {}
