package org.finplan.risk.exit;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.InstitutionError;
import org.finplan.risk.institution.InstitutionProblems;
import org.finplan.risk.institution.InstitutionStatus;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.institution.StrikingOff;

/** Lists institutions for their exit and leads each to its end. Writes work in the transaction of their resource method. */
@ApplicationScoped
class ExitService {

    private static final String LIST = "list";

    private final ExitRepository exits;
    private final ExitQueryService query;
    private final ExitGrounds grounds;
    private final Institutions institutions;
    private final StrikingOff strikingOff;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    ExitService(
            ExitRepository exits,
            ExitQueryService query,
            ExitGrounds grounds,
            Institutions institutions,
            StrikingOff strikingOff,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.exits = exits;
        this.query = query;
        this.grounds = grounds;
        this.institutions = institutions;
        this.strikingOff = strikingOff;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    ExitView list(ExitListingRequest request) {
        String uscc = request.institution();
        if (institutions.known(List.of(uscc)).isEmpty()) {
            throw InstitutionProblems.at(InstitutionError.UNKNOWN_INSTITUTION, "/institution", uscc, List.of());
        }
        Institution institution = institutions.requireWritable(uscc);
        ExitGround ground = grounds.find(request.ground())
                .orElseThrow(() -> ExitError.UNKNOWN_GROUND.at("/ground", request.ground(), grounds.codes()));
        if (institution.status() == InstitutionStatus.CANCELLED) {
            throw InstitutionProblems.at(InstitutionError.STATUS_FINAL, "/institution", uscc, List.of());
        }
        requireDay(request.on(), institution.since());
        InstitutionExit exit = new InstitutionExit(
                Identifiers.next(),
                1,
                uscc,
                institution.name(),
                institution.region(),
                ground.code(),
                ExitStanding.listed(request.on(), ground.objectionDays()),
                now());
        if (!exits.insert(exit)) {
            throw ExitError.EXIT_OPEN.at("/institution", uscc, List.of());
        }
        ExitStepRequest step = new ExitStepRequest(request.on(), request.document(), request.note());
        return recorded(exit, step(LIST, step, null, null));
    }

    ExitView move(UUID id, @Nullable String ifMatch, ExitAction action, ExitStepRequest request) {
        InstitutionExit exit = take(id, ifMatch, action, request.on());
        if (action == ExitAction.CANCEL) {
            Institution institution = institutions.requireWritable(exit.institution());
            strikingOff.cancel(institution, request.on(), request.document().title() + ": " + exit.ground());
        }
        return stepped(exit, action, false, step(action.code(), request, null, null));
    }

    ExitView decide(UUID id, @Nullable String ifMatch, ObjectionDecisionRequest request) {
        InstitutionExit exit = take(id, ifMatch, ExitAction.DECIDE_OBJECTION, request.on());
        List<String> outcomes = List.of(ObjectionDecisionRequest.UPHELD, ObjectionDecisionRequest.REJECTED);
        if (!outcomes.contains(request.outcome())) {
            throw ExitError.UNKNOWN_OUTCOME.at("/outcome", request.outcome(), outcomes);
        }
        List<UUID> open = exits.openObjections(id);
        if (!open.contains(request.objection())) {
            throw ExitError.UNKNOWN_OBJECTION.at(
                    "/objection",
                    request.objection().toString(),
                    open.stream().map(UUID::toString).toList());
        }
        ExitStepRequest step = new ExitStepRequest(request.on(), request.document(), request.note());
        return stepped(
                exit,
                ExitAction.DECIDE_OBJECTION,
                request.outcome().equals(ObjectionDecisionRequest.UPHELD),
                step(ExitAction.DECIDE_OBJECTION.code(), step, request.objection(), request.outcome()));
    }

    /** Checks in this order: rights, the version that the caller has seen, the day, the process. */
    private InstitutionExit take(UUID id, @Nullable String ifMatch, ExitAction action, LocalDate on) {
        institutions.requireWritable(query.find(id).institution());
        exits.lock(id);
        InstitutionExit exit = query.find(id);
        Preconditions.requireMatch(ifMatch, EntityTags.of(exit.version()));
        ExitStanding standing = exit.standing();
        standing.obstacle(action, on).ifPresent(obstacle -> {
            throw obstacle == ExitObstacle.TERM_PASSED
                    ? ExitError.TERM_PASSED.at(
                            "/on", on.toString(), List.of(standing.noticedOn() + "/" + standing.objectionUntil()))
                    : notAllowed(standing, action, obstacle, on);
        });
        requireDay(on, standing.earliest(action));
        return exit;
    }

    private static ProblemException notAllowed(
            ExitStanding standing, ExitAction action, ExitObstacle obstacle, LocalDate on) {
        LocalizedText text = new LocalizedText(
                "退出程序处于“" + standing.state().label() + "”：" + obstacle.reason().zh(),
                "The exit is " + standing.state().code() + ": "
                        + obstacle.reason().en());
        List<String> allowed =
                standing.allowed(on).stream().map(ExitAction::code).toList();
        return new ProblemException(
                ExitError.NOT_ALLOWED,
                text,
                List.of(new ProblemError("", action.code(), ExitError.Code.NOT_ALLOWED, text, allowed)));
    }

    private void requireDay(LocalDate on, LocalDate earliest) {
        LocalDate today = BusinessTime.today(clock);
        if (on.isBefore(earliest) || on.isAfter(today)) {
            throw InstitutionProblems.dates("/on", on, earliest + "/" + today);
        }
    }

    private ExitView stepped(InstitutionExit exit, ExitAction action, boolean upheld, ExitStep step) {
        InstitutionExit after = new InstitutionExit(
                exit.id(),
                exit.version() + 1,
                exit.institution(),
                exit.name(),
                exit.region(),
                exit.ground(),
                exit.standing().after(action, step.on(), upheld),
                exit.createdAt());
        exits.update(after);
        return recorded(after, step);
    }

    private ExitView recorded(InstitutionExit exit, ExitStep step) {
        exits.append(exit, step);
        audit.record(
                "institution-exit." + step.action(),
                InstitutionExit.path(exit.id()),
                exit.region(),
                exit.institution() + " " + step.document().title());
        return query.get(exit.id());
    }

    private ExitStep step(String action, ExitStepRequest request, @Nullable UUID objection, @Nullable String outcome) {
        return new ExitStep(
                Identifiers.next(),
                action,
                request.on(),
                request.document(),
                request.note(),
                objection,
                outcome,
                caller.subject(),
                now());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
