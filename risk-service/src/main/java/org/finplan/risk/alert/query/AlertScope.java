package org.finplan.risk.alert.query;

import java.util.Map;
import org.finplan.platform.access.Permission;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.rule.Subject;

/**
 * The alerts that a caller reads. Who guarantees whom is a secret of the firms, so alerts about guarantee chains are seen by those who read
 * networks alone.
 *
 * @param regions regions of the alerts
 * @param chains whether alerts about guarantee chains are among them
 */
public record AlertScope(RegionSet regions, boolean chains) {

    /**
     * What a caller reads.
     *
     * @param scope regions of the caller
     * @param caller the caller
     * @return the alerts
     */
    public static AlertScope of(RegionScope scope, Caller caller) {
        return new AlertScope(scope.readable(), caller.isSystem() || caller.may(Permission.NETWORKS_READ));
    }

    /** {@return the conditions that rows of alerts meet, to which more may be added} */
    public ListConditions conditions() {
        ListConditions conditions = new ListConditions(regions);
        return chains
                ? conditions
                : conditions.and(
                        "rule <> ALL (string_to_array(:chainRules, ' '))",
                        Map.of("chainRules", String.join(" ", Subject.NetworkFirm.RULES)));
    }
}
