package org.finplan.indicators.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.indicators.database.SeriesLock;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.planlife.ClosedPlans;
import org.finplan.indicators.reconciliation.DisputeState.Action;
import org.finplan.platform.access.Permission;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.finplan.platform.sql.EveryRegion;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.platform.web.precondition.EntityTags;
import org.finplan.platform.web.precondition.Preconditions;
import org.finplan.platform.web.security.Caller;
import org.finplan.platform.web.security.RegionScope;

/** Opens work on disputed cells and takes it from step to step. */
@ApplicationScoped
class DisputeService {

    private final DisputeRepository repository;
    private final Reconciliation reconciliation;
    private final DisputeReader reader;
    private final RegionScope scope;
    private final Caller caller;
    private final PlanRegister register;
    private final AuditTrail audit;
    private final SeriesLock lock;
    private final EveryRegion everyRegion;
    private final Clock clock;
    private final ClosedPlans closed;

    DisputeService(
            DisputeRepository repository,
            Reconciliation reconciliation,
            DisputeReader reader,
            RegionScope scope,
            Caller caller,
            PlanRegister register,
            AuditTrail audit,
            SeriesLock lock,
            EveryRegion everyRegion,
            Clock clock,
            ClosedPlans closed) {
        this.repository = repository;
        this.reconciliation = reconciliation;
        this.reader = reader;
        this.scope = scope;
        this.caller = caller;
        this.register = register;
        this.audit = audit;
        this.lock = lock;
        this.everyRegion = everyRegion;
        this.clock = clock;
        this.closed = closed;
    }

    /**
     * Opens work on a cell.
     *
     * @param request the cell
     * @return the item
     * @throws ProblemException 403, 409 when there is open work on the cell, 422 with everything that is wrong
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Dispute open(DisputeRequest request) {
        DisputeReader.Content content = reader.read(request);
        scope.requireWritable(content.region(), "/region");
        lock.acquire(List.of("dispute:" + content.indicator().code()));
        closed.requireOpen(request.plan(), request.indicator());
        String period = content.period().text();
        boolean there = repository.open(request.plan(), content.whole(), period, List.of(request.indicator())).stream()
                .anyMatch(dispute -> dispute.region().equals(content.region()));
        if (there) {
            throw problem(DisputeError.DISPUTE_EXISTS, "该指标、时期和地区已有未办结的争议。", "The cell has open work already.");
        }
        Dispute first = new Dispute(
                Identifiers.next(),
                1,
                request.plan(),
                request.indicator(),
                content.whole(),
                content.region(),
                period,
                DisputeState.OPEN,
                cell(content.indicator(), content.whole(), content.period())
                        .balance()
                        .difference(),
                request.note(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.subject());
        return store(first, "open");
    }

    /**
     * Takes a step.
     *
     * @param id id of the item
     * @param ifMatch the header {@code If-Match}
     * @param action the step
     * @param note what the caller says, needed for all steps but settling
     * @return the item after it
     * @throws ProblemException 403, 404, 409, 412, 422, 428
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Dispute step(UUID id, String ifMatch, Action action, String note) {
        lock.acquire(List.of("dispute:" + newest(id).indicator()));
        Dispute now = newest(id);
        scope.requireWritable(now.region());
        closed.requireOpen(now.plan(), now.indicator());
        Preconditions.requireMatch(ifMatch, EntityTags.of(now.version()));
        if (!now.state().actions().contains(action)) {
            throw problem(
                    DisputeError.STEP_NOT_POSSIBLE,
                    "状态 " + now.state().code() + " 下不能执行 " + action.code() + "。",
                    "An item that is " + now.state().code() + " takes no " + action.code() + ".");
        }
        checkNote(action, note);
        IndicatorDefinition indicator =
                register.indicator(now.plan(), now.indicator()).orElseThrow();
        Reconciliation.Cell cell = cell(indicator, now.whole(), Period.parse(now.period()));
        if (action == Action.SETTLE) {
            checkAgrees(cell, now.region());
        }
        BigDecimal difference = cell.balance().difference();
        Dispute next = now.next(
                action.to(), difference, note, clock.instant().truncatedTo(ChronoUnit.MICROS), caller.subject());
        return store(next, action.code());
    }

    /**
     * Reads an item.
     *
     * @param id id of the item
     * @return its steps in order
     * @throws ProblemException 404 when there is none that the caller may see
     */
    List<Dispute> steps(UUID id) {
        List<Dispute> steps = repository.steps(id);
        if (steps.isEmpty() || !scope.readable().contains(steps.get(0).region())) {
            throw problem(WebError.NOT_FOUND, "没有争议项 " + id + "。", "There is no disputed cell " + id + ".");
        }
        return steps;
    }

