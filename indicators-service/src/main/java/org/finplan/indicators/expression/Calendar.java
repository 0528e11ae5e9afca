package org.finplan.indicators.expression;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.indicators.expression.Expression.Step;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;

/** Moves periods, and names those that end together. The last day of a month stays the last day of a month. */
public final class Calendar {

    private static final int YEAR = 12;
    private static final int HALF = 6;
    private static final int QUARTER = 3;

    private Calendar() {}

    /**
     * Moves a period by whole years.
     *
     * @param period the period
     * @param years how many years later, negative for earlier
     * @return the moved period
     */
    public static Period years(Period period, int years) {
        return months(period, years * YEAR);
    }

    /**
     * The period of some days, in the one form that days have: a year to date that ends with December is the year.
     *
     * @param start first day
     * @param end last day
     * @return the period
     */
    public static Period of(LocalDate start, LocalDate end) {
        if (start.equals(end)) {
            return Period.ofDay(end);
        }
        return endingOn(end).stream()
                .filter(period -> period.start().equals(start))
                .findFirst()
                .orElseGet(() -> new Period(PeriodType.RANGE, start, end));
    }

    /**
     * The calendar periods that end on a day.
     *
     * @param end the day
     * @return the day itself; month, quarter, half, year and year to date when they end then, none of them twice
     */
    public static List<Period> endingOn(LocalDate end) {
        List<Period> periods = new ArrayList<>();
        periods.add(Period.ofDay(end));
        YearMonth last = YearMonth.from(end);
        if (!end.equals(last.atEndOfMonth())) {
            return periods;
        }
        int month = end.getMonthValue();
        periods.add(Period.ofMonth(last));
        if (month % QUARTER == 0) {
            periods.add(
                    new Period(PeriodType.QUARTER, last.minusMonths(QUARTER - 1).atDay(1), end));
        }
        if (month % HALF == 0) {
            periods.add(new Period(PeriodType.HALF, last.minusMonths(HALF - 1).atDay(1), end));
        }
        boolean alone = month != 1 && month != QUARTER && month != HALF && month != YEAR;
        if (month == YEAR) {
            periods.add(Period.ofYear(end.getYear()));
        } else if (alone) {
            periods.add(new Period(PeriodType.YEAR_TO_DATE, end.withDayOfYear(1), end));
        }
        return periods;
    }

    static Period back(Period period, int count, Step step) {
        return months(period, -count * length(period, step));
    }

    /** The periods from which a lag leads to a period: more than one where forms end up in the same days. */
    static List<Period> forward(Period period, int count, Step step) {
        Stream<Integer> steps = step == Step.PERIOD
                ? Stream.of(1, QUARTER, HALF, YEAR, length(period))
                : Stream.of(length(period, step));
        return steps.flatMap(months -> later(period, count * months))
                .distinct()
                .filter(later -> back(later, count, step).equals(period))
                .toList();
    }

    private static Stream<Period> later(Period period, int months) {
        if (period.type() == PeriodType.DAY) {
            // Months differ in length: several days of a longer one lead back to the last day of a shorter one.
            LocalDate first = period.end().plusMonths(months);
            return first.datesUntil(YearMonth.from(first).atEndOfMonth().plusDays(1))
                    .map(Period::ofDay);
        }
        Period moved = months(period, months);
        LocalDate first = LocalDate.of(moved.year(), Month.JANUARY, 1);
        boolean sinceJanuary = period.start().equals(period.end().withDayOfYear(1));
        return sinceJanuary ? Stream.of(moved, of(first, moved.end())) : Stream.of(moved);
    }

    /** The months of the year up to the end of a period. */
    static List<Period> monthsTo(Period period) {
        return IntStream.rangeClosed(1, period.end().getMonthValue())
                .mapToObj(month -> Period.ofMonth(YearMonth.of(period.year(), month)))
                .toList();
    }

    /** The periods whose year up to their end holds a month. */
    static List<Period> holding(Period month) {
        return IntStream.rangeClosed(month.end().getMonthValue(), YEAR)
                .mapToObj(last -> YearMonth.of(month.year(), last))
                .flatMap(last -> endingOn(last.atEndOfMonth()).stream())
                .toList();
    }

    private static int length(Period period, Step step) {
        return switch (step) {
            case MONTH -> 1;
            case QUARTER -> QUARTER;
            case YEAR -> YEAR;
            case PERIOD -> length(period);
        };
    }

    private static int length(Period period) {
        return switch (period.type()) {
            case MONTH, DAY -> 1;
            case QUARTER -> QUARTER;
            case HALF -> HALF;
            case YEAR, YEAR_TO_DATE -> YEAR;
            case RANGE ->
                (period.end().getYear() - period.start().getYear()) * YEAR
                        + period.end().getMonthValue()
                        - period.start().getMonthValue()
                        + 1;
        };
    }

    private static Period months(Period period, int months) {
        LocalDate end = move(period.end(), months);
        if (period.type() == PeriodType.DAY) {
            return Period.ofDay(end);
        }
        boolean sinceJanuary = period.type() == PeriodType.YEAR_TO_DATE && months % YEAR != 0;
        LocalDate start = period.start().plusMonths(months);
        return of(sinceJanuary ? LocalDate.of(end.getYear(), Month.JANUARY, 1) : start, end);
    }

    private static LocalDate move(LocalDate day, int months) {
        LocalDate moved = day.plusMonths(months);
        boolean last = day.equals(YearMonth.from(day).atEndOfMonth());
        return last ? YearMonth.from(moved).atEndOfMonth() : moved;
    }
}
