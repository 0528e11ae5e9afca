package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.tasks.supervision.ladder.Climb;
import org.finplan.tasks.supervision.timeline.TimelineEntry;
import org.finplan.tasks.supervision.timeline.TimelineKind;
import org.finplan.tasks.supervision.timeline.TimelineService;
import org.finplan.tasks.workday.CityCalendar;

/** Reckons open matters anew when the calendar of their city changed, and tells those whose deadline it moved. */
@ApplicationScoped
class CalendarBatch {

    static final int AT_ONCE = 500;
    private static final String ACTOR = "calendar";

    private final SupervisionRepository supervisions;
    private final ClimbRepository climbs;
    private final StepRepository steps;
    private final RunRepository run;
    private final SupervisionSchedule schedule;
    private final SupervisionEvents events;
    private final TimelineService timeline;
    private final PutAside aside;
    private final Clock clock;

    CalendarBatch(
            SupervisionRepository supervisions,
            ClimbRepository climbs,
            StepRepository steps,
            RunRepository run,
            SupervisionSchedule schedule,
            SupervisionEvents events,
            TimelineService timeline,
            PutAside aside,
            Clock clock) {
        this.supervisions = supervisions;
        this.climbs = climbs;
        this.steps = steps;
        this.run = run;
        this.schedule = schedule;
        this.events = events;
        this.timeline = timeline;
        this.aside = aside;
        this.clock = clock;
    }

    /**
     * Reckons some matters of a city.
     *
     * @param calendar its calendar as it is now
     * @return how many; 0 when all are reckoned by it, or another instance has the rest
     */
    @Transactional
    int reckon(CityCalendar calendar) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!supervisions.hasOtherCalendar(calendar.city(), calendar.fingerprint(), now)) {
            return 0;
        }
        List<UUID> locked = climbs.lockOfOtherCalendar(calendar.city(), calendar.fingerprint(), now, AT_ONCE);
        List<Supervision> matters = supervisions.read(locked).stream()
                .filter(matter -> !matter.calendar.equals(calendar.fingerprint()))
                .toList();
        Map<UUID, List<Climb.Taken>> taken =
                steps.taken(matters.stream().map(matter -> matter.id).toList());
        List<Supervision> sound = new ArrayList<>();
        List<TimelineEntry> moved = new ArrayList<>();
        for (Supervision matter : matters) {
            LocalDate previous = matter.currentDue;
            try {
                schedule.reckon(matter, taken.getOrDefault(matter.id, List.of()), schedule.today());
            } catch (RuntimeException damaged) {
                aside.matter(matter.id, now, damaged);
                continue;
            }
            sound.add(matter);
            // Whatever city its region lies in now, it is done with this calendar.
            matter.reckoned(matter.deadline(), calendar.fingerprint());
            if (!matter.currentDue.equals(previous)) {
                events.rescheduled(matter, ACTOR, previous, now);
                moved.add(new TimelineEntry(
                        matter.moment(), TimelineKind.CALENDAR_CHANGED, now, ACTOR, null, previous.toString(), null));
            }
        }
        supervisions.getEntityManager().clear();
        run.write(sound);
        timeline.record(moved);
        return locked.size();
    }
}
