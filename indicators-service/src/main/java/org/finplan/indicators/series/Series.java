package org.finplan.indicators.series;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;

/**
 * The values of one series and region. A delivered value always comes before a computed one. The sum of a longer period
 * needs all its parts; a shorter one may be the difference of two sums since January, or what a longer one leaves when all
 * its other parts are known.
 *
 * @param <T> origins of the values
 */
public final class Series<T> {

    /** Decimals of a growth in percent. */
    public static final int GROWTH_DECIMALS = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What a period may be a part of, the shortest first. */
    private static final List<PeriodType> LONGER = List.of(PeriodType.QUARTER, PeriodType.HALF, PeriodType.YEAR);

    private final boolean state;
    private final Map<Span, Known<T>> known = new LinkedHashMap<>();

    /**
     * Takes the values.
     *
     * @param state whether they are states at a day; otherwise they are about the whole period
     * @param values the values; of two about the same period the first counts
     */
    public Series(boolean state, Collection<Known<T>> values) {
        this.state = state;
        values.forEach(value -> known.putIfAbsent(span(value.period()), value));
    }

    /** What a value is about: the last day alone for a state. */
    private record Span(LocalDate start, LocalDate end) {}

    private Span span(Period period) {
        return new Span(state ? period.end() : period.start(), period.end());
    }

    /** {@return the values as delivered, by period} */
    public List<Computed<T>> delivered() {
        return known.values().stream()
                .sorted((one, other) -> one.period().compareTo(other.period()))
                .map(value -> Computed.value(value.period(), value.value(), List.of(value.origin())))
                .toList();
    }

    /**
     * Brings the values to a frequency.
     *
     * @param frequency the frequency
     * @return a value, or what is missing for it: of states for every period at whose end there is one, of what is about
     *     whole periods for every period from the first to the last that any value speaks of
     */
    public List<Computed<T>> at(Frequency frequency) {
        TreeSet<Period> periods = new TreeSet<>();
        for (Known<T> value : known.values()) {
            Period last = Period.containing(frequency.period(), value.period().end());
            if (!state) {
                periods.add(last);
                periods.add(Period.containing(frequency.period(), value.period().start()));
            } else if (last.end().equals(value.period().end())) {
                periods.add(last);
            }
        }
        if (!state && !periods.isEmpty()) {
            periods.addAll(between(periods.first(), periods.last(), frequency));
        }
        return periods.stream().map(this::valueOrGap).toList();
    }

    /** Where nothing of a period is known the period itself is missing, not each of its parts. */
    private Computed<T> valueOrGap(Period period) {
        Computed<T> computed = value(period);
        return computed.value() == null && computed.inputs().isEmpty() ? missing(period) : computed;
    }

    private static List<Period> between(Period first, Period last, Frequency frequency) {
        List<Period> between = new ArrayList<>();
        for (Period next = first; next.end().isBefore(last.end()); ) {
            next = Period.containing(frequency.period(), next.end().plusDays(1));
            between.add(next);
        }
        return between;
    }

    /**
     * Transforms values of this series.
     *
     * @param values values of one frequency, or as delivered
     * @param transform the transform
     * @return one for each period, in order: the last month of a quarter and the quarter have the same sum since January
     */
    public List<Computed<T>> transform(List<Computed<T>> values, Transform transform) {
        Map<Period, Computed<T>> transformed = new LinkedHashMap<>();
        for (Computed<T> value : values) {
            Computed<T> next =
                    transform == Transform.CUMULATIVE ? sinceJanuary(value.period()) : onYearBefore(value, transform);
            transformed.putIfAbsent(next.period(), next);
        }
        return List.copyOf(transformed.values());
    }

    private Computed<T> onYearBefore(Computed<T> now, Transform transform) {
        if (now.value() == null) {
            return now;
        }
        Computed<T> before = value(yearBefore(now.period()));
        if (before.value() == null) {
            List<Period> missing = before.missing().isEmpty() ? List.of(before.period()) : before.missing();
            return Computed.without(now.period(), now.inputs(), missing, Computed.Gap.BASE_MISSING);
        }
        List<T> inputs =
                Stream.concat(now.inputs().stream(), before.inputs().stream()).toList();
        if (transform == Transform.CHANGE) {
            return Computed.value(now.period(), now.value().subtract(before.value()), inputs);
        }
        if (before.value().signum() <= 0) {
            return Computed.without(now.period(), inputs, List.of(), Computed.Gap.BASE_NOT_POSITIVE);
        }
        return Computed.value(now.period(), growth(now.value(), before.value()), inputs);
    }

    /** A state at the last day of a month is that of the month, however it was written: so is the one of the year before. */
    private Period yearBefore(Period period) {
        Period month = Period.containing(PeriodType.MONTH, period.end());
        boolean day = period.type() == PeriodType.DAY;
        return state && day && month.end().equals(period.end())
                ? Period.ofDay(month.yearBefore().end())
                : period.yearBefore();
    }

