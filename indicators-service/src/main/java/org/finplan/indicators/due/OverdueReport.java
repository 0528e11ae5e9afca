package org.finplan.indicators.due;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A figure that was not there when its day was over, and was told.
 *
 * @param plan plan code
 * @param key what it is about
 * @param dueOn the last day that was in time, as it stood when it was told
 * @param toldAt when
 * @param arrivedAt since when the figure is there; null while it is missing
 */
record OverdueReport(
        String plan,
        DueFigure.Key key,
        LocalDate dueOn,
        Instant toldAt,
        @Nullable Instant arrivedAt) {}
