package org.finplan.tasks.supervision.opening;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.supervision.CauseKind;

/**
 * Whether and how a kind of cause opens matters.
 *
 * @param cause report-overdue, indicator-behind or disposal-ordered
 * @param version 1 for what comes with the program
 * @param city city that it holds for
 * @param enabled whether it opens any
 * @param ladder code of the ladder that they take
 * @param workingDays the time that they get
 * @param unit unit that is to act; null for whom the event names, else the office of its region
 */
@Schema(name = "SupervisionOpeningRule")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpeningRuleView(
        CauseKind cause,
        int version,
        String city,
        boolean enabled,
        String ladder,
        int workingDays,
        @Nullable String unit) {

    static OpeningRuleView of(String city, OpeningRule rule) {
        return new OpeningRuleView(
                rule.cause(), rule.version(), city, rule.enabled(), rule.ladder(), rule.workingDays(), rule.unit());
    }
}
