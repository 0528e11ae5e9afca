package org.finplan.platform.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;

/** All plans as they are in force at one time, found by code. Immutable but for what was derived from it. */
final class PlanSnapshot {

    private final Map<String, PlanInForce> plans = new LinkedHashMap<>();
    private final List<PlanPackage> packages;
    private final Map<String, String> cities = new LinkedHashMap<>();
    private final Map<String, Set<String>> territories = new LinkedHashMap<>();
    private final Map<String, Map<String, IndicatorDefinition>> indicators = new LinkedHashMap<>();
    private final Map<String, Map<String, IndicatorDefinition>> known = new LinkedHashMap<>();
    private final Map<String, Map<String, Clause>> clauses = new LinkedHashMap<>();
    private final Map<String, Map<String, LocalizedText>> organisations = new LinkedHashMap<>();
    private final Map<String, Map<String, LocalizedText>> systems = new LinkedHashMap<>();
    private final SeriesRegister series;
    private final RegionHierarchy regions;
    /** By what it is that derives; kept here, so that it goes with what it was derived from. */
    private final Map<Object, Object> derived = new ConcurrentHashMap<>();

    PlanSnapshot(Collection<PlanInForce> inForce) {
        for (PlanInForce plan : inForce) {
            String code = plan.code();
            plans.put(code, plan);
            cities.put(code, plan.read().city());
            indicators.put(code, map(plan.read().indicators().stream(), IndicatorDefinition::code, row -> row));
            known.put(code, map(all(plan, PlanPackage::indicators), IndicatorDefinition::code, row -> row));
            clauses.put(code, map(all(plan, PlanPackage::clauses), Clause::id, row -> row));
            organisations.put(code, map(all(plan, PlanPackage::organisations), Organisation::code, Organisation::name));
            systems.put(code, map(all(plan, PlanPackage::systems), InformationSystem::code, InformationSystem::name));
        }
        List<PlanPackage> former =
                inForce.stream().flatMap(plan -> plan.former().stream()).toList();
        packages = plans.values().stream().map(PlanInForce::read).toList();
        series = new SeriesRegister(packages, former);
        regions = new RegionHierarchy(regions(packages), regions(former));
        cities.forEach((plan, city) -> territories.put(plan, Collections.unmodifiableSet(regions.subtree(city))));
    }

    List<PlanInForce> plans() {
        return List.copyOf(plans.values());
    }

    List<PlanPackage> packages() {
        return packages;
    }

    Optional<String> city(String plan) {
        return Optional.ofNullable(cities.get(plan));
    }

    /** {@return the city of a plan and what lies in it; nothing when there is no such plan} */
    Set<String> territory(String plan) {
        return territories.getOrDefault(plan, Set.of());
    }

    List<String> codes() {
        return List.copyOf(plans.keySet());
    }

    Optional<PlanInForce> plan(String code) {
        return Optional.ofNullable(plans.get(code));
    }

    SeriesRegister series() {
        return series;
    }

    RegionHierarchy regions() {
        return regions;
    }

    Optional<IndicatorDefinition> indicator(String plan, String code) {
        return found(indicators, plan, code);
    }

    /** {@return an indicator of the plan in force or of an earlier version of it} */
    Optional<IndicatorDefinition> knownIndicator(String plan, String code) {
        return found(known, plan, code);
    }

    List<String> knownIndicatorCodes() {
        return known.values().stream()
                .flatMap(ofPlan -> ofPlan.keySet().stream())
                .distinct()
                .toList();
    }

    Optional<Clause> clause(String plan, String id) {
        return found(clauses, plan, id);
    }

    Optional<LocalizedText> organisation(String plan, String code) {
        return found(organisations, plan, code);
    }

    Optional<LocalizedText> system(String plan, String code) {
        return found(systems, plan, code);
    }

    Object derived(Object by, Function<Object, Object> computing) {
        Object found = derived.get(by);
        if (found == null) {
            // Not computeIfAbsent: what is computed may itself need something derived.
            found = computing.apply(by);
            derived.put(by, found);
        }
        return found;
    }

    private static <T> Stream<T> all(PlanInForce plan, Function<PlanPackage, List<T>> rows) {
        return Stream.concat(Stream.of(plan.read()), plan.former().stream()).flatMap(read -> rows.apply(read).stream());
    }

    private static List<RegionDefinition> regions(List<PlanPackage> packages) {
        return packages.stream().flatMap(read -> read.regions().stream()).toList();
    }

    private static <V> Optional<V> found(Map<String, Map<String, V>> byPlan, String plan, String code) {
        return Optional.ofNullable(byPlan.getOrDefault(plan, Map.of()).get(code));
    }

    private static <T, V> Map<String, V> map(Stream<T> rows, Function<T, String> code, Function<T, V> value) {
        Map<String, V> byCode = new LinkedHashMap<>();
        rows.forEach(row -> byCode.putIfAbsent(code.apply(row), value.apply(row)));
        return byCode;
    }
}
