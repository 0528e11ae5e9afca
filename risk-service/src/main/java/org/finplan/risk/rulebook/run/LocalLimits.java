package org.finplan.risk.rulebook.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    LocalLimits(ActiveRules.Book book, RegionTree regions) {
        this.book = book;
        this.regions = regions;
    }

    /** {@return the limits that bind institutions of a region, by rule and loan class} */
    Map<String, Map<String, List<Limit>>> in(String region) {
        return byRegion.computeIfAbsent(region, this::binding);
    }

    private Map<String, Map<String, List<Limit>>> binding(String region) {
        Map<String, Map<String, List<Limit>>> byRule = new HashMap<>();
        for (LocalLimit limit : book.local()) {
            if (limit.region().equals(region) || regions.subtree(limit.region()).contains(region)) {
                byRule.computeIfAbsent(limit.rule(), any -> new HashMap<>())
                        .merge(limit.loanClass(), List.of(limit.limit()), (one, other) -> Stream.concat(
                                        one.stream(), other.stream())
                                .toList());
            }
        }
        return byRule;
    }
}
