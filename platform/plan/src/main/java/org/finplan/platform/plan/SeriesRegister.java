package org.finplan.platform.plan;

import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.definition.PlanDefinitions;
import org.finplan.platform.plan.definition.SeriesTimeline;

/**
 * The series and units of all plans, and what their figures mean. Where two plans define a code, the first counts. A series
 * that only earlier versions of plans have is known, and retired.
 */
public final class SeriesRegister {

    private final List<PlanPackage> plans;
    private final Map<String, SeriesDefinition> series = new LinkedHashMap<>();
    private final Map<String, List<Said>> saying = new HashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, Measure> ofIndicators = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> retired = new HashSet<>();
    private final Map<String, SeriesTimeline> definitions = new HashMap<>();

    /** What a plan in force says of a series. */
    private record Said(PlanPackage plan, SeriesDefinition series) {}

    SeriesRegister(List<PlanPackage> plans, List<PlanPackage> former) {
        this.plans = plans;
        plans.forEach(this::add);
        plans.forEach(plan -> plan.series().forEach(row -> saying.computeIfAbsent(row.code(), code -> new ArrayList<>())
                .add(new Said(plan, row))));
        Set<String> inForce = Set.copyOf(series.keySet());
        former.forEach(this::add);
        series.keySet().stream().filter(code -> !inForce.contains(code)).forEach(retired::add);
        PlanDefinitions said =
                plans.stream().map(PlanPackage::definitions).reduce(PlanDefinitions.NONE, PlanDefinitions::and);
        said.definitions().forEach(row -> definitions.computeIfAbsent(row.series(), said::of));
        series.values().forEach(row -> name(row.name().zh(), row.code()));
        plans.stream().flatMap(plan -> plan.indicators().stream()).forEach(row -> row.aliases()
                .forEach(alias -> name(alias, row.code())));
    }

    private void add(PlanPackage read) {
        read.series().forEach(row -> series.putIfAbsent(row.code(), row));
        read.units().forEach(row -> units.putIfAbsent(row.code(), row));
        read.indicators().forEach(row -> ofIndicators.putIfAbsent(row.code(), row.measure()));
    }

    /** A name that two series have names neither. */
    private void name(String name, String code) {
        names.merge(name, code, (one, other) -> one.equals(other) ? one : "");
    }

    /**
     * An indicator of a plan.
     *
     * @param plan plan code
     * @param definition the indicator
     */
    public record PlanIndicator(String plan, IndicatorDefinition definition) {}

    /** {@return all series, those of indicators first and retired ones last} */
    public Collection<SeriesDefinition> all() {
        return List.copyOf(series.values());
    }

    /**
     * The series of some cities' plans.
     *
     * @param region whether a region counts, such as one that the caller reads
     * @return codes of the series that a plan with such a region says; retired ones are none of them
     */
    public List<String> codes(Predicate<String> region) {
        return series.keySet().stream()
                .filter(code -> saying.getOrDefault(code, List.of()).stream()
                        .anyMatch(said -> said.plan().regions().stream()
                                .map(RegionDefinition::code)
                                .anyMatch(region)))
                .toList();
    }

    /**
     * Finds a series.
     *
     * @param code series code
     * @return the series, empty when there is none
     */
    public Optional<SeriesDefinition> find(String code) {
        return Optional.ofNullable(series.get(code));
    }

    /**
     * Finds a series as the plan of a region says it: two cities' plans may have one code with another unit or name.
     *
     * @param code series code
     * @param region region code, or null
     * @return as the first plan says it that has the region, else as {@link #find(String)}
     */
    public Optional<SeriesDefinition> find(String code, @Nullable String region) {
        return saying.getOrDefault(code, List.of()).stream()
                .filter(said -> said.plan().hasRegion(region))
                .map(Said::series)
                .findFirst()
                .or(() -> find(code));
    }

    /**
     * Finds a series by what people call it.
     *
     * @param codeOrName its code, its Chinese name, or another name that a plan uses for it
     * @return the series, empty when there is none or when two have that name
     */
    public Optional<SeriesDefinition> named(String codeOrName) {
        return find(codeOrName)
                .or(() -> Optional.ofNullable(names.get(codeOrName)).flatMap(this::find));
    }

    /**
     * Whether a series stands in no plan in force, but in an earlier version of one.
     *
     * @param code series code
     * @return whether it is retired: its figures are read, and no more are taken
     */
    public boolean retired(String code) {
        return retired.contains(code);
    }

    /**
     * The definitions of a series, of all plans.
     *
     * @param code series code
     * @return them in their order; none where no plan says anything
     */
    public SeriesTimeline definitions(String code) {
        return definitions.getOrDefault(code, SeriesTimeline.NONE);
    }

    /** {@return all units of measure} */
    public Collection<Unit> units() {
        return List.copyOf(units.values());
    }

    /**
     * Finds a unit of measure.
     *
     * @param code unit code
     * @return the unit, empty when there is none
     */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /**
     * What a series measures: as its indicator or the package says; where neither does, by its unit and by whether its values
     * are states at a day.
     *
     * @param code series code
     * @return the measure, empty when the series is unknown or no source says whether it is a state
     */
    public Optional<Measure> measure(String code) {
        return Optional.ofNullable(ofIndicators.get(code)).or(() -> find(code).flatMap(this::measure));
    }

    /**
     * Whether the figures of a series are states, of which a longer period has the one at its end, never a sum.
     *
     * @param series the series
     * @return whether they are; false as well where nothing says so
     */
    public boolean isState(SeriesDefinition series) {
        boolean atADay = Boolean.TRUE.equals(series.pointInTime());
        return measure(series.code())
                .map(measure -> measure.isState() || (measure == Measure.RATIO && atADay))
                .orElse(atADay);
    }

    private Optional<Measure> measure(SeriesDefinition row) {
        if (row.measure() != null) {
            return Optional.of(row.measure());
        }
        String kind = unit(row.unit()).orElseThrow().kind();
        if (kind.equals("ratio")) {
            return Optional.of(Measure.RATIO);
        }
        if (row.pointInTime() == null) {
            return Optional.empty();
        }
        Measure state = kind.equals("count") ? Measure.COUNT : Measure.STOCK;
        return Optional.of(row.pointInTime() ? state : Measure.FLOW);
    }

    /**
     * The years that plans are about, for figures of a series.
     *
     * @param code series code
     * @param region region code
     * @return first to last year of each plan that has the series and the region, each once
     */
    public List<Period> planSpans(String code, String region) {
        return plans.stream()
                .filter(plan -> plan.hasSeries(code) && plan.hasRegion(region))
                .map(plan -> plan.plan().horizon())
                .distinct()
                .toList();
    }

    /**
     * The indicators that a figure of a series has a part in.
     *
     * @param code series code
     * @return indicators measured by the series, and indicators with the series as their benchmark
     */
    public List<PlanIndicator> affectedBy(String code) {
        return plans.stream()
                .flatMap(plan -> plan.indicators().stream()
                        .filter(row -> row.code().equals(code) || isBenchmarkOf(row, code))
                        .map(row -> new PlanIndicator(plan.plan().code(), row)))
                .toList();
    }

    private static boolean isBenchmarkOf(IndicatorDefinition row, String code) {
        return row.target().relative() != null
                && row.target().relative().series().equals(code);
    }
}
