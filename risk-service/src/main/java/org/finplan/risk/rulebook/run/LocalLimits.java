package org.finplan.risk.rulebook.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.access.RegionTree;
import org.finplan.risk.rulebook.ActiveRules;
import org.finplan.risk.rulebook.LocalLimit;
import org.finplan.risk.rulebook.definition.Limit;

/** The local limits of a rule set by region, each looked up once. For one thread. */
final class LocalLimits {

    private final ActiveRules.Book book;
    private final RegionTree regions;
    private final Map<String, Map<String, Map<String, List<Limit>>>> byRegion = new HashMap<>();
    private final Map<String, List<LocalLimit>> byInstitution;

    LocalLimits(ActiveRules.Book book, RegionTree regions) {
        this.book = book;
        this.regions = regions;
        this.byInstitution = book.local().stream()
                .filter(limit -> limit.institution() != null)
                .collect(Collectors.groupingBy(LocalLimit::institution));
    }

    /** {@return the limits that bind an institution, of its region and its own, by rule and loan class} */
    Map<String, Map<String, List<Limit>>> of(String institution, String region) {
        List<LocalLimit> own = byInstitution.get(institution);
        return own == null
                ? byRegion.computeIfAbsent(region, this::ofRegion)
                : byRule(Stream.concat(own.stream(), ofAll(region)));
    }

    private Map<String, Map<String, List<Limit>>> ofRegion(String region) {
        return byRule(ofAll(region));
    }

    private Stream<LocalLimit> ofAll(String region) {
        return book.local().stream().filter(limit -> limit.institution() == null && limit.binds("", region, regions));
    }

    private static Map<String, Map<String, List<Limit>>> byRule(Stream<LocalLimit> limits) {
        return limits.collect(Collectors.groupingBy(
                LocalLimit::rule,
                Collectors.groupingBy(
                        LocalLimit::loanClass, Collectors.mapping(LocalLimit::limit, Collectors.toList()))));
    }
}