    /**
     * Reads the newest step of items, the newest items first. The database leaves out those that the caller may not read.
     *
     * @param state only those in this state, or null for all
     * @param region only those of this region, or null for all
     * @param indicator only those of this indicator, or null for all
     * @param before only those after this id in the list, or null from the start
     * @param limit how many; one more is read when there are more
     * @return the items
     */
    List<Dispute> newest(String state, String region, String indicator, String before, int limit) {
        return repository.page(state, region, indicator, before, limit);
    }

    /** {@return what the caller may do now: the region explains, the city decides} */
    List<String> allowed(Dispute dispute) {
        if (!scope.writable().contains(dispute.region())) {
            return List.of();
        }
        return dispute.state().actions().stream()
                .filter(action ->
                        caller.may(action == Action.EXPLAIN ? Permission.DISPUTES_EXPLAIN : Permission.DISPUTES_DECIDE))
                .map(Action::code)
                .toList();
    }

    private Dispute newest(UUID id) {
        List<Dispute> steps = steps(id);
        return steps.get(steps.size() - 1);
    }

    /** A part that explains reads only its own figures; the difference is that of all parts. */
    private Reconciliation.Cell cell(IndicatorDefinition indicator, String whole, Period period) {
        return everyRegion
                .with(() -> reconciliation.cells(Set.of(indicator), whole, period, Knowledge.recorded(clock.instant())))
                .get(0);
    }

    private static void checkAgrees(Reconciliation.Cell cell, String region) {
        if (cell.balance().state() != Balance.State.AGREES) {
            throw problem(
                    DisputeError.STILL_DIFFERS,
                    "各部分合计与总数仍不一致或不完整，请先更正数据或作出说明。",
                    "Whole and parts still differ or are incomplete; correct a figure or explain it first.");
        }
        if (cell.contradicted().containsKey(region)) {
            throw problem(
                    DisputeError.STILL_DIFFERS,
                    "该数据与同年各较短时期的合计仍不一致，请先更正数据或作出说明。",
                    "The parts of its period still contradict the figure; correct a figure or explain it first.");
        }
    }

    private Dispute store(Dispute step, String verb) {
        repository.insert(step);
        audit.record(
                "dispute." + verb,
                "/api/v1/disputed-cells/" + step.id(),
                step.region(),
                step.indicator() + " " + step.period());
        return step;
    }

    private static void checkNote(Action action, String note) {
        boolean missing = note == null || note.isBlank();
        if ((missing && action != Action.SETTLE) || (note != null && note.length() > DisputeRequest.LONGEST_NOTE)) {
            LocalizedText text = DisputeError.FIELD_MISSING.title();
            throw new ProblemException(
                    DisputeError.FIELD_MISSING,
                    text,
                    List.of(new ProblemError(
                            "/note",
                            null,
                            DisputeError.FIELD_MISSING.code(),
                            text,
                            List.of("1.." + DisputeRequest.LONGEST_NOTE))));
        }
    }

    private static ProblemException problem(ErrorCode code, String zh, String en) {
        return new ProblemException(code, new LocalizedText(zh, en));
    }
}
