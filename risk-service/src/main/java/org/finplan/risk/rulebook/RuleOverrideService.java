package org.finplan.risk.rulebook;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.rule.Rule;
import org.finplan.risk.rulebook.definition.Limit;
import org.finplan.risk.rulebook.definition.LoanClass;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;

/** Takes stricter limits of regions and institutions; its resource method begins the transaction. */
@ApplicationScoped
class RuleOverrideService {

    private final ActiveRules active;
    private final RuleVersionRepository versions;
    private final LocalLimitRepository limits;
    private final RuleSets sets;
    private final PlanRegister plans;
    private final Institutions institutions;
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
            Institutions institutions,
            RegionScope scope,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.active = active;
        this.versions = versions;
        this.limits = limits;
        this.sets = sets;
        this.plans = plans;
        this.institutions = institutions;
        this.scope = scope;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    RuleOverrideView write(RuleOverrideRequest request) {
        Institution institution = institution(request.institution());
        String region = region(request, institution);
        active.book();
        versions.lock();
        List<RuleDefinition> judging = active.book().rules().stream()
                .filter(rule -> rule.signal() instanceof Signal.OfLimit)
                .toList();
        RuleDefinition rule = judging.stream()
                .filter(candidate -> candidate.code().equals(request.rule()))
                .findFirst()
                .orElseThrow(() -> RuleProblems.unknownRule(
                        request.rule(),
                        EditDistance.nearest(request.rule(), judging.stream().map(RuleDefinition::code))));
        if (institution != null && !rule.kinds().contains(institution.kind())) {
            throw RuleProblems.otherKind(institution.uscc(), institution.kind(), rule.kinds());
        }
        requireStricter((Signal.OfLimit) rule.signal(), request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalLimit limit = new LocalLimit(
                Identifiers.next(),
                request.rule(),
                request.loanClass() == null ? "" : request.loanClass(),
                region,
                request.institution(),
                new Limit(request.limit(), request.from(), null),
                request.authority());
        limits.insert(limit, caller.subject(), now);
        sets.changed(caller.subject(), now);
        audit.record("rule.override", "/api/v1/rules/" + request.rule(), region, request.authority());
        return RuleOverrideView.of(limit);
    }

    @Nullable
    private Institution institution(@Nullable String uscc) {
        if (uscc == null) {
            return null;
        }
        Institution known = UnifiedCreditCode.hasForm(uscc)
                ? institutions.known(List.of(uscc)).get(uscc)
                : null;
        if (known == null) {
            throw InstitutionProblems.at(InstitutionError.UNKNOWN_INSTITUTION, "/institution", uscc, List.of());
        }
        return known;
    }

    private String region(RuleOverrideRequest request, @Nullable Institution institution) {
        if (institution != null) {
            if (request.region() != null && !request.region().equals(institution.region())) {
                throw RuleProblems.otherRegion(request.region(), institution.region());
            }
            scope.requireWritable(institution.region(), "/institution");
            return institution.region();
        }
        String region = request.region() == null ? plans.city(Rule.PLAN) : request.region();
        if (!plans.regionCodes().contains(region)) {
            throw RuleProblems.unknownRegion(
                    region,
                    plans.regionCodes().stream()
                            .filter(scope.writable()::contains)
                            .toList());
        }
        scope.requireWritable(region, "/region");
        return region;
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
