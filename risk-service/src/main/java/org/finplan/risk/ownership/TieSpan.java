package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import java.time.LocalDate;

/**
 * What a version of a link says about groups, over time.
 *
 * @param owned key of what is held
 * @param holder key of who holds it
 * @param change number of the change that made the version
 * @param from first day of the link
 * @param until last day of the link, or null when it goes on
 * @param counts whether the version is the one that counts and the rule ties by it
 */
record TieSpan(
        String owned,
        String holder,
        long change,
        LocalDate from,
        @Nullable LocalDate until,
        boolean counts) {

    Tie on(LocalDate day) {
        boolean inForce = !from.isAfter(day) && (until == null || !until.isBefore(day));
        return new Tie(owned, holder, change, counts && inForce);
    }
}
