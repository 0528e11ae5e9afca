package org.finplan.indicators.assessing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.indicators.assessment.AssessmentOutcome;
import org.finplan.indicators.assessment.TargetAssessment;
import org.finplan.indicators.assessment.TargetAssessments;
import org.finplan.indicators.attainment.JudgementService;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.indicators.targetsetting.TargetError;
import org.finplan.indicators.targetsetting.TargetFaults;
import org.finplan.indicators.targetsetting.TargetService;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.TargetKind;
import org.finplan.platform.planversion.scope.PlanScope;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Records what assessors say of qualitative targets, under the lock of their indicator. */
@ApplicationScoped
class AssessmentService {

    private static final int LONGEST_STATEMENT = 2000;
    private static final int LONGEST_EVIDENCE = 500;
    private static final int MOST_EVIDENCE = 20;

    private final Targets targets;
    private final TargetService service;
    private final TargetAssessments assessments;
    private final JudgementService judgements;
    private final PlanRegister register;
    private final PlanScope plans;
    private final RegionScope scope;
    private final Caller caller;
    private final EveryRegion everyRegion;
    private final SeriesLock lock;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final RecordingTime time;
    private final Clock clock;

    AssessmentService(
            Targets targets,
            TargetService service,
            TargetAssessments assessments,
            JudgementService judgements,
            PlanRegister register,
            PlanScope plans,
            RegionScope scope,
            Caller caller,
            EveryRegion everyRegion,
            SeriesLock lock,
            Outbox outbox,
            AuditTrail audit,
            RecordingTime time,
            Clock clock) {
        this.targets = targets;
        this.service = service;
        this.assessments = assessments;
        this.judgements = judgements;
        this.register = register;
        this.plans = plans;
        this.scope = scope;
        this.caller = caller;
        this.everyRegion = everyRegion;
        this.lock = lock;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
        this.clock = clock;
    }

    /**
     * Reads all that was said of a target.
     *
     * @param id id of the target
     * @param asOf the answer as it was known then
     * @return all versions, by year and version
     * @throws ProblemException 404 when there is no target that the caller may see
     */
    List<TargetAssessment> list(UUID id, Instant asOf) {
        service.versions(id);
        return assessments.of(id, asOf);
    }

    /**
     * Records what the assessor says of a year.
     *
     * @param id id of the target
     * @param request what it says
     * @return the version that was stored
     * @throws ProblemException 403 when the caller is not of the assessor, 404, 409 when the target is not qualitative, or 422
     *     with everything that is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    TargetAssessment assess(UUID id, AssessmentRequest request) {
        return everyRegion.with(() -> {
            Target target = targets.find(id).orElseThrow(() -> service.notFound(id));
            String assessor = assessor(target);
            check(target, request);
            lock.acquire(List.of(target.key().indicator()));
            TargetAssessment next = version(target, assessor, request);
            assessments.insert(next);
            judgements.judgeAssessed(target, next.year()).forEach(outbox::append);
            audit.record(
                    "target.assess",
                    "/api/v1/targets/" + id + "/assessments",
                    next.region(),
                    target.key().indicator() + " " + next.year() + ": "
                            + next.outcome().code());
            return next;
        });
    }

    /** An assessor of the plan's city need not be bound to the region of the target; for others an unreadable one is not there. */
    private String assessor(Target target) {
        String assessor = target.kind() instanceof TargetKind.Qualitative kind ? kind.assessor() : null;
        boolean its = assessor != null && caller.units().contains(assessor);
        boolean there = plans.find(target.key().plan()).isPresent();
        if (!there || (!its && !scope.readable().contains(target.key().region()))) {
            throw service.notFound(target.id());
        }
        if (assessor == null) {
            throw new ProblemException(
                    TargetError.TARGET_NOT_QUALITATIVE,
                    new LocalizedText(
                            "该目标以数字衡量，不由人评定。", "The target is a number, which is measured, not assessed by a person."));
        }
        if (!its) {
            LocalizedText text = new LocalizedText(
                    "该目标由 " + assessor + " 评定，您不属于该机构。",
                    "The target is assessed by " + assessor + ", which you are not of.");
            throw new ProblemException(
                    TargetError.NOT_THE_ASSESSOR,
                    text,
                    List.of(new ProblemError("", null, TargetError.NOT_THE_ASSESSOR.code(), text, List.of(assessor))));
        }
        return assessor;
    }

    private void check(Target target, AssessmentRequest request) {
        TargetFaults faults = new TargetFaults();
        if (request == null) {
            faults.missing("");
            faults.rejectAny();
        }
        Plan plan = register.find(target.key().plan()).orElseThrow().plan();
        int first = plan.baselineYear() + 1;
        int last = Math.min(target.key().year(), BusinessTime.today(clock).getYear());
        if (request.year() == null) {
            faults.missing("year");
        } else if (request.year() < first || request.year() > last) {
            faults.add("year", request.year(), TargetError.YEAR_OUT_OF_BOUNDS, List.of(first + ".." + last));
        }
        if (request.outcome() == null) {
            faults.missing("outcome");
        } else if (AssessmentOutcome.find(request.outcome()).isEmpty()) {
            faults.add("outcome", request.outcome(), TargetError.UNKNOWN_CODE, AssessmentOutcome.codes());
        }
        text("statement", request.statement(), LONGEST_STATEMENT, faults);
        int count = request.evidence().size();
        if (count > MOST_EVIDENCE) {
            faults.add("evidence", count, WebError.INVALID_BODY, List.of("0.." + MOST_EVIDENCE));
        } else {
            for (int i = 0; i < count; i++) {
                text("evidence/" + i, request.evidence().get(i), LONGEST_EVIDENCE, faults);
            }
        }
        faults.rejectAny();
    }

    private static void text(String field, String text, int longest, TargetFaults faults) {
        if (text == null || text.isBlank()) {
            faults.missing(field);
        } else if (text.length() > longest) {
            faults.add(field, text.length(), WebError.INVALID_BODY, List.of("1.." + longest));
        }
    }

    private TargetAssessment version(Target target, String assessor, AssessmentRequest request) {
        Instant now = time.now();
        int before = (int) assessments.of(target.id(), RecordingTime.END).stream()
                .filter(one -> one.year() == request.year())
                .count();
        return new TargetAssessment(
                target.id(),
                request.year(),
                before + 1,
                target.key().region(),
                AssessmentOutcome.find(request.outcome()).orElseThrow(),
                request.statement(),
                request.evidence(),
                assessor,
                now,
                caller.subject());
    }
}
