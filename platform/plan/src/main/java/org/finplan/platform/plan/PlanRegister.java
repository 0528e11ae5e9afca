package org.finplan.platform.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;

/**
 * The plans that are loaded, and the names that they give to codes. Packages never change while a program runs, so all
 * instances answer alike from memory. Where two packages define the same code, the first counts.
 */
public final class PlanRegister {

    private final Map<String, PlanPackage> packages = new LinkedHashMap<>();
    private final Map<String, Map<String, IndicatorDefinition>> indicators = new LinkedHashMap<>();
    private final Map<String, Map<String, Clause>> clauses = new LinkedHashMap<>();
    private final Map<String, Map<String, LocalizedText>> organisations = new LinkedHashMap<>();
    private final Map<String, Map<String, LocalizedText>> systems = new LinkedHashMap<>();
    private final List<RefusedPackage> refused;
    private final SeriesRegister series;
    private final RegionHierarchy regions;

    /**
     * Registers packages.
     *
     * @param loaded the packages, the most important first
     */
    public PlanRegister(Collection<PlanPackage> loaded) {
        this(loaded, List.of());
    }

    /**
     * Registers packages, and tells of others that cannot be used.
     *
     * @param loaded the packages, the most important first
     * @param refused those that were asked for and cannot be used
     */
    public PlanRegister(Collection<PlanPackage> loaded, List<RefusedPackage> refused) {
        this.refused = List.copyOf(refused);
        for (PlanPackage read : loaded) {
            String plan = read.plan().code();
            packages.put(plan, read);
            indicators.put(plan, map(read.indicators(), IndicatorDefinition::code, Function.identity()));
            clauses.put(plan, map(read.clauses(), Clause::id, Function.identity()));
            organisations.put(plan, map(read.organisations(), Organisation::code, Organisation::name));
            systems.put(plan, map(read.systems(), InformationSystem::code, InformationSystem::name));
        }
        series = new SeriesRegister(packages());
        regions = new RegionHierarchy(packages.values().stream()
                .flatMap(read -> read.regions().stream())
                .toList());
    }

    /** {@return the packages that were asked for and cannot be used, with everything that is wrong with them} */
    public List<RefusedPackage> refused() {
        return refused;
    }

    /** {@return the packages, the bundled ones first} */
    public List<PlanPackage> packages() {
        return List.copyOf(packages.values());
    }

    /** {@return plan codes, the bundled ones first} */
    public List<String> codes() {
        return List.copyOf(packages.keySet());
    }

    /**
     * Finds a package.
     *
     * @param plan plan code
     * @return its package, empty when there is none
     */
    public Optional<PlanPackage> find(String plan) {
        return Optional.ofNullable(packages.get(plan));
    }

    /** {@return the series and units of all plans} */
    public SeriesRegister series() {
        return series;
    }

    /** {@return the regions of all plans} */
    public RegionHierarchy regions() {
        return regions;
    }

    /** {@return codes of all regions, reference regions included} */
    public List<String> regionCodes() {
        return regions.all().stream().map(RegionDefinition::code).toList();
    }

    /**
     * Finds the city that a plan is for.
     *
     * @param plan code of a plan that is loaded
     * @return code of the region that lies in no other of the plan's own regions
     */
    public String city(String plan) {
        return packages.get(plan).city();
    }

    /**
     * Finds a clause.
     *
     * @param plan plan code
     * @param id clause id
     * @return the clause, empty when there is none
     */
    public Optional<Clause> clause(String plan, String id) {
        return found(clauses, plan, id);
    }

    /**
     * Finds an indicator.
     *
     * @param plan plan code
     * @param code indicator code
     * @return the indicator, empty when the plan or the indicator is unknown
     */
    public Optional<IndicatorDefinition> indicator(String plan, String code) {
        return found(indicators, plan, code);
    }

    /** {@return codes of all indicators of all plans, each once, in the order of the plans} */
    public List<String> indicatorCodes() {
        return indicators.values().stream()
                .flatMap(ofPlan -> ofPlan.keySet().stream())
                .distinct()
                .toList();
    }

    /**
     * Names a region.
     *
     * @param code region code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText regionName(String code) {
        return regions.find(code).map(RegionDefinition::name).orElseGet(() -> nameless(code));
    }

    /**
     * Names an indicator.
     *
     * @param plan plan code
     * @param code indicator code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText indicatorName(String plan, String code) {
        return indicator(plan, code).map(IndicatorDefinition::name).orElseGet(() -> nameless(code));
    }

    /**
     * Names an organisation.
     *
     * @param plan plan code
     * @param code organisation code
     * @return its name, empty when the plan names none of that code
     */
    public Optional<LocalizedText> organisationName(String plan, String code) {
        return found(organisations, plan, code);
    }

    /**
     * Names an information system.
     *
     * @param plan plan code
     * @param code system code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText systemName(String plan, String code) {
        return found(systems, plan, code).orElseGet(() -> nameless(code));
    }

    /**
     * Names a unit of measure.
     *
     * @param code unit code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText unitName(String code) {
        return series.unit(code).map(Unit::name).orElseGet(() -> nameless(code));
    }

    private static LocalizedText nameless(String code) {
        return new LocalizedText(code, code);
    }

    private static <V> Optional<V> found(Map<String, Map<String, V>> byPlan, String plan, String code) {
        return Optional.ofNullable(byPlan.getOrDefault(plan, Map.of()).get(code));
    }

    private static <T, V> Map<String, V> map(List<T> rows, Function<T, String> code, Function<T, V> value) {
        return rows.stream().collect(Collectors.toMap(code, value, (first, second) -> first, LinkedHashMap::new));
    }
}
