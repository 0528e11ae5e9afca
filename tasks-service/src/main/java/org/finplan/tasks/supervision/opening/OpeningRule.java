package org.finplan.tasks.supervision.opening;

import jakarta.annotation.Nullable;
import org.finplan.tasks.supervision.CauseKind;

/**
 * Whether and how a kind of cause opens matters.
 *
 * @param cause kind of cause
 * @param version 1 for the one that comes with the program
 * @param enabled whether it opens any
 * @param ladder code of the ladder that they take
 * @param workingDays the time that they get
 * @param unit unit that is to act; null for whom the event names, else the office of its region
 */
record OpeningRule(
        CauseKind cause,
        int version,
        boolean enabled,
        String ladder,
        int workingDays,
        @Nullable String unit) {}
