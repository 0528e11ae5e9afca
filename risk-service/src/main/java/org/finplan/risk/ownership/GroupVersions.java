package org.finplan.risk.ownership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
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
     * The versions of the groups of institutions now. A group may reach into regions that the caller does not see.
     *
     * @param institutions credit codes
     * @param on the day whose owners count, such as the end of a period
     * @return the versions by institution; one without any link has none
     */
    @Transactional
    public Map<String, Long> current(Collection<String> institutions, LocalDate on) {
        GroupClosure closure = closure(on, Long.MAX_VALUE);
        Map<String, Long> versions = new HashMap<>();
        for (String institution : institutions) {
            long version = closure.version(institution);
            if (version > 0) {
                versions.put(institution, version);
            }
        }
        return versions;
    }

    /** {@return the closure of a day by the links that were known by a change} */
    @Transactional
    GroupClosure closure(LocalDate on, long version) {
        return GroupClosure.of(everyRegion.with(() -> groups.ties(on, version, rules.rule())));
    }
}
