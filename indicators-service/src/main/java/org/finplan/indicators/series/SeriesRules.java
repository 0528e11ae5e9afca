package org.finplan.indicators.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationKind;
import org.finplan.platform.period.Period;
import org.finplan.platform.period.PeriodType;
import org.finplan.platform.plan.Fact;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.PublishedFigure;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;

/** What figures of a series may look like: their kind, their unit, their periods. Plain Java. */
public final class SeriesRules {

    private static final String PERCENT = "PCT";
    private static final String POINTS = "PP";
    private static final String TIMES = "TIMES";
    private static final Set<ObservationKind> IN_PERCENT =
            EnumSet.of(ObservationKind.GROWTH, ObservationKind.GROWTH_COMPARABLE_PRICES, ObservationKind.SHARE);
    private static final List<ObservationKind> PREFERENCE = List.of(
            ObservationKind.LEVEL,
            ObservationKind.SHARE,
            ObservationKind.RANK,
            ObservationKind.CUMULATIVE,
            ObservationKind.GROWTH,
            ObservationKind.AVERAGE_GROWTH,
            ObservationKind.CHANGE);

    private final Supplier<Learned> learned;

    private record Measured(String unit, ObservationKind kind) {}

    /**
     * What plans say.
     *
     * @param kinds the kinds that their own figures have, by series
     * @param units their units by code
     * @param accepted units that figures are taken in: asked for with every figure of a report; there are few answers
     */
    private record Learned(
            Map<String, Set<ObservationKind>> kinds, Map<String, Unit> units, Map<Measured, List<String>> accepted) {

        static Learned of(Collection<PlanPackage> packages, Collection<Unit> units) {
            Learned learned = new Learned(new HashMap<>(), new HashMap<>(), new ConcurrentHashMap<>());
            units.forEach(unit -> learned.units.put(unit.code(), unit));
            for (PlanPackage read : packages) {
                read.facts().forEach(fact -> learned.learn(fact.series(), kindOf(fact)));
                read.published().forEach(figure -> learned.learn(figure.series(), kindOf(figure)));
            }
            return learned;
        }

        private void learn(String series, ObservationKind kind) {
            kinds.computeIfAbsent(series, code -> EnumSet.noneOf(ObservationKind.class))
                    .add(kind);
        }
    }

    /**
     * Learns the kinds that the packages' own figures have.
     *
     * @param packages the plans
     * @param units all units
     */
    public SeriesRules(Collection<PlanPackage> packages, Collection<Unit> units) {
        Learned fixed = Learned.of(packages, units);
        this.learned = () -> fixed;
    }

    /**
     * Follows the plans that are in force; the kinds of retired series are those of the packages that they stood in.
     *
     * @param register the plans
     */
    public SeriesRules(PlanRegister register) {
        this.learned = register.derived(() -> Learned.of(
                register.plans().stream()
                        .flatMap(plan -> Stream.concat(Stream.of(plan.read()), plan.former().stream()))
                        .toList(),
                register.series().units()));
    }

    /**
     * The kind of a fact of the plan.
     *
     * @param fact the fact
     * @return its kind
     */
    public static ObservationKind kindOf(Fact fact) {
        return ObservationKind.find(fact.kind()).orElseThrow();
    }

    /**
     * The kind of a published figure.
     *
     * @param figure the figure
     * @return its kind
     */
    public static ObservationKind kindOf(PublishedFigure figure) {
        return switch (figure.kind()) {
            case "growth_yoy" -> ObservationKind.GROWTH;
            case "net_change" -> ObservationKind.CHANGE;
            default -> ObservationKind.find(figure.kind()).orElseThrow();
        };
    }

    /**
     * The kind that is meant when nobody says one.
     *
     * @param series series code
     * @return level, or what the plan's own figures of the series are when none of them is a level
     */
    public ObservationKind usualKind(String series) {
        Set<ObservationKind> known = learned.get().kinds().getOrDefault(series, Set.of());
        return PREFERENCE.stream().filter(known::contains).findFirst().orElse(ObservationKind.LEVEL);
    }

    /**
     * The units that figures may be delivered in.
     *
     * @param series the series
     * @param kind the kind of the figure
     * @return unit codes, never empty
     */
    public List<String> acceptedUnits(SeriesDefinition series, ObservationKind kind) {
        Learned from = learned.get();
        return from.accepted()
                .computeIfAbsent(new Measured(series.unit(), kind), of -> acceptedUnits(from.units(), of));
    }

