package org.finplan.tasks.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.platform.plan.RegionHierarchy;

/** The plan packages of this process, read once, and the names that they give to codes. */
@ApplicationScoped
public class PlanRegister {

    private final Map<String, PlanPackage> packages = new LinkedHashMap<>();
    private final Map<String, LocalizedText> units = new HashMap<>();
    private final Map<String, Map<String, LocalizedText>> indicators = new HashMap<>();
    private final Map<String, Map<String, Clause>> clauses = new HashMap<>();
    private final Map<String, Map<String, LocalizedText>> organisations = new HashMap<>();
    private final Map<String, Map<String, LocalizedText>> systems = new HashMap<>();
    private final RegionHierarchy regions;

    /**
     * Reads the packages.
     *
     * @param directories directories of plan packages beside the bundled ones
     */
    PlanRegister(@ConfigProperty(name = "finplan.plan.directories") Optional<List<Path>> directories) {
        for (PlanPackage read : PlanPackage.load(directories.orElse(List.of()))) {
            String plan = read.plan().code();
            packages.put(plan, read);
            read.units().forEach(unit -> units.putIfAbsent(unit.code(), unit.name()));
            indicators.put(plan, map(read.indicators(), row -> row.code(), row -> row.name()));
            organisations.put(plan, map(read.organisations(), row -> row.code(), row -> row.name()));
            systems.put(plan, map(read.systems(), row -> row.code(), row -> row.name()));
            clauses.put(plan, map(read.clauses(), Clause::id, Function.identity()));
        }
        regions = new RegionHierarchy(packages.values().stream()
                .flatMap(read -> read.regions().stream())
                .toList());
    }

    /** {@return the packages, the bundled ones first} */
    public List<PlanPackage> packages() {
        return List.copyOf(packages.values());
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

    /** {@return plan codes, the bundled ones first} */
    public List<String> codes() {
        return List.copyOf(packages.keySet());
    }

    /** {@return the regions of all plans} */
    public RegionHierarchy regions() {
        return regions;
    }

    /**
     * Finds the city that a plan is for.
     *
     * @param plan code of a plan that is loaded
     * @return code of its outermost region that is more than a place to compare with
     */
    public String city(String plan) {
        return packages.get(plan).regions().stream()
                .filter(region -> !region.reference())
                .map(RegionDefinition::code)
                .filter(code -> regions.ancestors(code).stream().noneMatch(this::inside))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("plan " + plan + " has no region of its own"));
    }

    /**
     * Finds a clause.
     *
     * @param plan plan code
     * @param id clause id
     * @return the clause, empty when there is none
     */
    public Optional<Clause> clause(String plan, String id) {
        return Optional.ofNullable(clauses.getOrDefault(plan, Map.of()).get(id));
    }

    /**
     * Names a region.
     *
     * @param code region code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText regionName(String code) {
        return regions.find(code).map(RegionDefinition::name).orElseGet(() -> new LocalizedText(code, code));
    }

    /**
     * Names an indicator.
     *
     * @param plan plan code
     * @param code indicator code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText indicatorName(String plan, String code) {
        return indicators.getOrDefault(plan, Map.of()).getOrDefault(code, new LocalizedText(code, code));
    }

    /**
     * Names an organisation.
     *
     * @param plan plan code
     * @param code organisation code
     * @return its name, empty when the plan names none of that code
     */
    public Optional<LocalizedText> organisationName(String plan, String code) {
        return Optional.ofNullable(organisations.getOrDefault(plan, Map.of()).get(code));
    }

    /**
     * Names an information system.
     *
     * @param plan plan code
     * @param code system code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText systemName(String plan, String code) {
        return systems.getOrDefault(plan, Map.of()).getOrDefault(code, new LocalizedText(code, code));
    }

    /**
     * Names a unit of measure.
     *
     * @param code unit code
     * @return its name, or the code itself when it is unknown
     */
    public LocalizedText unitName(String code) {
        return units.getOrDefault(code, new LocalizedText(code, code));
    }

    private boolean inside(String region) {
        return regions.find(region).filter(found -> !found.reference()).isPresent();
    }

    private static <T, V> Map<String, V> map(List<T> rows, Function<T, String> code, Function<T, V> value) {
        return rows.stream().collect(Collectors.toUnmodifiableMap(code, value));
    }
}
