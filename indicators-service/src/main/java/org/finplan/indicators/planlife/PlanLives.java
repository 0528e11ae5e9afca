package org.finplan.indicators.planlife;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanStageChanged;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.Plan;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.SeriesDefinition;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.security.Caller;

/** Knows where plans stand in their lives, and leads them on when people decide so. */
@ApplicationScoped
public class PlanLives {

    private static final int LONGEST_REASON = 500;

    private final PlanDecisionRepository repository;
    private final SeriesLock lock;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    PlanLives(
            PlanDecisionRepository repository,
            SeriesLock lock,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.lock = lock;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Tells the lives of plans, in one round trip.
     *
     * @param plans the plans
     * @return the life of each, in their order
     */
    public List<PlanLife> of(List<Plan> plans) {
        List<PlanDecision> decisions = repository.all();
        return plans.stream().map(plan -> life(plan, decisions)).toList();
    }

    /**
     * Tells the life of a plan.
     *
     * @param plan the plan
     * @return its life
     */
    public PlanLife of(Plan plan) {
        return of(List.of(plan)).get(0);
    }

    /** {@return the plans that are archived, by their codes, with the instant since when} */
    public Map<String, Instant> archived() {
        return repository.all().stream()
                .filter(decision -> decision.stage() == PlanStage.ARCHIVED)
                .collect(Collectors.toMap(PlanDecision::plan, PlanDecision::decidedAt));
    }

    /**
     * Waits for who leads the plan on or writes to it, until the transaction ends.
     *
     * @param read the package of the plan
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(PlanPackage read) {
        Set<String> codes = new TreeSet<>(Set.of("plan:" + read.plan().code()));
        read.series().stream().map(SeriesDefinition::code).forEach(codes::add);
        lock.acquire(codes);
    }

    /**
     * Leads a plan on. The caller holds the {@link #lock} of the plan.
     *
     * @param read the package of the plan
     * @param stage evaluated or archived
     * @param request why
     * @return the life of the plan with it
     * @throws ProblemException 409 when the plan is not at the stage before, 422 without a reason
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PlanLife decide(PlanPackage read, PlanStage stage, PlanDecisionRequest request) {
        Plan plan = read.plan();
        PlanLife before = of(plan);
        Optional<PlanStage> next = before.reached().next();
        if (next.filter(stage::equals).isEmpty()) {
            throw notPossible(plan, before, stage, next);
        }
        String reason = reason(request);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        repository.insert(new PlanDecision(plan.code(), stage, reason, now, caller.subject()));
        String resource = "/api/v1/plans/" + plan.code();
        outbox.append(new NewEvent(
                new PlanStageChanged(
                        plan.code(), plan.title(), before.stage(), stage.code(), reason, caller.subject(), now),
                "plan/" + plan.code(),
                resource,
                read.city()));
        audit.record("plan." + stage.code(), resource, null, reason);
        return of(plan);
    }

    private static ProblemException notPossible(Plan plan, PlanLife before, PlanStage stage, Optional<PlanStage> next) {
        LocalizedText way = next.map(
                        possible -> new LocalizedText("可以转入：" + possible.code(), "It can become " + possible.code()))
                .orElseGet(() -> before.reached() == PlanStage.ARCHIVED
                        ? new LocalizedText("已归档，不再变动", "Archived is its last stage")
                        : new LocalizedText(
                                "规划在 " + plan.horizon().end() + " 之后自行结束，此后才可评估",
                                "It ends by itself after " + plan.horizon().end() + ", and can be evaluated then"));
        return new ProblemException(
                PlanLifeError.STEP_NOT_POSSIBLE,
                new LocalizedText(
                        "规划处于 " + before.stage() + "，不能转入 " + stage.code() + "。" + way.zh() + "。",
                        "A plan that is " + before.stage() + " does not become " + stage.code() + ". " + way.en()
                                + "."));
    }

    private static String reason(PlanDecisionRequest request) {
        String reason = request == null ? null : request.reason();
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw ProblemException.at(
                    PlanLifeError.REASON_MISSING,
                    "/reason",
                    reason == null ? null : String.valueOf(reason.length()),
                    List.of("1.." + LONGEST_REASON));
        }
        return reason;
    }

    private PlanLife life(Plan plan, List<PlanDecision> decisions) {
        return PlanLife.of(
                plan,
                decisions.stream()
                        .filter(decision -> decision.plan().equals(plan.code()))
                        .toList(),
                BusinessTime.today(clock));
    }
}
