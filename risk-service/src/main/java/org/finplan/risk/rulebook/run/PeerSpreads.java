package org.finplan.risk.rulebook.run;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.judgement.PeerGroup;
import org.finplan.risk.rulebook.judgement.Reading;
import org.finplan.risk.rulebook.judgement.Spread;
import org.finplan.risk.rulebook.run.PeerSpreadRepository.CityPeers;

/**
 * Where the figures of institutions of the same kinds lie, for rules that compare with peers. It is reckoned once when a run over
 * all begins, and holds until the next one: a report is compared with the peers as they stood then.
 */
@ApplicationScoped
class PeerSpreads {

    private static final int AT_ONCE = 200;

    private final PeerSpreadRepository spreads;
    private final JudgedInstitutions institutions;
    private final PlanRegister plans;

    PeerSpreads(PeerSpreadRepository spreads, JudgedInstitutions institutions, PlanRegister plans) {
        this.spreads = spreads;
        this.institutions = institutions;
        this.plans = plans;
    }

    /** {@return the peers of institutions of some regions, by city, rule and period} */
    Map<String, Map<String, Map<Period, PeerGroup>>> of(Collection<String> regions) {
        RegionTree tree = plans.regions();
        return spreads.of(
                regions.stream().map(region -> cityOf(region, tree)).distinct().toList());
    }

    /** Reckons them anew for a city, or for all when it is null, of all institutions that the caller sees. */
    void renew(ActiveRules.Book book, @Nullable String city) {
        List<RuleDefinition> rules = book.rules().stream()
                .filter(rule -> rule.signal() instanceof Signal.OfPeers)
                .toList();
        RegionTree tree = plans.regions();
        Set<String> cities = new TreeSet<>(city == null ? tree.cities() : Set.of(city));
        RegionSet regions = city == null ? RegionSet.ALL : within(city, tree);
        List<CityPeers> groups = new ArrayList<>();
        reckon(rules, rules.isEmpty() ? List.of() : institutions.codes(regions))
                .forEach((of, byRule) -> byRule.forEach((rule, byPeriod) ->
                        byPeriod.forEach((period, group) -> groups.add(new CityPeers(of, rule, period, group)))));
        groups.forEach(group -> cities.add(group.city()));
        spreads.replace(List.copyOf(cities), groups);
    }

    private static RegionSet within(String city, RegionTree tree) {
        Set<String> regions = new TreeSet<>(tree.subtree(city));
        regions.add(city);
        return new RegionSet(false, regions);
    }

    /** {@return where the figures of institutions lie, by city, rule and period} */
    Map<String, Map<String, Map<Period, PeerGroup>>> reckon(List<RuleDefinition> rules, List<String> codes) {
        Map<String, Map<String, Map<Period, List<BigDecimal>>>> figures = new TreeMap<>();
        Set<String> metrics = new TreeSet<>();
        rules.forEach(rule -> rule.signal().measured().ifPresent(measure -> metrics.addAll(measure.metrics())));
        RegionTree tree = plans.regions();
        for (List<String> some : JudgedInstitutions.cut(codes, AT_ONCE)) {
            for (Judged judged : institutions.of(some, metrics)) {
                String city = cityOf(judged.history().region(), tree);
                rules.stream()
                        .filter(rule -> rule.kinds().contains(judged.history().kind()))
                        .forEach(rule -> collect(
                                rule,
                                judged.history().readings(),
                                figures.computeIfAbsent(city, any -> new TreeMap<>())
                                        .computeIfAbsent(rule.code(), any -> new TreeMap<>())));
            }
        }
        Map<String, Map<String, Map<Period, PeerGroup>>> groups = new HashMap<>();
        figures.forEach((city, byRule) -> byRule.forEach((rule, byPeriod) ->
                byPeriod.forEach((period, values) -> groups.computeIfAbsent(city, any -> new HashMap<>())
                        .computeIfAbsent(rule, any -> new HashMap<>())
                        .put(period, new PeerGroup(values.size(), Spread.of(values))))));
        return groups;
    }

    private static void collect(RuleDefinition rule, List<Reading> readings, Map<Period, List<BigDecimal>> into) {
        Measure measure = rule.signal().measured().orElseThrow();
        for (Reading reading : readings) {
            figure(measure, reading)
                    .ifPresent(figure -> into.computeIfAbsent(reading.period(), any -> new ArrayList<>())
                            .add(figure));
        }
    }

    /** A figure that cannot be worked out is none that others are compared with; its own judgement says why. */
    private static Optional<BigDecimal> figure(Measure measure, Reading reading) {
        try {
            boolean isThere = measure.missing(reading.values()).isEmpty()
                    && measure.under(reading.values()).signum() > 0;
            return isThere ? Optional.of(measure.of(reading.values()).rounded()) : Optional.empty();
        } catch (ArithmeticException division) {
            return Optional.empty();
        }
    }

    /** Institutions are compared within a city, and no city learns of another's; a region outside of all is one by itself. */
    static String cityOf(String region, RegionTree tree) {
        return tree.cityOf(region).orElse(region);
    }
}