    /**
     * Growth in percent.
     *
     * @param now the later value
     * @param before the earlier value, above zero
     * @return growth with {@value #GROWTH_DECIMALS} decimals, halves rounded up
     */
    public static BigDecimal growth(BigDecimal now, BigDecimal before) {
        return now.subtract(before).multiply(HUNDRED).divide(before, GROWTH_DECIMALS, RoundingMode.HALF_UP);
    }

    /**
     * The value of a period: delivered, the sum of its parts, the difference of two sums since January, or what a longer
     * period leaves.
     *
     * @param period the period
     * @return the value, or what is missing for it
     */
    public Computed<T> value(Period period) {
        Computed<T> own = ofItsOwn(period);
        if (own.value() != null || state) {
            return own;
        }
        return LONGER.stream()
                .filter(longer -> longer.compareTo(period.type()) != 0 && isPartOf(period, longer))
                .map(longer -> remainder(period, Period.containing(longer, period.start())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(own);
    }

    /** Whether periods of a type consist of whole ones like this. */
    private static boolean isPartOf(Period period, PeriodType longer) {
        return switch (period.type()) {
            case MONTH -> true;
            case QUARTER -> longer != PeriodType.QUARTER;
            case HALF -> longer == PeriodType.YEAR;
            case YEAR, YEAR_TO_DATE, DAY, RANGE -> false;
        };
    }

    /** What a delivered longer period leaves for one of its parts when all others are known. */
    private Optional<Computed<T>> remainder(Period part, Period whole) {
        Known<T> delivered = known.get(span(whole));
        if (delivered == null) {
            return Optional.empty();
        }
        BigDecimal left = delivered.value();
        List<T> inputs = new ArrayList<>(List.of(delivered.origin()));
        for (Period other : whole.parts(part.type())) {
            if (!other.equals(part)) {
                Computed<T> value = ofItsOwn(other);
                if (value.value() == null) {
                    return Optional.empty();
                }
                left = left.subtract(value.value());
                inputs.addAll(value.inputs());
            }
        }
        return Optional.of(Computed.value(part, left, inputs));
    }

    private Computed<T> ofItsOwn(Period period) {
        Known<T> direct = known.get(span(period));
        if (direct != null) {
            return Computed.value(period, direct.value(), List.of(direct.origin()));
        }
        if (state) {
            return missing(period);
        }
        Computed<T> difference = betweenSums(period);
        if (difference != null) {
            return difference;
        }
        return switch (period.type()) {
            case YEAR -> sum(period, period.parts(PeriodType.HALF));
            case HALF -> sum(period, period.parts(PeriodType.QUARTER));
            case QUARTER -> sum(period, period.parts(PeriodType.MONTH));
            case YEAR_TO_DATE -> sinceJanuary(period);
            case MONTH, DAY, RANGE -> missing(period);
        };
    }

    private Computed<T> betweenSums(Period period) {
        LocalDate january = period.start().withDayOfYear(1);
        if (period.start().equals(january)) {
            return null;
        }
        Known<T> whole = known.get(new Span(january, period.end()));
        Known<T> before = known.get(new Span(january, period.start().minusDays(1)));
        return whole == null || before == null
                ? null
                : Computed.value(
                        period, whole.value().subtract(before.value()), List.of(whole.origin(), before.origin()));
    }

    /** The sum from January to the end of the month that a period ends in, of the longest parts that fit. */
    private Computed<T> sinceJanuary(Period period) {
        Period toDate = Period.yearTo(YearMonth.from(period.end()));
        Known<T> direct = known.get(span(toDate));
        if (direct != null) {
            return Computed.value(toDate, direct.value(), List.of(direct.origin()));
        }
        return sum(toDate, longestParts(toDate));
    }

    private static List<Period> longestParts(Period toDate) {
        List<Period> parts = new ArrayList<>();
        LocalDate next = toDate.start();
        while (!next.isAfter(toDate.end())) {
            LocalDate first = next;
            Period part = Stream.of(PeriodType.HALF, PeriodType.QUARTER, PeriodType.MONTH)
                    .map(type -> Period.containing(type, first))
                    .filter(period ->
                            period.start().equals(first) && !period.end().isAfter(toDate.end()))
                    .findFirst()
                    .orElseThrow();
            parts.add(part);
            next = part.end().plusDays(1);
        }
        return parts;
    }

    private Computed<T> sum(Period period, List<Period> parts) {
        BigDecimal sum = BigDecimal.ZERO;
        List<T> inputs = new ArrayList<>();
        List<Period> missing = new ArrayList<>();
        for (Period part : parts) {
            Computed<T> value = ofItsOwn(part);
            inputs.addAll(value.inputs());
            if (value.value() == null) {
                missing.addAll(value.inputs().isEmpty() ? List.of(part) : value.missing());
            } else {
                sum = sum.add(value.value());
            }
        }
        return missing.isEmpty()
                ? Computed.value(period, sum, inputs)
                : Computed.without(period, inputs, missing, Computed.Gap.PART_MISSING);
    }

    private Computed<T> missing(Period period) {
        return Computed.without(period, List.of(), List.of(period), Computed.Gap.PART_MISSING);
    }
}
