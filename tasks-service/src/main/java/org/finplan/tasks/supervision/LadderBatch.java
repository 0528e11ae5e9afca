package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.tasks.supervision.StepRepository.Taking;
import org.finplan.tasks.supervision.clock.CountedDays;
import org.finplan.tasks.supervision.ladder.Audience;
import org.finplan.tasks.supervision.ladder.Climb;
import org.finplan.tasks.supervision.ladder.LadderSchedule;
import org.finplan.tasks.supervision.ladder.LadderStep;
import org.finplan.tasks.supervision.ladder.Rung;
import org.finplan.tasks.supervision.ladder.StepKind;
import org.finplan.tasks.supervision.timeline.TimelineEntry;
import org.finplan.tasks.supervision.timeline.TimelineKind;
import org.finplan.tasks.supervision.timeline.TimelineService;

/**
 * Takes the steps of ladders that are due, many matters in one transaction. The rows are locked, so that of several instances one
 * takes a step; its key keeps it from being taken twice even so. What was not committed is due again.
 */
@ApplicationScoped
class LadderBatch {

    /** A batch costs as many statements whatever its size; this many keep the memory and the locks of one small. */
    static final int AT_ONCE = 500;

    private static final String ACTOR = "ladder";

    private final SupervisionRepository supervisions;
    private final ClimbRepository climbs;
    private final StepRepository steps;
    private final RunRepository run;
    private final SupervisionSchedule schedule;
    private final SupervisionEvents events;
    private final TimelineService timeline;
    private final PutAside aside;

    LadderBatch(
            SupervisionRepository supervisions,
            ClimbRepository climbs,
            StepRepository steps,
            RunRepository run,
            SupervisionSchedule schedule,
            SupervisionEvents events,
            TimelineService timeline,
            PutAside aside) {
        this.supervisions = supervisions;
        this.climbs = climbs;
        this.steps = steps;
        this.run = run;
        this.schedule = schedule;
        this.events = events;
        this.timeline = timeline;
        this.aside = aside;
    }

    /**
     * Takes what is due of some matters.
     *
     * @param now the time
     * @return how many matters were looked at; 0 when nothing is due that no other instance has
     */
    @Transactional
    int take(Instant now) {
        return take(climbs.lockDue(SupervisionSchedule.officeDay(now), now, AT_ONCE), now);
    }

    /** The same for one matter, when the many could not be done together. */
    @Transactional
    void takeOne(UUID id, Instant now) {
        take(climbs.lockDue(id, SupervisionSchedule.officeDay(now), now), now);
    }

    /** {@return ids of some of what is due} */
    @Transactional
    List<UUID> left(Instant now) {
        return climbs.due(SupervisionSchedule.officeDay(now), now, AT_ONCE);
    }

    private int take(List<UUID> locked, Instant now) {
        if (locked.isEmpty()) {
            return 0;
        }
        List<Supervision> matters = supervisions.read(locked);
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        LocalDate today = SupervisionSchedule.officeDay(now);
        Map<UUID, List<Climb.Taken>> taken = steps.taken(locked);
        List<Taking> due = new ArrayList<>();
        List<Supervision> sound = new ArrayList<>();
        for (Supervision matter : matters) {
            try {
                due.addAll(due(matter, taken.getOrDefault(matter.id, List.of()), today, at));
                sound.add(matter);
            } catch (RuntimeException damaged) {
                aside.matter(matter.id, now, damaged);
            }
        }
        List<Taking> added = steps.add(due);
        for (Taking step : added) {
            effect(step, at);
            taken.computeIfAbsent(step.matter().id, id -> new ArrayList<>())
                    .add(new Climb.Taken(step.step(), step.occasion(), step.takenOn()));
        }
        for (Supervision matter : sound) {
            schedule.reckon(matter, taken.getOrDefault(matter.id, List.of()), today.plusDays(1));
        }
        // They are written together, not one by one; whoever comes next begins with an empty memory.
        supervisions.getEntityManager().clear();
        run.write(sound);
        timeline.record(added.stream().map(step -> entry(step, at)).toList());
        return locked.size();
    }

    private List<Taking> due(Supervision matter, List<Climb.Taken> taken, LocalDate today, Instant at) {
        CountedDays days = schedule.days(matter);
        Climb climb = matter.climb(SupervisionSchedule.ofLadder(matter, taken));
        Stream<Taking> rungs = LadderSchedule.dueOn(matter.ladder(), climb, days, today).stream()
                .map(rung -> taking(matter, rung, today, at));
        Stream<Taking> goingOn = SupervisionSchedule.goingOn(matter, taken, days, today)
                .filter(today::equals)
                .map(on -> clockGoesOn(matter, on, today, at))
                .stream();
        return Stream.concat(goingOn, rungs).toList();
    }

    private static Taking taking(Supervision matter, Rung rung, LocalDate today, Instant at) {
        LadderStep step = rung.step();
        return new Taking(
                matter,
                step.code(),
                rung.occasion(),
                step.kind().code(),
                step.tell().stream().map(Audience::code).collect(Collectors.joining(",")),
                step.colour().code(),
                rung.scheduledOn(),
                today,
                at);
    }

    /** The step that tells a unit that its clock goes on after its last pause. */
    static Taking clockGoesOn(Supervision matter, LocalDate on, LocalDate today, Instant at) {
        return new Taking(
                matter,
                SupervisionSchedule.CLOCK_GOES_ON,
                matter.spans().size(),
                StepKind.REMINDER.code(),
                Audience.UNIT.code(),
                matter.climbed.told(),
                on,
                today,
                at);
    }

    private void effect(Taking taking, Instant at) {
        Supervision matter = taking.matter();
        LadderStep step = matter.ladder().steps().stream()
                .filter(each -> each.code().equals(taking.step()))
                .findFirst()
                .orElse(null);
        boolean escalates = step != null && step.escalates();
        if (step != null) {
            matter.climbed.higher(step.tell(), step.colour());
        }
        matter.climbed.escalations += escalates ? 1 : 0;
        matter.climbed.reminders += escalates ? 0 : 1;
        events.told(
                matter,
                new SupervisionEvents.Telling(
                        taking.step(), taking.kind(), taking.tell(), taking.scheduledOn(), null, ACTOR, at),
                escalates);
    }

    private static TimelineEntry entry(Taking taking, Instant at) {
        TimelineKind kind = taking.step().equals(SupervisionSchedule.CLOCK_GOES_ON)
                ? TimelineKind.RESUMED
                : taking.kind().equals(StepKind.LETTER.code()) ? TimelineKind.LETTER : TimelineKind.STEP_TAKEN;
        return new TimelineEntry(
                taking.matter().moment(), kind, at, ACTOR, null, taking.step() + " → " + taking.tell(), null);
    }
}
