package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.web.audit.AuditTrail;
import org.finplan.tasks.supervision.clock.TimeLimit;
import org.finplan.tasks.supervision.ladder.Ladder;
import org.finplan.tasks.supervision.timeline.TimelineEntry;
import org.finplan.tasks.supervision.timeline.TimelineKind;
import org.finplan.tasks.supervision.timeline.TimelineService;
import org.finplan.tasks.workday.CityCalendars;

/** Registers matters: by hand, or for a cause that an event told. Works in the transaction of its caller. */
@ApplicationScoped
public class SupervisionOpening {

    private final SupervisionRepository supervisions;
    private final ClimbRepository climbs;
    private final SupervisionSchedule schedule;
    private final SupervisionEvents events;
    private final TimelineService timeline;
    private final CityCalendars calendars;
    private final AuditTrail audit;
    private final Clock clock;

    SupervisionOpening(
            SupervisionRepository supervisions,
            ClimbRepository climbs,
            SupervisionSchedule schedule,
            SupervisionEvents events,
            TimelineService timeline,
            CityCalendars calendars,
            AuditTrail audit,
            Clock clock) {
        this.supervisions = supervisions;
        this.climbs = climbs;
        this.schedule = schedule;
        this.events = events;
        this.timeline = timeline;
        this.calendars = calendars;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an event gives cause to.
     *
     * @param kind which kind of cause
     * @param key names the cause: one matter is open for it at a time
     * @param title what is to be done
     * @param unit unit that is to act
     * @param region region concerned
     * @param plan plan code of what it is about, or null
     * @param alert id of the alert, or null
     * @param text why
     */
    public record Caused(
            CauseKind kind,
            String key,
            String title,
            String unit,
            String region,
            @Nullable String plan,
            @Nullable UUID alert,
            String text) {}

    /**
     * Registers a matter for a cause, unless one is open for it.
     *
     * @param caused the cause
     * @param ladder ladder that it takes
     * @param workingDays the time that it gets
     * @param due the deadline instead, where the event says one that is not over; null otherwise
     */
    public void open(Caused caused, Ladder ladder, int workingDays, @Nullable LocalDate due) {
        Instant now = now();
        Supervision open = openFor(caused.key()).orElse(null);
        if (open != null) {
            timeline.record(List.of(new TimelineEntry(
                    open.moment(), TimelineKind.CAUSE_AGAIN, now, caused.kind().code(), null, null, caused.text())));
            return;
        }
        LocalDate today = schedule.today();
        TimeLimit limit = due == null || due.isBefore(today)
                ? new TimeLimit.ByWorkingDays(workingDays, today)
                : new TimeLimit.ByDate(due, today);
        NewMatter matter = new NewMatter(
                caused.title(),
                caused.unit(),
                caused.region(),
                new NewMatter.Concerns(caused.plan(), null, caused.alert()),
                new NewMatter.Cause(caused.kind(), caused.key(), caused.text()),
                limit,
                ladder,
                true);
        register(matter, caused.kind().code());
    }

    /**
     * Tells the matter that is open for a cause that the cause is gone. People end it.
     *
     * @param key names the cause
     * @param kind which kind of cause
     * @param text what is known
     */
    public void causeGone(String key, CauseKind kind, String text) {
        openFor(key)
                .ifPresent(open -> timeline.record(List.of(new TimelineEntry(
                        open.moment(), TimelineKind.CAUSE_GONE, now(), kind.code(), null, null, text))));
    }

    /** Registers a matter; {@return it, with its deadline and its first step reckoned} */
    Supervision register(NewMatter matter, String by) {
        String city = calendars.of(matter.region()).city();
        Supervision registered = new Supervision(Identifiers.next(), city, matter, by, now());
        schedule.reckon(registered);
        supervisions.persistAndFlush(registered);
        timeline.record(List.of(new TimelineEntry(
                registered.moment(),
                TimelineKind.REGISTERED,
                registered.openedAt,
                by,
                null,
                registered.currentDue.toString(),
                registered.cause)));
        events.issued(registered);
        audit.record("supervision.register", registered.path(), registered.region, registered.title);
        return registered;
    }

    /** Locks it, so that nobody closes it before the cause is told to it. */
    private Optional<Supervision> openFor(String cause) {
        Optional<Supervision> found = supervisions.openFor(cause);
        found.ifPresent(open -> {
            climbs.lock(open.id);
            supervisions.getEntityManager().refresh(open);
        });
        return found.filter(open -> open.closedAt == null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