    private static List<String> acceptedUnits(Map<String, Unit> units, Measured measured) {
        Unit own = units.get(measured.unit());
        Predicate<Unit> accepted =
                switch (measured.kind()) {
                    case LEVEL, CUMULATIVE, TARGET -> unit -> unit.convertsTo(own);
                    case SHARE, GROWTH, GROWTH_COMPARABLE_PRICES -> unit -> unit.convertsTo(units.get(PERCENT));
                    case AVERAGE_GROWTH ->
                        unit -> unit.convertsTo(units.get(PERCENT))
                                || unit.ucum().equals("%/a");
                    case CHANGE ->
                        unit -> unit.convertsTo(own)
                                || unit.code().equals(TIMES)
                                || (own.kind().equals("ratio") && unit.code().equals(POINTS));
                    case RANK -> unit -> unit.kind().equals("rank");
                    case GROWTH_CONTRIBUTION -> unit -> unit.code().equals(POINTS);
                };
        return units.values().stream().filter(accepted).map(Unit::code).sorted().toList();
    }

    /**
     * Puts a delivered value into the unit that the series is kept in: its own unit, or percent, when the delivered one
     * converts to it; else the delivered one.
     *
     * @param series the series
     * @param kind the kind of the figure
     * @param value as delivered, or null
     * @param unit unit it was delivered in
     * @param printed as printed, or null
     * @return the figure
     */
    public Figure figure(SeriesDefinition series, ObservationKind kind, BigDecimal value, Unit unit, String printed) {
        Map<String, Unit> units = learned.get().units();
        Unit own = units.get(series.unit());
        Unit kept = unit;
        if (IN_PERCENT.contains(kind)) {
            kept = unit.convertsTo(units.get(PERCENT)) ? units.get(PERCENT) : unit;
        } else if (unit.convertsTo(own) && !unit.code().equals(TIMES)) {
            kept = own;
        }
        BigDecimal converted = value == null ? null : unit.convert(value, kept);
        return new Figure(converted, kept.code(), value, unit.code(), "eq", printed, null);
    }

    /**
     * What an observation of a period is about.
     *
     * @param series the series
     * @param region region code
     * @param kind the kind of the figure
     * @param period the period
     * @param variant main, or the place of a second printed value
     * @return the key; for states the end of the period stands for the whole
     */
    public static ObservationKey key(
            SeriesDefinition series, String region, ObservationKind kind, Period period, String variant) {
        LocalDate start = isState(series, kind) ? period.end() : period.start();
        return new ObservationKey(series.code(), region, kind, start, period.end(), variant);
    }

    /**
     * Whether figures are states at a day rather than of a span.
     *
     * @param series the series
     * @param kind the kind of the figure
     * @return whether they are
     */
    public static boolean isState(SeriesDefinition series, ObservationKind kind) {
        return Boolean.TRUE.equals(series.pointInTime()) && isValue(kind);
    }

    /**
     * Whether a figure of that kind may be about that period: a state at a day has no value of a span such as
     * {@code 2021/2025}, and a flow none of a day.
     *
     * @param series the series
     * @param kind the kind of the figure
     * @param period the period
     * @return whether it may
     */
    public static boolean knows(SeriesDefinition series, ObservationKind kind, Period period) {
        if (!isValue(kind)) {
            return true;
        }
        boolean spanOfState = Boolean.TRUE.equals(series.pointInTime()) && period.type() == PeriodType.RANGE;
        boolean dayOfFlow = Boolean.FALSE.equals(series.pointInTime()) && period.type() == PeriodType.DAY;
        return !spanOfState && !dayOfFlow;
    }

    /**
     * How far a figure is known.
     *
     * @param figure a figure with a value
     * @return its value and its rounding by the digits that it was delivered with, both in the unit that it is kept in: 1.23 of
     *     ten thousand persons is known to 50 of them, not to half of one
     */
    public Rounded rounded(Figure figure) {
        BigDecimal rounding = Rounded.asPrinted(figure.deliveredValue()).rounding();
        Map<String, Unit> units = learned.get().units();
        Unit delivered = units.get(figure.deliveredUnit());
        return new Rounded(figure.value(), delivered.convert(rounding, units.get(figure.unit())));
    }

    private static boolean isValue(ObservationKind kind) {
        return kind == ObservationKind.LEVEL || kind == ObservationKind.SHARE || kind == ObservationKind.TARGET;
    }
}
