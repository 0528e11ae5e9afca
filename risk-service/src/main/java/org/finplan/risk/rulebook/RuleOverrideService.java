package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.LoanClass;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;

/** Takes stricter limits of regions; its resource method begins the transaction. */
@ApplicationScoped
class RuleOverrideService {

    private final ActiveRules active;
    private final RuleVersionRepository versions;
    private final LocalLimitRepository limits;
    private final RuleSets sets;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    RuleOverrideService(
            ActiveRules active,
            RuleVersionRepository versions,
            LocalLimitRepository limits,
            RuleSets sets,
            PlanRegister plans,
            RegionScope scope,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.active = active;
        this.versions = versions;
        this.limits = limits;
        this.sets = sets;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    RuleOverrideView write(RuleOverrideRequest request) {
        String region = request.region() == null ? plans.city(Rule.PLAN) : request.region();
        if (!plans.regionCodes().contains(region)) {
            throw RuleProblems.unknownRegion(region, plans.regionCodes());
        }
        scope.requireWritable(region, "/region");
        active.book();
        versions.lock();
        List<RuleDefinition> judging = active.book().rules().stream()
                .filter(rule -> rule.signal() instanceof Signal.OfLimit)
                .toList();
        Signal.OfLimit rule = judging.stream()
                .filter(candidate -> candidate.code().equals(request.rule()))
                .map(candidate -> (Signal.OfLimit) candidate.signal())
                .findFirst()
                .orElseThrow(() -> RuleProblems.unknownRule(
                        request.rule(),
                        judging.stream().map(RuleDefinition::code).toList()));
        requireStricter(rule, request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = Identifiers.next();
        String loanClass = request.loanClass() == null ? "" : request.loanClass();
        Limit limit = new Limit(request.limit(), request.from(), null);
        limits.insert(
                new LocalLimit(id, request.rule(), loanClass, region, limit, request.authority()),
                caller.subject(),
                now);
        sets.changed(caller.subject(), now);
        audit.record("rule.override", "/api/v1/rules/" + request.rule(), region, request.authority());
        return new RuleOverrideView(
                id, request.rule(), request.limit(), request.from(), request.authority(), region, request.loanClass());
    }

    /** Stricter than every limit of the rule that is in force on its first day or after it. */
    private static void requireStricter(Signal.OfLimit rule, RuleOverrideRequest request) {
        limits(rule, request.loanClass()).stream()
                .filter(own -> own.until() == null || !own.until().isBefore(request.from()))
                .map(Limit::value)
                .filter(own -> rule.comparator().stricter(own, request.limit()).compareTo(request.limit()) != 0)
                .reduce(rule.comparator()::stricter)
                .ifPresent(own -> {
                    throw RuleProblems.looser(request.limit().toPlainString(), own.toPlainString(), sign(rule));
                });
    }

    private static String sign(Signal.OfLimit rule) {
        return rule.comparator().isUpper() ? "≤" : "≥";
    }

    private static List<Limit> limits(Signal.OfLimit rule, String loanClass) {
        if (loanClass == null) {
            return rule.limits();
        }
        return rule.classes().stream()
                .filter(candidate -> candidate.code().equals(loanClass))
                .findFirst()
                .map(LoanClass::limits)
                .orElseThrow(() -> RuleProblems.unknownClass(
                        loanClass, rule.classes().stream().map(LoanClass::code).toList()));
    }
}
