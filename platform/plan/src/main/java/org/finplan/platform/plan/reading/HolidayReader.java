package org.finplan.platform.plan.reading;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.HolidayNotice.Holiday;

/** Reads notices of holidays, once nothing is wrong with them. */
final class HolidayReader {

    private HolidayReader() {}

    static HolidayNotice notice(JsonTable row) {
        Set<LocalDate> makeUpDays =
                row.texts("make_up_days").stream().map(LocalDate::parse).collect(Collectors.toSet());
        return new HolidayNotice(
                row.integer("year"),
                row.text("number"),
                row.day("issued"),
                row.rows("holidays", HolidayReader::holiday),
                makeUpDays);
    }

    private static Holiday holiday(JsonTable row) {
        LocalizedText name = row.localized("name");
        return new Holiday(row.day("from"), row.day("until"), name.zh(), name.en());
    }
}
