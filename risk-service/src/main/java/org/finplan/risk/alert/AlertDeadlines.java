package org.finplan.risk.alert;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.outage.DueWork;
import org.finplan.platform.workday.WorkingDays;
import org.finplan.risk.alert.deadline.ResponseStep;
import org.finplan.risk.alert.deadline.ResponseTimes;
import org.finplan.risk.alert.lifecycle.AlertState;
import org.finplan.risk.alert.timeline.TimelineKind;
import org.finplan.risk.alert.timeline.TimelineService;
import org.finplan.risk.plan.CityCalendars;
import org.finplan.risk.rule.Level;

/**
 * The deadlines of alerts. What does not come in time raises the level by one and is told; an acknowledgement that nothing came
 * of lapses. The time of an alert whose handling was ordered is the date that was set; who misses that is told of once.
 */
@ApplicationScoped
class AlertDeadlines implements DueWork {

    private static final String ACTOR = "deadline";
    private static final int AT_ONCE = 100;

    private final AlertRepository alerts;
    private final AlertEvents events;
    private final TimelineService timeline;
    private final CityCalendars calendars;
    private final Clock clock;

    AlertDeadlines(
            AlertRepository alerts,
            AlertEvents events,
            TimelineService timeline,
            CityCalendars calendars,
            Clock clock) {
        this.alerts = alerts;
        this.events = events;
        this.timeline = timeline;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Starts the clock of an alert that was raised. */
    void start(Alert alert, Instant now) {
        alert.clockFrom = now;
        alert.overdueSince = null;
        alert.dueAt = ResponseTimes.accept(alert.level, now, calendar(alert));
    }

    /** A graver level may make the time shorter, never longer; one that was stopped, as the cause was gone, starts anew. */
    void tighten(Alert alert, Instant now) {
        if (alert.dueAt == null && alert.overdueSince == null) {
            resume(alert, now);
            return;
        }
        Instant due = next(alert, now);
        if (alert.dueAt != null && due != null && due.isBefore(alert.dueAt)) {
            alert.clockFrom = now;
            alert.dueAt = due;
        }
    }

    /**
     * Somebody takes charge. Who comes late has the whole time for the handling all the same, also where nobody has noticed yet that
     * it is late: an acknowledgement that is over as it is made would help nobody.
     *
     * @return until when the handling must be ordered, always ahead
     */
    Instant accepted(Alert alert, Instant now) {
        if (alert.overdueSince != null || alert.clockFrom == null) {
            alert.clockFrom = now;
        }
        Instant due = ResponseTimes.plan(alert.level, alert.clockFrom, calendar(alert));
        if (!due.isAfter(now)) {
            alert.clockFrom = now;
            due = ResponseTimes.plan(alert.level, now, calendar(alert));
        }
        alert.overdueSince = null;
        alert.dueAt = due;
        return due;
    }

    /** What the alert waited for came. */
    void answered(Alert alert, @Nullable Instant due) {
        alert.overdueSince = null;
        alert.dueAt = due;
    }

    /** The cause is gone: nobody is pressed, and whoever has charge keeps it. */
    void suspend(Alert alert) {
        answered(alert, null);
        if (alert.acknowledgement != null) {
            alert.acknowledgement = alert.acknowledgement.until(null);
        }
    }

    /** The cause is back: the time starts anew. */
    void resume(Alert alert, Instant now) {
        alert.clockFrom = now;
        alert.dueAt = next(alert, now);
        if (alert.state == AlertState.ACKNOWLEDGED) {
            alert.acknowledgement = alert.acknowledgement.until(alert.dueAt);
        }
    }

    @Override
    @Transactional
    public List<UUID> due() {
        return due(Set.of());
    }

    @Override
    @Transactional
    public List<UUID> due(Set<UUID> putBack) {
        return alerts.due(clock.instant(), putBack, AT_ONCE);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void perform(UUID id) {
        Alert alert = alerts.lock(id).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (alert.clockFrom == null) {
            alert.clockFrom = now;
            alert.dueAt = next(alert, now);
        }
        if (alert.dueAt != null && !alert.dueAt.isAfter(now)) {
            escalate(alert, now);
        }
        Instant until = alert.acknowledgement == null ? null : alert.acknowledgement.until();
        if (alert.state == AlertState.ACKNOWLEDGED && until != null && !until.isAfter(now)) {
            lapse(alert, now);
        }
    }

    private void escalate(Alert alert, Instant now) {
        Level previous = alert.level;
        ResponseStep step = step(alert);
        Instant missed = alert.dueAt;
        alert.overdue(previous.next(), now);
        boolean again = alert.level != previous && step != ResponseStep.FEEDBACK;
        alert.dueAt = again ? next(alert, now) : null;
        events.overdue(alert, previous, step, missed);
        recorded(alert, TimelineKind.OVERDUE, now);
    }

    /** The time for the handling runs on: who takes charge again and again wins none. */
    private void lapse(Alert alert, Instant now) {
        String by = alert.acknowledgement.by();
        WorkingDays calendar = calendar(alert);
        Instant accept = ResponseTimes.accept(alert.level, now, calendar);
        Instant plan = ResponseTimes.plan(alert.level, alert.clockFrom, calendar);
        alert.lapse(now);
        alert.dueAt = plan.isAfter(now) && plan.isBefore(accept) ? plan : accept;
        events.lapsed(alert, by);
        recorded(alert, TimelineKind.ACKNOWLEDGEMENT_LAPSED, now);
    }

    private static ResponseStep step(Alert alert) {
        return switch (alert.state) {
            case RAISED -> ResponseStep.ACCEPT;
            case ACKNOWLEDGED -> ResponseStep.PLAN;
            default -> ResponseStep.FEEDBACK;
        };
    }

    /** Until when the alert must have what it waits for, if the clock of its level starts now; null when it waits for nothing. */
    @Nullable
    private Instant next(Alert alert, Instant now) {
        return switch (alert.state) {
            case RAISED -> ResponseTimes.accept(alert.level, now, calendar(alert));
            case ACKNOWLEDGED -> ResponseTimes.plan(alert.level, now, calendar(alert));
            case DISPOSING -> alert.feedback == null ? ResponseTimes.endOf(alert.disposal.dueOn()) : null;
            default -> null;
        };
    }

    private WorkingDays calendar(Alert alert) {
        return calendars.of(alert.region);
    }

    private void recorded(Alert alert, TimelineKind kind, Instant now) {
        alerts.flush();
        timeline.recordRule(alert.moment(), kind, ACTOR, null, now);
    }
}
