package org.finplan.gateway.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.gateway.edge.Fields;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.key.ApiKey.Grant;
import org.finplan.gateway.scope.Scope;
import org.finplan.platform.access.Role;
import org.finplan.platform.plan.PlanRegister;

/** Reads what callers ask of keys: form first, all faults at once. */
@ApplicationScoped
class KeyRequests {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_SUBJECT = 200;
    private static final int MOST_UNITS = 50;
    private static final int MOST_PER_SECOND = 100_000;
    private static final long MOST_PER_PERIOD = 1_000_000_000_000L;

    private final Clock clock;
    private final KeyConfig config;
    private final List<String> regions;

    KeyRequests(Clock clock, KeyConfig config, PlanRegister plans) {
        this.clock = clock;
        this.config = config;
        this.regions = plans.regionCodes();
    }

    /**
     * Reads the request for a new key.
     *
     * @param body the request
     * @param caller owner when the request names none
     * @return what the key is to give
     * @throws org.finplan.gateway.problem.ProblemException 400 with all faults
     */
    Grant grant(ObjectNode body, String caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant latest = now.plus(config.longestLife());
        Fields fields = Fields.of(body);
        Set<String> roles = some(fields, "roles", new TreeSet<>(Role.granted()));
        Grant grant = new Grant(
                fields.requiredText("name", LONGEST_NAME),
                fields.text("owner", LONGEST_SUBJECT).orElse(caller),
                roles,
                some(fields, "scopes", Scope.NAMES),
                fields.codes("regions", regions),
                fields.texts("units", MOST_UNITS, LONGEST_NAME),
                allowance(fields.object("limits")),
                fields.instant("expiresAt", now, latest).orElse(latest));
        if (grant.regions().isEmpty() && KeyRules.boundToRegions().stream().anyMatch(roles::contains)) {
            fields.refuse("regions", "须给出该角色所限定的地区。", "must name the regions that the role is bound to.", regions);
        }
        if (grant.units().isEmpty() && KeyRules.boundToUnits().stream().anyMatch(roles::contains)) {
            fields.refuse("units", "须给出该角色所限定的单位。", "must name the units that the role is bound to.", List.of());
        }
        fields.refuseUnknown();
        fields.check();
        return grant;
    }

    private static Set<String> some(Fields fields, String name, Collection<String> accepted) {
        Set<String> codes = fields.codes(name, accepted);
        if (codes.isEmpty()) {
            fields.refuse(name, "至少须有一项。", "must have at least one.", accepted);
        }
        return codes;
    }

    private static Credential.Allowance allowance(Fields limits) {
        Credential.Allowance allowance = new Credential.Allowance(
                limits.number("perSecond", 1, MOST_PER_SECOND).map(Long::intValue),
                limits.number("perDay", 1, MOST_PER_PERIOD),
                limits.number("perMonth", 1, MOST_PER_PERIOD));
        limits.refuseUnknown();
        return allowance;
    }

    /**
     * Reads for how long the old secret is to work beside the new one.
     *
     * @param body the request
     * @return the overlap; a day when the request names none
     */
    Duration overlap(ObjectNode body) {
        Fields fields = Fields.of(body);
        long longest = config.longestOverlap().toSeconds();
        Duration overlap = fields.number("overlapSeconds", 0, longest)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofDays(1));
        fields.refuseUnknown();
        fields.check();
        return overlap;
    }

    /** {@return why a key is taken back} */
    String reason(ObjectNode body) {
        Fields fields = Fields.of(body);
        String reason = fields.requiredText("reason", LONGEST_REASON);
        fields.refuseUnknown();
        fields.check();
        return reason;
    }
}
