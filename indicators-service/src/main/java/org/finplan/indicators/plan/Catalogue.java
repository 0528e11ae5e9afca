package org.finplan.indicators.plan;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Measure;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.plan.Unit;
import org.finplan.platform.problem.ProblemException;

/**
 * What the loaded plan packages define. Packages never change while the service runs, so all instances answer alike from
 * memory. Where two packages define the same code, the first counts.
 */
@Singleton
public class Catalogue {

    private final Map<String, PlanPackage> plans = new LinkedHashMap<>();
    /** The notation for all years of a plan, where it is known which plan is meant. */
    public static final String WHOLE_PLAN = "PLAN";

    private final Map<String, SeriesDefinition> series = new LinkedHashMap<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final RegionHierarchy regions;

    @Inject
    Catalogue(PlanConfig config) {
        this(PlanPackage.load(config.directories().orElse(List.of())));
    }

    /**
     * Builds the catalogue of some packages.
     *
     * @param packages the packages, the most important first
     */
    public Catalogue(Collection<PlanPackage> packages) {
        List<RegionDefinition> definitions = new ArrayList<>();
        for (PlanPackage read : packages) {
            plans.put(read.plan().code(), read);
            read.series().forEach(row -> series.putIfAbsent(row.code(), row));
            read.units().forEach(row -> units.putIfAbsent(row.code(), row));
            definitions.addAll(read.regions());
        }
        regions = new RegionHierarchy(definitions);
        series.values().forEach(row -> name(row.name().zh(), row.code()));
        packages.stream().flatMap(read -> read.indicators().stream()).forEach(row -> row.aliases()
                .forEach(alias -> name(alias, row.code())));
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

    /** {@return the loaded plans} */
    public Collection<PlanPackage> plans() {
        return List.copyOf(plans.values());
    }

    /** {@return the plan of that code} */
    public Optional<PlanPackage> plan(String code) {
        return Optional.ofNullable(plans.get(code));
    }

    /**
     * The plan that the query parameter {@code plan} names.
     *
     * @param code what was sent, or null
     * @return the plan
     * @throws ProblemException 400 when no such plan is loaded
     */
    public PlanPackage requirePlan(String code) {
        return plan(code == null ? "" : code)
                .orElseThrow(() -> ProblemException.invalidParameter("plan", code, List.copyOf(plans.keySet())));
    }

    /** {@return all series, indicators first} */
    public Collection<SeriesDefinition> series() {
        return List.copyOf(series.values());
    }

    /**
     * Finds a series by what people call it.
     *
     * @param codeOrName its code, its Chinese name, or another name that a plan uses for it
     * @return the series, empty when there is none or when two have that name
     */
    public Optional<SeriesDefinition> named(String codeOrName) {
        return series(codeOrName)
                .or(() -> Optional.ofNullable(names.get(codeOrName)).flatMap(this::series));
    }

    /** {@return the series of that code} */
    public Optional<SeriesDefinition> series(String code) {
        return Optional.ofNullable(series.get(code));
    }

    /**
     * What a series measures: as its indicator says, else by its unit and by whether its values are states at a day.
     *
     * @param code series code
     * @return the measure, empty when the series is unknown or no source says whether it is a state
     */
    public Optional<Measure> measure(String code) {
        Optional<Measure> ofIndicator = plans.values().stream()
                .flatMap(read -> read.indicators().stream())
                .filter(row -> row.code().equals(code))
                .map(IndicatorDefinition::measure)
                .findFirst();
        return ofIndicator.or(() -> series(code).flatMap(this::measure));
    }

    private Optional<Measure> measure(SeriesDefinition row) {
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
     * Reads a period where it is known which plan is meant.
     *
     * @param plan the plan
     * @param text a notation of the API, or {@link #WHOLE_PLAN} for first to last year of the plan
     * @return the period, empty when the text is none
     */
    public static Optional<Period> period(PlanPackage plan, String text) {
        return text.equals(WHOLE_PLAN) ? Optional.of(plan.plan().horizon()) : Period.find(text);
    }

    /**
     * What {@link #WHOLE_PLAN} means for figures of a series.
     *
     * @param code series code
     * @param region region code
     * @return first to last year of each plan that has the series and the region, each once
     */
    public List<Period> planSpans(String code, String region) {
        return plans.values().stream()
                .filter(read ->
                        read.series().stream().anyMatch(row -> row.code().equals(code)))
                .filter(read ->
                        read.regions().stream().anyMatch(row -> row.code().equals(region)))
                .map(read -> read.plan().horizon())
                .distinct()
                .toList();
    }

    /** {@return all units} */
    public Collection<Unit> units() {
        return List.copyOf(units.values());
    }

    /** {@return the unit of that code} */
    public Optional<Unit> unit(String code) {
        return Optional.ofNullable(units.get(code));
    }

    /**
     * The region that a plan is about as a whole.
     *
     * @param plan a loaded plan
     * @return code of the region that lies in no other of the plan's own regions
     */
    public static String city(PlanPackage plan) {
        Set<String> own = plan.regions().stream()
                .filter(region -> !region.reference())
                .map(RegionDefinition::code)
                .collect(Collectors.toSet());
        return plan.regions().stream()
                .filter(region -> !region.reference() && !own.contains(String.valueOf(region.parent())))
                .map(RegionDefinition::code)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("The plan " + plan.plan().code()
                                + " has no city: each of its regions lies in another of them, or is a reference"));
    }

    /** {@return the regions of all plans} */
    public RegionHierarchy regions() {
        return regions;
    }

    /** {@return the indicator of a plan, empty when the plan or the indicator is unknown} */
    public Optional<IndicatorDefinition> indicator(String plan, String code) {
        return plan(plan).stream()
                .flatMap(read -> read.indicators().stream())
                .filter(row -> row.code().equals(code))
                .findFirst();
    }

    /**
     * The indicators that a figure of a series has a part in.
     *
     * @param code series code
     * @return indicators measured by the series, and indicators with the series as their benchmark
     */
    public List<PlanIndicator> affectedBy(String code) {
        List<PlanIndicator> affected = new ArrayList<>();
        plans.forEach((plan, read) -> read.indicators().stream()
                .filter(row -> row.code().equals(code)
                        || (row.target().relative() != null
                                && row.target().relative().series().equals(code)))
                .forEach(row -> affected.add(new PlanIndicator(plan, row))));
        return affected;
    }
}
