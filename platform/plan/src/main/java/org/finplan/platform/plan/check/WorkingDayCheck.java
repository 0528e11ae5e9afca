package org.finplan.platform.plan.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;
import org.finplan.platform.workday.HolidayNotice;
import org.finplan.platform.workday.HolidayNotice.Holiday;

/** Checks that every notice of holidays says one thing only of each day of its year. */
final class WorkingDayCheck {

    private final FaultList faults;
    private final TimeCheck time;

    WorkingDayCheck(FaultList faults) {
        this.faults = faults;
        this.time = new TimeCheck(faults);
    }

    void check(List<JsonTable> notices) {
        Map<Integer, JsonTable> years = new HashMap<>();
        for (JsonTable notice : notices) {
            time.day(notice, "issued");
            int year = notice.integer("year");
            JsonTable first = years.putIfAbsent(year, notice);
            if (first != null) {
                faults.add(FaultKind.DUPLICATE_CODE, notice, "year", List.of(), year, first.placeOf("year"));
            }
            days(notice, year);
        }
    }

    /** Each day is held against those before it, so that the fault stands at the one that is too much. */
    private void days(JsonTable notice, int year) {
        List<Holiday> holidays = new ArrayList<>();
        for (JsonTable row : notice.rows("holidays")) {
            holiday(row).ifPresent(holiday -> {
                holidays.add(holiday);
                HolidayNotice.contradiction(year, holidays, Set.of()).ifPresent(day -> {
                    holidays.remove(holidays.size() - 1);
                    faults.add(FaultKind.WORKING_DAY, row, "from", List.of(), day);
                });
            });
        }
        Set<LocalDate> worked = new HashSet<>();
        int index = 0;
        for (String text : notice.texts("make_up_days")) {
            String place = notice.placeOf("make_up_days") + "/" + index++;
            time.day(notice.file(), place, text).ifPresent(day -> {
                boolean twice = !worked.add(day);
                if (twice
                        || HolidayNotice.contradiction(year, holidays, Set.of(day))
                                .isPresent()) {
                    faults.add(FaultKind.WORKING_DAY, notice.file(), place, List.of(), day);
                }
            });
        }
    }

    private Optional<Holiday> holiday(JsonTable row) {
        Optional<LocalDate> from = time.day(row, "from");
        Optional<LocalDate> until = time.day(row, "until");
        if (from.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        if (until.get().isBefore(from.get())) {
            faults.add(FaultKind.HOLIDAY_REVERSED, row, "until", List.of(">= " + from.get()), until.get());
            return Optional.empty();
        }
        return Optional.of(new Holiday(from.get(), until.get(), row.text("name_zh"), row.text("name_zh")));
    }
}
