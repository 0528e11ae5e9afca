package org.finplan.risk.history;

import jakarta.annotation.Nullable;
import java.time.LocalDate;

/**
 * What of a time line is asked for.
 *
 * @param kind a kind, or null for any
 * @param from first day, or null
 * @param to last day, or null
 */
record HistoryFilter(
        @Nullable String kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
