package org.finplan.risk.disclosure;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * A class of bodies that must disclose.
 *
 * @param code its code
 * @param name its name
 * @param kinds kinds of the institutions of the register that belong to it; of a class without any, each body is named
 * @param dueMonth month of the following year by which a year is disclosed
 * @param dueDay day of that month
 * @param source where that is from
 * @param sourceStatus confirmed when the text was seen, else unconfirmed
 * @param clause clause of the plan that names the class
 */
@Schema(name = "DisclosureClass")
record DisclosureClass(
        String code,
        LocalizedText name,
        List<String> kinds,
        int dueMonth,
        int dueDay,
        LocalizedText source,
        String sourceStatus,
        String clause) {

    /** {@return the last day on which a year is disclosed in time} */
    LocalDate dueOn(int year) {
        return Year.of(year + 1).atMonthDay(MonthDay.of(dueMonth, dueDay));
    }

    DisclosureClass with(List<String> other) {
        return new DisclosureClass(code, name, other, dueMonth, dueDay, source, sourceStatus, clause);
    }
}
