package org.finplan.platform.plan.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.JsonTable;

/** Checks days, periods and years of a package. */
final class TimeCheck {

    private final FaultList faults;

    TimeCheck(FaultList faults) {
        this.faults = faults;
    }

    /** Reads a period that may be missing; a notation that is none is a fault. */
    Optional<Period> period(JsonTable row, String field) {
        Optional<Period> period = row.findPeriod(field);
        if (period.isEmpty() && row.has(field)) {
            faults.add(FaultKind.MALFORMED, row, field, Period.NOTATIONS, row.text(field));
        }
        return period;
    }

    /** Reads a period of whole years, the first and the last; anything else is a fault. */
    Optional<Period> years(JsonTable row, String field) {
        Optional<Period> years = row.findPeriod(field)
                .filter(period -> period.endsYear() && period.start().getDayOfYear() == 1);
        if (years.isEmpty() && row.has(field)) {
            faults.add(FaultKind.MALFORMED, row, field, List.of("2026/2030"), row.text(field));
        }
        return years;
    }

    /** Reads a day that may be missing; one that no calendar has is a fault. */
    Optional<LocalDate> day(JsonTable row, String field) {
        return row.has(field) ? day(row.file(), row.placeOf(field), row.text(field)) : Optional.empty();
    }

    /** Reads a day; one that no calendar has is a fault. */
    Optional<LocalDate> day(String file, String place, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException noDay) {
            faults.add(FaultKind.MALFORMED, file, place, List.of("2026-06-30"), text);
            return Optional.empty();
        }
    }

    /** The year of a field has to lie within the years of the plan. */
    void within(JsonTable row, String field, Period horizon) {
        int year = row.integer(field);
        if (year < horizon.start().getYear() || year > horizon.end().getYear()) {
            faults.add(FaultKind.YEAR_OUTSIDE_PLAN, row, field, List.of(horizon.text()), Integer.toString(year));
        }
    }

    /** A day of a field has to lie within the plan. */
    void within(JsonTable row, String field, LocalDate day, Period horizon) {
        if (day.isBefore(horizon.start()) || day.isAfter(horizon.end())) {
            faults.add(
                    FaultKind.YEAR_OUTSIDE_PLAN, row, field, List.of(horizon.text()), Integer.toString(day.getYear()));
        }
    }

    /** The period of a row that says its year as well has to end in that year. */
    Optional<Period> ofItsYear(JsonTable row) {
        Optional<Period> period = period(row, "period");
        int year = row.integer("year");
        if (period.isPresent() && period.get().year() != year) {
            faults.add(
                    FaultKind.YEAR_AND_PERIOD,
                    row,
                    "period",
                    List.of(),
                    period.get().text(),
                    Integer.toString(year));
        }
        return period;
    }
}
