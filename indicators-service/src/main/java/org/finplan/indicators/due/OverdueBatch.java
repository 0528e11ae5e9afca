package org.finplan.indicators.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.finplan.indicators.due.DueFigure.SeriesInRegion;
import org.finplan.indicators.observation.Knowledge;
import org.finplan.indicators.planlife.PlanLives;
import org.finplan.indicators.planlife.PlanStage;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.events.ReportOverdue;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.time.BusinessTime;

/**
 * Tells some of what is overdue of one plan, and notes what arrived meanwhile, in one transaction with the events. Of several
 * instances the one that gets the lock of the watch does it; the key of the table tells a figure once all the same.
 */
@ApplicationScoped
class OverdueBatch {

    static final int AT_ONCE = 200;

    private final PlanRegister register;
    private final PlanLives lives;
    private final Targets targets;
    private final DueFigures due;
    private final HandedIn handedIn;
    private final OverdueReportRepository reports;
    private final Outbox outbox;

    OverdueBatch(
            PlanRegister register,
            PlanLives lives,
            Targets targets,
            DueFigures due,
            HandedIn handedIn,
            OverdueReportRepository reports,
            Outbox outbox) {
        this.register = register;
        this.lives = lives;
        this.targets = targets;
        this.due = due;
        this.handedIn = handedIn;
        this.reports = reports;
        this.outbox = outbox;
    }

    /**
     * Tells what is overdue of a plan, unless another instance is at it.
     *
     * @param id id of the watch of the plan
     * @param now the present
     * @return how many figures were told, at most {@value #AT_ONCE}; that many when there may be more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int tell(UUID id, Instant now) {
        OverdueReportRepository.Watch watch = reports.lock(id).orElse(null);
        PlanPackage plan = watch == null
                ? null
                : register.find(watch.plan()).filter(this::asks).orElse(null);
        if (plan == null) {
            return 0;
        }
        LocalDate today = BusinessTime.dayOf(now);
        List<IndicatorDefinition> indicators = DueFigures.indicators(plan);
        Map<SeriesInRegion, OwedFigures.Asked> asked = asked(plan, indicators);
        List<DueFigure> figures =
                due.find(plan, indicators, expected(plan, indicators, asked.keySet()), Knowledge.LATEST, today);
        Map<DueFigure.Key, OverdueReport> told = reports.told(watch.plan());
        noteArrivals(watch.plan(), figures, told);
        List<DueFigure> late = handedIn.without(new OwedFigures(watch.since(), asked)
                .of(figures, today).stream()
                        .filter(figure -> !told.containsKey(figure.key()))
                        .toList());
        List<DueFigure> some = late.subList(0, Math.min(late.size(), AT_ONCE));
        Set<DueFigure.Key> entered = reports.tell(watch.plan(), some, now);
        some.stream()
                .filter(figure -> entered.contains(figure.key()))
                .forEach(figure -> outbox.append(event(watch.plan(), figure, now)));
        return entered.size();
    }

    /** One that has ended is still being evaluated and owes its last figures; an archived one is closed, a draft asks for nothing. */
    private boolean asks(PlanPackage plan) {
        String stage = lives.of(plan.plan()).stage();
        return !stage.equals(PlanStage.ARCHIVED.code()) && !stage.equals(PlanStage.DRAFT.code());
    }

    /** When each region of the plan was first given a target of its own. */
    private Map<SeriesInRegion, OwedFigures.Asked> asked(PlanPackage plan, List<IndicatorDefinition> indicators) {
        List<String> regions = register.territory(plan.plan().code()).stream()
                .filter(region -> !register.regions().retired(region))
                .toList();
        Map<SeriesInRegion, OwedFigures.Asked> asked = new HashMap<>();
        targets
                .firstAndCurrent(
                        plan.plan().code(),
                        indicators.stream().map(IndicatorDefinition::code).toList(),
                        regions,
                        Knowledge.LATEST.asOf())
                .stream()
                .filter(target -> target.version() == 1 && target.primary())
                .forEach(first -> asked.merge(
                        new SeriesInRegion(first.key().indicator(), first.key().region()),
                        new OwedFigures.Asked(first.recordedAt(), !broughtByPackage(first)),
                        (one, other) -> one.at().isAfter(other.at()) ? other : one));
        return asked;
    }

    private static boolean broughtByPackage(Target target) {
        return target.recordedBy().startsWith("plan:");
    }

    private static Map<String, Set<String>> expected(
            PlanPackage plan, List<IndicatorDefinition> indicators, Set<SeriesInRegion> asked) {
        Map<String, Set<String>> expected = new HashMap<>();
        indicators.forEach(indicator -> expected.put(indicator.code(), new LinkedHashSet<>(Set.of(plan.city()))));
        asked.forEach(series -> expected.get(series.indicator()).add(series.region()));
        return expected;
    }

    /** What arrived is noted, and what was taken back again is missing as before; nobody is told a second time. */
    private void noteArrivals(String plan, List<DueFigure> figures, Map<DueFigure.Key, OverdueReport> told) {
        Map<DueFigure.Key, Optional<Instant>> changed = new HashMap<>();
        for (DueFigure figure : figures) {
            OverdueReport report = told.get(figure.key());
            if (report != null && figure.missing() != (report.arrivedAt() == null)) {
                changed.put(figure.key(), Optional.ofNullable(figure.knownSince()));
            }
        }
        reports.arrived(plan, changed);
    }

    private NewEvent event(String plan, DueFigure figure, Instant now) {
        DueFigure.Key key = figure.key();
        return new NewEvent(
                new ReportOverdue(
                        plan,
                        key.indicator(),
                        register.indicatorName(plan, key.indicator()),
                        key.region(),
                        register.regionName(key.region()),
                        key.period().text(),
                        figure.due().day(),
                        now),
                String.join("/", "report-overdue", plan, key.indicator(), key.region()),
                "/api/v1/observations:missing",
                key.region());
    }
}
