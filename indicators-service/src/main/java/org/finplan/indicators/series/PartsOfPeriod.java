package org.finplan.indicators.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.indicators.series.PeriodContradiction.Part;
import org.finplan.platform.period.Period;

/**
 * The delivered values of a flow in one region and one calendar year, each longer one held against every way in which
 * shorter ones make up its period. Nothing is filled in: a period that its parts do not cover completely is not compared.
 * Plain Java.
 *
 * @param <T> origins of the values
 */
public final class PartsOfPeriod<T> {

    private final Map<Span, Printed<T>> delivered = new LinkedHashMap<>();

    /**
     * Takes the values.
     *
     * @param values delivered values, all of one calendar year; of two about the same days the first counts
     */
    public PartsOfPeriod(Collection<Printed<T>> values) {
        values.forEach(value -> delivered.putIfAbsent(span(value.period()), value));
    }

    private record Span(LocalDate start, LocalDate end) {

        boolean isPartOf(Period whole) {
            return !start.isBefore(whole.start()) && !end.isAfter(whole.end()) && !equals(span(whole));
        }
    }

    private static Span span(Period period) {
        return new Span(period.start(), period.end());
    }

    /**
     * Parts that make up a period from its start to some day.
     *
     * @param bound the least, or with the other sign the greatest, that their sum can be
     * @param concerns whether a value that was asked about is among them
     * @param parts the parts in order
     */
    private record Tiling<T>(BigDecimal bound, boolean concerns, List<Part<T>> parts) {

        Tiling<T> with(Part<T> next, boolean greatest, Predicate<T> about) {
            BigDecimal amount = greatest ? next.amount().negate() : next.amount();
            return new Tiling<>(
                    bound.add(amount).add(next.rounding()),
                    concerns || next.origins().anyMatch(about),
                    Stream.concat(parts.stream(), Stream.of(next)).toList());
        }

        /** The one that leaves less room; of two that leave the same, the one of fewer parts. */
        Tiling<T> or(Tiling<T> other) {
            int order = bound.compareTo(other.bound);
            return order < 0 || (order == 0 && parts.size() <= other.parts.size()) ? this : other;
        }
    }

    /**
     * Finds contradictions.
     *
     * @param about the values that are asked about
     * @return for each whole the greatest contradiction that such a value has a part in, as the whole or as a part of it; in
     *     the order of the wholes, none for a whole whose parts add up within the rounding
     */
    public List<PeriodContradiction<T>> contradictions(Predicate<T> about) {
        return delivered.values().stream()
                .sorted(Comparator.comparing(Printed::period))
                .flatMap(whole -> contradiction(whole, about).stream())
                .toList();
    }

    private Optional<PeriodContradiction<T>> contradiction(Printed<T> whole, Predicate<T> about) {
        Map<LocalDate, List<Part<T>>> parts = parts(whole.period());
        return Stream.of(false, true)
                .flatMap(greatest -> tiling(whole, parts, greatest, about).stream())
                .map(tiling -> new PeriodContradiction<>(whole, tiling.parts()))
                .filter(found -> found.excess().signum() > 0)
                .max(Comparator.comparing(PeriodContradiction::excess));
    }

    /**
     * Of all ways to make up a period, the one whose sum is least when each part is as great as its digits allow, or greatest
     * when each is as small: if any contradicts the whole this one does. Each day is visited once, not each way.
     */
    private static <T> Optional<Tiling<T>> tiling(
            Printed<T> whole, Map<LocalDate, List<Part<T>>> parts, boolean greatest, Predicate<T> about) {
        NavigableMap<LocalDate, Map<Boolean, Tiling<T>>> reached = new TreeMap<>();
        boolean concerns = about.test(whole.origin());
        reached.put(
                whole.period().start(), Map.of(concerns, new Tiling<>(BigDecimal.ZERO, concerns, List.<Part<T>>of())));
        LocalDate after = whole.period().end().plusDays(1);
        while (!reached.isEmpty() && reached.firstKey().isBefore(after)) {
            Map.Entry<LocalDate, Map<Boolean, Tiling<T>>> next = reached.pollFirstEntry();
            for (Part<T> part : parts.getOrDefault(next.getKey(), List.of())) {
                Map<Boolean, Tiling<T>> there =
                        reached.computeIfAbsent(part.end().plusDays(1), day -> new HashMap<>());
                for (Tiling<T> tiling : next.getValue().values()) {
                    Tiling<T> longer = tiling.with(part, greatest, about);
                    there.merge(longer.concerns(), longer, Tiling::or);
                }
            }
        }
        return Optional.ofNullable(reached.getOrDefault(after, Map.of()).get(true));
    }

    /** By their first day. Differences of sums since January tell a period that starts in January nothing new. */
    private Map<LocalDate, List<Part<T>>> parts(Period whole) {
        Stream<Part<T>> own = delivered.entrySet().stream()
                .filter(entry -> entry.getKey().isPartOf(whole))
                .map(entry -> new Part<>(entry.getValue(), null));
        Stream<Part<T>> differences = whole.start().getDayOfYear() == 1 ? Stream.empty() : differences(whole);
        return Stream.concat(own, differences).collect(Collectors.groupingBy(Part::start));
    }

    /** Where a value was delivered that one comes before the difference. */
    private Stream<Part<T>> differences(Period whole) {
        LocalDate january = whole.start().withDayOfYear(1);
        List<Printed<T>> sums = delivered.values().stream()
                .filter(value -> value.period().start().equals(january))
                .toList();
        return sums.stream()
                .flatMap(sum -> sums.stream()
                        .filter(less ->
                                less.period().end().isBefore(sum.period().end()))
                        .map(less -> new Part<>(sum, less)))
                .filter(part -> {
                    Span span = new Span(part.start(), part.end());
                    return span.isPartOf(whole) && !delivered.containsKey(span);
                });
    }
}
