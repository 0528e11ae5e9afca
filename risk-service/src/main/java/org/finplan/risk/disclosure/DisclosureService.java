package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.Institutions;

/** Names bodies that must disclose, and records what was disclosed. The resource method begins the transaction of a post. */
@ApplicationScoped
class DisclosureService {

    private final DisclosureRepository disclosures;
    private final DisclosureBodyRepository bodies;
    private final DisclosureClasses classes;
    private final Institutions institutions;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    DisclosureService(
            DisclosureRepository disclosures,
            DisclosureBodyRepository bodies,
            DisclosureClasses classes,
            Institutions institutions,
            PlanRegister plans,
            RegionScope scope,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.disclosures = disclosures;
        this.bodies = bodies;
        this.classes = classes;
        this.institutions = institutions;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who must disclose. */
    private record Obliged(String bodyClass, String region) {}

    @Transactional
    DisclosureBody name(String uscc, @Nullable String ifMatch, DisclosureBodyRequest request) {
        check(uscc, request);
        bodies.lock(uscc);
        Optional<DisclosureBody> before = bodies.find(uscc, scope.readable());
        before.ifPresent(body -> {
            scope.requireWritable(body.region());
            Preconditions.requireMatch(ifMatch, EntityTags.of(body.version()));
            if (request.reason() == null) {
                throw DisclosureError.REASON_REQUIRED.at("/reason", null, List.of());
            }
        });
        DisclosureBody body = new DisclosureBody(
                uscc,
                before.map(DisclosureBody::version).orElse(0) + 1,
                request.bodyClass(),
                request.name(),
                request.region(),
                request.fromYear(),
                request.untilYear(),
                request.source(),
                before.isPresent() ? request.reason() : null,
                caller.subject(),
                now());
        if (!bodies.keep(body)) {
            throw InstitutionProblems.at(InstitutionError.EXISTS, "path:uscc", uscc, List.of());
        }
        audit.record("disclosure-body.name", "/api/v1/disclosure-bodies/" + uscc, body.region(), body.name());
        return body;
    }

    private void check(String uscc, DisclosureBodyRequest request) {
        if (!UnifiedCreditCode.hasForm(uscc)) {
            throw InstitutionProblems.at(
                    InstitutionError.INVALID_USCC, "path:uscc", uscc, List.of("[0-9A-HJ-NPQRTUWXY]{18}"));
        }
        if (!classes.named().contains(request.bodyClass())) {
            throw DisclosureError.UNKNOWN_CLASS.at("/bodyClass", request.bodyClass(), classes.named());
        }
        if (!plans.regionCodes().contains(request.region())) {
            List<String> own = plans.regionCodes().stream()
                    .filter(scope.writable()::contains)
                    .toList();
            throw InstitutionProblems.at(InstitutionError.UNKNOWN_REGION, "/region", request.region(), own);
        }
        scope.requireWritable(request.region(), "/region");
        if (request.untilYear() != null && request.untilYear() < request.fromYear()) {
            throw InstitutionProblems.at(
                    InstitutionError.DATES_CONTRADICT,
                    "/untilYear",
                    request.untilYear().toString(),
                    List.of(request.fromYear() + "/.."));
        }
    }

    /** The same again is the disclosure that is there. */
    EnvironmentalDisclosure record(DisclosureRequest request) {
        Obliged body = obliged(request.body());
        scope.requireWritable(body.region(), "/body");
        requireYear(request);
        disclosures.lock(request.body(), request.year());
        Optional<EnvironmentalDisclosure> before = disclosures.current(request.body(), request.year());
        if (before.isPresent() && before.get().says(request)) {
            return before.get();
        }
        if (before.isPresent() && request.reason() == null) {
            throw DisclosureError.REASON_REQUIRED.at("/reason", null, List.of());
        }
        EnvironmentalDisclosure disclosure = new EnvironmentalDisclosure(
                Identifiers.next(),
                request.body(),
                body.bodyClass(),
                body.region(),
                request.year(),
                before.map(EnvironmentalDisclosure::version).orElse(0) + 1,
                request.publishedOn(),
                request.publishedOn()
                        .isAfter(classes.find(body.bodyClass()).orElseThrow().dueOn(request.year())),
                request.document(),
                request.reason(),
                caller.subject(),
                now());
        before.ifPresentOrElse(
                replaced -> disclosures.replace(replaced, disclosure), () -> disclosures.insert(disclosure));
        audit.record(
                "environmental-disclosure.record",
                "/api/v1/environmental-disclosures",
                body.region(),
                request.body() + " " + request.year());
        return disclosure;
    }

    private void requireYear(DisclosureRequest request) {
        LocalDate today = BusinessTime.today(clock);
        LocalDate begin = LocalDate.of(request.year(), 1, 1);
        if (request.publishedOn().isAfter(today) || request.publishedOn().isBefore(begin)) {
            throw DisclosureError.YEAR.at(
                    "/publishedOn", request.publishedOn().toString(), List.of(begin + "/" + today));
        }
    }

    private Obliged obliged(String uscc) {
        Institution institution = institutions.known(List.of(uscc)).get(uscc);
        if (institution != null) {
            return classes.ofKind(institution.kind())
                    .map(found -> new Obliged(found.code(), institution.region()))
                    .orElseGet(() -> named(uscc));
        }
        return named(uscc);
    }

    private Obliged named(String uscc) {
        return bodies.find(uscc, scope.readable())
                .map(body -> new Obliged(body.bodyClass(), body.region()))
                .orElseThrow(() -> unknown(uscc));
    }

    private static ProblemException unknown(String uscc) {
        return DisclosureError.UNKNOWN_BODY.at("/body", uscc, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
