package org.finplan.risk.alert.inhibition;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.rule.RuleCodes;

/** Lets people make and retire inhibition rules. Writes work in the transaction of their resource method. */
@ApplicationScoped
class InhibitionService {

    private static final List<String> STATES = List.of("raised", "acknowledged", "disposing", "monitoring");
    private static final List<String> EQUAL = List.of("region", "institution", "subject");

    private final InhibitionRepository rules;
    private final RuleCodes codes;
    private final PlanRegister plans;
    private final AuditTrail audit;
    private final RegionScope scope;
    private final Caller caller;
    private final Clock clock;

    InhibitionService(
            InhibitionRepository rules,
            RuleCodes codes,
            PlanRegister plans,
            AuditTrail audit,
            RegionScope scope,
            Caller caller,
            Clock clock) {
        this.rules = rules;
        this.codes = codes;
        this.plans = plans;
        this.audit = audit;
        this.scope = scope;
        this.caller = caller;
        this.clock = clock;
    }

    InhibitionRule make(InhibitionRuleRequest request) {
        String city = scope.city()
                .filter(scope.writable()::contains)
                .orElseThrow(() -> new ProblemException(
                        WebError.FORBIDDEN, new LocalizedText("仅限恰属一个城市的人员。", "Only for those who act for one city.")));
        if (request.sourceState() != null) {
            oneOf("/sourceState", request.sourceState(), STATES);
        }
        oneOf("/equal", request.equal(), EQUAL);
        rule("/sourceRule", request.sourceRule());
        if (request.targetRule() != null) {
            rule("/targetRule", request.targetRule());
        }
        if (request.sourceRule().equals(request.targetRule())) {
            throw ProblemException.at(InhibitionError.CIRCLE, "/targetRule", request.targetRule(), List.of());
        }
        rules.lock(city);
        InhibitionRule rule = new InhibitionRule(
                Identifiers.next(),
                0,
                city,
                request.sourceRule(),
                request.sourceState(),
                request.targetRule(),
                request.equal(),
                request.reason(),
                caller.subject(),
                now(),
                null,
                null);
        if (rule.closesCircle(rules.inForce(city))) {
            throw ProblemException.at(InhibitionError.CIRCLE, "/targetRule", request.targetRule(), List.of());
        }
        rules.add(rule, plans.regions().subtree(city));
        audit.record("inhibition-rule.make", rule.path(), city, request.reason());
        return rule;
    }

    InhibitionRule retire(UUID id, @Nullable String ifMatch) {
        InhibitionRule rule = take(id);
        scope.requireWritable(rule.region());
        Preconditions.requireMatch(ifMatch, EntityTags.of(rule.version()));
        if (rule.retiredAt() != null) {
            throw new ProblemException(InhibitionError.RETIRED, InhibitionError.RETIRED.title());
        }
        rules.retire(id, caller.subject(), now());
        audit.record("inhibition-rule.retire", rule.path(), rule.region(), rule.reason());
        return take(id);
    }

    @Transactional
    Page<InhibitionRule> list(PageParameters paging) {
        RegionSet readable = scope.readable();
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<InhibitionRule> rows = rules.page(readable, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? rules.count(readable) : null;
        return Page.of(
                rows,
                paging.limit(),
                row -> paging.cursor(row.createdAt().toString(), row.id().toString()),
                total);
    }

    @Transactional
    InhibitionRule get(UUID id) {
        return rules.find(id, scope.readable()).orElseThrow(() -> notFound(id));
    }

    private InhibitionRule take(UUID id) {
        return rules.take(id, scope.readable()).orElseThrow(() -> notFound(id));
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(
                WebError.NOT_FOUND, new LocalizedText("没有抑制规则 " + id + "。", "There is no inhibition rule " + id + "."));
    }

    private static void oneOf(String pointer, String value, List<String> accepted) {
        if (!accepted.contains(value)) {
            throw ProblemException.at(InhibitionError.UNKNOWN_VALUE, pointer, value, accepted);
        }
    }

    private void rule(String pointer, String code) {
        List<String> known = codes.codes();
        if (!known.contains(code)) {
            throw ProblemException.at(
                    InhibitionError.UNKNOWN_VALUE, pointer, code, EditDistance.nearest(code, known.stream()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
