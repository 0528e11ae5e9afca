package org.finplan.risk.institution;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/**
 * Registers institutions and changes their entries. Where a method does not begin a transaction, its resource method does,
 * because the answer is kept with the effect.
 */
@ApplicationScoped
class InstitutionService {

    private final InstitutionRepository register;
    private final Institutions institutions;
    private final InstitutionKinds kinds;
    private final PlanRegister plans;
    private final RegionScope scope;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    InstitutionService(
            InstitutionRepository register,
            Institutions institutions,
            InstitutionKinds kinds,
            PlanRegister plans,
            RegionScope scope,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.register = register;
        this.institutions = institutions;
        this.kinds = kinds;
        this.plans = plans;
        this.scope = scope;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    Institution register(InstitutionRequest request) {
        requireCode(request);
        requireKind(request.kind());
        requireRegion(request.region());
        InstitutionStatus status = requireStatus(request.status());
        requireOrder(request.licence());
        Institution institution = new Institution(
                request.uscc(),
                1,
                request.name(),
                request.kind(),
                request.region(),
                status,
                request.since(),
                UnifiedCreditCode.isChecked(request.uscc()) ? null : request.usccException(),
                request.licence(),
                now());
        if (!register.insert(institution, caller.subject())) {
            throw InstitutionProblems.at(InstitutionError.EXISTS, "/uscc", request.uscc(), List.of());
        }
        register.appendStatus(institution, null, caller.subject());
        audit.record(
                "institution.register",
                Institution.path(institution.uscc()),
                institution.region(),
                institution.usccException() == null
                        ? institution.name()
                        : institution.name() + ": " + institution.usccException());
        return institution;
    }

    @Transactional
    Institution revise(String uscc, String ifMatch, InstitutionRevisionRequest request) {
        Institution before = take(uscc, ifMatch);
        requireKind(request.kind());
        requireRegion(request.region());
        requireOrder(request.licence());
        Institution after = before.revised(request, now());
        register.update(after, caller.subject());
        audit.record("institution.revise", Institution.path(uscc), after.region(), after.name());
        return after;
    }

    Institution changeStatus(String uscc, String ifMatch, StatusChangeRequest request) {
        Institution before = take(uscc, ifMatch);
        InstitutionStatus status = requireStatus(request.status());
        if (before.status() == InstitutionStatus.CANCELLED) {
            throw InstitutionProblems.at(InstitutionError.STATUS_FINAL, "/status", request.status(), List.of());
        }
        if (request.since().isBefore(before.since())) {
            throw InstitutionProblems.at(
                    InstitutionError.DATES_CONTRADICT,
                    "/since",
                    request.since().toString(),
                    List.of(before.since() + "/.."));
        }
        Institution after = before.in(status, request.since(), now());
        register.update(after, caller.subject());
        register.appendStatus(after, request.reason(), caller.subject());
        audit.record("institution.change-status", Institution.path(uscc), after.region(), status.code());
        return after;
    }

    private Institution take(String uscc, String ifMatch) {
        Institution institution = institutions.requireWritable(uscc);
        Preconditions.requireMatch(ifMatch, EntityTags.of(institution.version()));
        return institution;
    }

    private static void requireCode(InstitutionRequest request) {
        String uscc = request.uscc();
        if (!UnifiedCreditCode.hasForm(uscc)) {
            throw InstitutionProblems.at(
                    InstitutionError.INVALID_USCC, "/uscc", uscc, List.of("[0-9A-HJ-NPQRTUWXY]{18}"));
        }
        if (!UnifiedCreditCode.isChecked(uscc) && request.usccException() == null) {
            String last = uscc.substring(0, UnifiedCreditCode.LENGTH - 1) + UnifiedCreditCode.checkCharacter(uscc);
            throw InstitutionProblems.at(InstitutionError.CHECK_DIGIT, "/uscc", uscc, List.of(last));
        }
    }

    private void requireKind(String kind) {
        if (kinds.find(kind).isEmpty()) {
            throw InstitutionProblems.at(InstitutionError.UNKNOWN_KIND, "/kind", kind, kinds.codes());
        }
    }

    private void requireRegion(String region) {
        if (!plans.regionCodes().contains(region)) {
            throw InstitutionProblems.at(
                    InstitutionError.UNKNOWN_REGION,
                    "/region",
                    region,
                    plans.regionCodes().stream()
                            .filter(scope.writable()::contains)
                            .toList());
        }
        scope.requireWritable(region, "/region");
    }

    private static InstitutionStatus requireStatus(String status) {
        return InstitutionStatus.find(status)
                .orElseThrow(() -> InstitutionProblems.at(
                        InstitutionError.UNKNOWN_STATUS, "/status", status, InstitutionStatus.codes()));
    }

    private static void requireOrder(@Nullable Licence licence) {
        if (licence != null
                && licence.from() != null
                && licence.until() != null
                && licence.until().isBefore(licence.from())) {
            throw InstitutionProblems.at(
                    InstitutionError.DATES_CONTRADICT,
                    "/licence/until",
                    licence.until().toString(),
                    List.of(licence.from() + "/.."));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
