package org.finplan.platform.plan.reading;

import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.HolidayNotice.Holiday;

/** Reads notices of holidays, once nothing is wrong with them. */
final class HolidayReader {

    private HolidayReader() {}

    static HolidayNotice notice(JsonTable row) {
        SortedSet<LocalDate> makeUpDays =
                row.texts("make_up_days").stream().map(LocalDate::parse).collect(Collectors.toCollection(TreeSet::new));
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
