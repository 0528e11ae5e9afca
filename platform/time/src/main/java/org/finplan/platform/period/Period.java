package org.finplan.platform.period;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of calendar days (Asia/Shanghai business dates) in the notation of the API: {@code 2025}, {@code 2025-S1},
 * {@code 2025-Q3}, {@code 2025-09}, {@code 2025-09-YTD}, {@code 2025-09-30} and ranges such as {@code 2016/2020}. Two
 * periods are equal when type, first and last day are; {@link #text()} is the one notation of each.
 *
 * @param type the form
 * @param start first day
 * @param end last day, inclusive
 */
public record Period(PeriodType type, LocalDate start, LocalDate end) implements Comparable<Period> {

    /** The accepted notations, for problem answers. */
    public static final List<String> NOTATIONS =
            List.of("2025", "2025-S1", "2025-Q3", "2025-09", "2025-09-YTD", "2025-09-30", "2021/2025");

    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(?:-(?:S([12])|Q([1-4])|(\\d{2})(?:-(?:(YTD)|(\\d{2})))?))?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;
    private static final int MONTHS_OF_HALF = 6;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final Comparator<Period> ORDER = Comparator.comparing(Period::end)
            .thenComparing(Period::start, Comparator.reverseOrder())
            .thenComparing(Period::type);

    /**
     * Reads a period.
     *
     * @param text a notation of the API
     * @return the period, empty when the text is none
     */
    public static Optional<Period> find(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0 ? single(text) : range(text.substring(0, slash), text.substring(slash + 1));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /**
     * Reads a period that is known to be well formed, such as one that was stored.
     *
     * @param text a notation of the API
     * @return the period
     * @throws DateTimeException when the text is no period
     */
    public static Period parse(String text) {
        return find(text).orElseThrow(() -> new DateTimeException("no period: " + text));
    }

    /**
     * A calendar year.
     *
     * @param year 1900 to 2199
     * @return the year
     */
    public static Period ofYear(int year) {
        return new Period(PeriodType.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /**
     * A calendar month.
     *
     * @param month the month
     * @return the month as a period
     */
    public static Period ofMonth(YearMonth month) {
        return new Period(PeriodType.MONTH, month.atDay(1), month.atEndOfMonth());
    }

    /**
     * A day.
     *
     * @param day the day
     * @return the day as a period
     */
    public static Period ofDay(LocalDate day) {
        return new Period(PeriodType.DAY, day, day);
    }

    /**
     * The span of two years.
     *
     * @param first first year
     * @param last last year, after the first
     * @return the span, {@code first/last}
     */
    public static Period ofYears(int first, int last) {
        return new Period(PeriodType.RANGE, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    /**
     * The calendar period of a form that a day lies in.
     *
     * @param type year, half, quarter, month or day
     * @param day the day
     * @return the period
     * @throws IllegalArgumentException when the form has no calendar of its own (year to date, range)
     */
    public static Period containing(PeriodType type, LocalDate day) {
        return switch (type) {
            case YEAR -> ofYear(day.getYear());
            case HALF -> part(type, day.getYear(), ordinal(day, MONTHS_OF_HALF), MONTHS_OF_HALF);
            case QUARTER -> part(type, day.getYear(), ordinal(day, MONTHS_OF_QUARTER), MONTHS_OF_QUARTER);
            case MONTH -> ofMonth(YearMonth.from(day));
            case DAY -> ofDay(day);
            case YEAR_TO_DATE, RANGE -> throw new IllegalArgumentException("no calendar of " + type.code());
        };
    }

    /**
     * From January to the end of a month.
     *
     * @param month the last month
     * @return the period
     */
    public static Period yearTo(YearMonth month) {
        return new Period(PeriodType.YEAR_TO_DATE, LocalDate.of(month.getYear(), 1, 1), month.atEndOfMonth());
    }

    /** {@return the notation of the API} */
    public String text() {
        return switch (type) {
            case YEAR -> String.valueOf(start.getYear());
            case HALF -> start.getYear() + "-S" + ordinal(start, MONTHS_OF_HALF);
            case QUARTER -> start.getYear() + "-Q" + ordinal(start, MONTHS_OF_QUARTER);
            case MONTH -> YearMonth.from(start).toString();
            case YEAR_TO_DATE -> YearMonth.from(end) + "-YTD";
            case DAY -> start.toString();
            case RANGE -> rangeText();
        };
    }

    /** {@return year of the last day} */
    public int year() {
        return end.getYear();
    }

    /** {@return whether the period ends with the last day of a year} */
    public boolean endsYear() {
        return end.getMonthValue() == 12 && end.getDayOfMonth() == 31;
    }

    /** {@return whether the period is exactly one calendar year, whatever its notation} */
    public boolean isWholeYear() {
        return endsYear() && start.equals(end.withDayOfYear(1));
    }

    /**
     * The calendar periods of a form that make up this one exactly.
     *
     * @param part a calendar form
     * @return the parts in order, without gap or overlap; empty when no such parts make up this period
     */
    public List<Period> parts(PeriodType part) {
        List<Period> parts = new ArrayList<>();
        LocalDate next = start;
        while (!next.isAfter(end)) {
            Period period = containing(part, next);
            if (!period.start.equals(next) || period.end.isAfter(end)) {
                return List.of();
            }
            parts.add(period);
            next = period.end.plusDays(1);
        }
        return List.copyOf(parts);
    }

    /** {@return the same period of the year before; 29 February becomes 28 February} */
    public Period yearBefore() {
        LocalDate first = start.minusYears(1);
        boolean endOfMonth = end.equals(YearMonth.from(end).atEndOfMonth()) && type != PeriodType.DAY;
        LocalDate last = endOfMonth ? YearMonth.from(end).minusYears(1).atEndOfMonth() : end.minusYears(1);
        return new Period(type, first, last);
    }

    /** Earlier ends first; of those that end together the shorter first. */
    @Override
    public int compareTo(Period other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }

    private String rangeText() {
        if (start.getDayOfYear() == 1 && endsYear()) {
            return start.getYear() + "/" + end.getYear();
        }
        YearMonth last = YearMonth.from(end);
        if (start.getDayOfMonth() == 1 && end.equals(last.atEndOfMonth())) {
            return YearMonth.from(start) + "/" + last;
        }
        return start + "/" + end;
    }

    private static Optional<Period> single(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        if (form.group(2) != null) {
            return Optional.of(part(PeriodType.HALF, year, Integer.parseInt(form.group(2)), MONTHS_OF_HALF));
        }
        if (form.group(3) != null) {
            return Optional.of(part(PeriodType.QUARTER, year, Integer.parseInt(form.group(3)), MONTHS_OF_QUARTER));
        }
        if (form.group(4) == null) {
            return Optional.of(ofYear(year));
        }
        YearMonth month = YearMonth.of(year, Integer.parseInt(form.group(4)));
        if (form.group(5) != null) {
            return Optional.of(yearTo(month));
        }
        return Optional.of(
                form.group(6) == null ? ofMonth(month) : ofDay(month.atDay(Integer.parseInt(form.group(6)))));
    }

    private static int ordinal(LocalDate day, int months) {
        return (day.getMonthValue() - 1) / months + 1;
    }

    private static Period part(PeriodType type, int year, int ordinal, int months) {
        YearMonth first = YearMonth.of(year, (ordinal - 1) * months + 1);
        return new Period(type, first.atDay(1), first.plusMonths(months - 1).atEndOfMonth());
    }

    private static Optional<Period> range(String first, String last) {
        Optional<Period> from = single(first);
        Optional<Period> to = single(last);
        if (from.isEmpty() || to.isEmpty() || from.get().type != to.get().type || !rangesOver(from.get().type)) {
            return Optional.empty();
        }
        LocalDate start = from.get().start;
        LocalDate end = to.get().end;
        return from.get().end.isBefore(to.get().start)
                ? Optional.of(new Period(PeriodType.RANGE, start, end))
                : Optional.empty();
    }

    private static boolean rangesOver(PeriodType type) {
        return type == PeriodType.YEAR || type == PeriodType.MONTH || type == PeriodType.DAY;
    }
}
