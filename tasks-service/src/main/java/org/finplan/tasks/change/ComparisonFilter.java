package org.finplan.tasks.change;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * Which differences are wanted.
 *
 * @param plan plan code
 * @param at the earlier state; the later one is now
 * @param kinds kinds of things, as their triggers name them
 * @param change added, changed or removed, or null for all
 * @param task id of the only task that is asked for, or null
 */
public record ComparisonFilter(
        String plan,
        Instant at,
        List<String> kinds,
        @Nullable String change,
        @Nullable String task) {}
