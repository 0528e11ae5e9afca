package org.finplan.risk.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.finplan.platform.sql.EveryRegion;

/** Which closure of groups counts: what a finding about a group keeps, so that it can be told later who belonged to it. */
@ApplicationScoped
public class GroupVersions {

    private final GroupRepository groups;
    private final GroupRules rules;
    private final EveryRegion everyRegion;

    GroupVersions(GroupRepository groups, GroupRules rules, EveryRegion everyRegion) {
        this.groups = groups;
        this.rules = rules;
        this.everyRegion = everyRegion;
    }

    /**
     * The versions of the groups of institutions, by the links that are known now. A group may reach into regions that the
     * caller does not see. The links are read once, and not at all where none of the institutions has any.
     *
     * @param institutions credit codes
     * @param days the days whose owners count, such as the ends of periods
     * @return the versions by day and institution; one that never had a link has none
     */
    @Transactional
    public Map<LocalDate, Map<String, Long>> current(Collection<String> institutions, Collection<LocalDate> days) {
        boolean tied = everyRegion.with(() -> groups.tied(institutions));
        List<TieSpan> ties = tied ? ties(Long.MAX_VALUE) : List.of();
        Map<LocalDate, Map<String, Long>> versions = new HashMap<>();
        for (LocalDate day : new HashSet<>(days)) {
            GroupClosure closure = closure(ties, day);
            Map<String, Long> ofDay = new HashMap<>();
            for (String institution : institutions) {
                long version = closure.version(institution);
                if (version > 0) {
                    ofDay.put(institution, version);
                }
            }
            versions.put(day, ofDay);
        }
        return versions;
    }

    /** {@return the closure of a day by the links that were known by a change} */
    @Transactional
    GroupClosure closure(LocalDate on, long version) {
        return closure(ties(version), on);
    }

    private List<TieSpan> ties(long version) {
        return everyRegion.with(() -> groups.ties(version, rules.rule()));
    }

    private static GroupClosure closure(List<TieSpan> ties, LocalDate day) {
        return GroupClosure.of(ties.stream().map(tie -> tie.on(day)).toList());
    }
}
