package org.finplan.risk.alert.timeline;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.time.BusinessTime;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.paging.PageParameters;
import org.finplan.platform.web.security.Caller;
import org.finplan.risk.alert.evidence.Evidence;
import org.finplan.risk.alert.handling.AlertProblems;
import org.finplan.risk.alert.handling.ReportedWork;
import org.finplan.risk.alert.query.AlertQueryService;
import org.finplan.risk.list.TimePosition;

/** Writes and reads the timelines of alerts. An entry is written in the transaction of what it tells of. */
@ApplicationScoped
public class TimelineService {

    private final TimelineRepository timeline;
    private final AlertQueryService alerts;
    private final Caller caller;
    private final Clock clock;

    TimelineService(TimelineRepository timeline, AlertQueryService alerts, Caller caller, Clock clock) {
        this.timeline = timeline;
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Tells what a rule did.
     *
     * @param alert the alert after it, whose row is written
     * @param kind what happened
     * @param rule code of the rule
     * @param evidence the finding behind it, or null when no figure is left that can be judged
     * @param at when
     */
    public void recordRule(AlertMoment alert, TimelineKind kind, String rule, Evidence evidence, Instant at) {
        timeline.append(TimelineEntry.ofRule(alert, kind, rule, evidence, at));
    }

    /**
     * What a rule did to an alert.
     *
     * @param alert the alert after it
     * @param kind what happened
     * @param rule code of the rule
     * @param evidence the finding behind it, or null when no figure is left that can be judged
     */
    public record OfRule(
            AlertMoment alert,
            TimelineKind kind,
            String rule,
            @Nullable Evidence evidence) {}

    /**
     * Tells what rules did, of many alerts at once.
     *
     * @param steps what they did to each, whose row is written
     * @param at when
     */
    public void recordRules(List<OfRule> steps, Instant at) {
        timeline.append(steps.stream()
                .map(step -> TimelineEntry.ofRule(step.alert(), step.kind(), step.rule(), step.evidence(), at))
                .toList());
    }

    /**
     * Tells that an alert went to another region with its institution, and takes the entries before along.
     *
     * @param alert the alert after it, whose row is written
     * @param rule code of the rule
     * @param before code of the region before
     * @param at when
     */
    public void recordMove(AlertMoment alert, String rule, String before, Instant at) {
        timeline.move(alert.id(), alert.region());
        timeline.append(TimelineEntry.ofMove(alert, rule, before + " → " + alert.region(), at));
    }

    /**
     * Tells what the caller did.
     *
     * @param alert the alert after it, whose row is written
     * @param kind what happened
     * @param work the caller's words, and when and how it was done
     * @return the entry
     * @throws org.finplan.platform.problem.ProblemException 422 {@code date-in-future} for work that is not done yet
     */
    public TimelineView recordWork(AlertMoment alert, TimelineKind kind, ReportedWork work) {
        LocalDate today = BusinessTime.today(clock);
        if (work.occurredOn() != null && work.occurredOn().isAfter(today)) {
            throw AlertProblems.dateInFuture("/occurredOn", work.occurredOn(), today);
        }
        return timeline.append(TimelineEntry.ofWork(
                alert, kind, caller.subject(), work, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    @Transactional
    Page<TimelineView> page(UUID alert, PageParameters paging) {
        alerts.get(alert);
        TimePosition after = paging.after().map(TimePosition::of).orElse(null);
        List<TimelineView> rows = timeline.page(alert, after, paging.limit() + 1);
        Long total = paging.countsExactly() ? timeline.count(alert) : null;
        return Page.of(rows, paging.limit(), entry -> cursor(paging, entry), total);
    }

    /** Where only the day is known, the entry stands at its beginning. */
    private static String cursor(PageParameters paging, TimelineView entry) {
        Instant at = entry.occurredAt() == null ? BusinessTime.startOf(entry.occurredOn()) : entry.occurredAt();
        return paging.cursor(at.toString(), entry.id().toString());
    }
}
