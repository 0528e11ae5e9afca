package org.finplan.tasks.supervision;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.platform.time.BusinessTime;
import org.finplan.tasks.supervision.clock.CountedDays;
import org.finplan.tasks.supervision.clock.Standstill;
import org.finplan.tasks.supervision.ladder.Climb;
import org.finplan.tasks.supervision.ladder.LadderSchedule;
import org.finplan.tasks.supervision.ladder.LadderStep;
import org.finplan.tasks.workday.CityCalendar;
import org.finplan.tasks.workday.CityCalendars;

/** Reckons the deadline of a matter, and the next day on which something happens to it by itself, by the calendar of its city. */
@ApplicationScoped
class SupervisionSchedule {

    /** The step that tells a unit that its clock goes on. */
    static final String CLOCK_GOES_ON = "clock-goes-on";

    /** What happens by itself happens in office hours, from nine in the morning in China. */
    private static final Duration MORNING = Duration.ofHours(9);

    private final CityCalendars calendars;
    private final StepRepository steps;
    private final Clock clock;

    SupervisionSchedule(CityCalendars calendars, StepRepository steps, Clock clock) {
        this.calendars = calendars;
        this.steps = steps;
        this.clock = clock;
    }

    LocalDate today() {
        return BusinessTime.today(clock);
    }

    /** The last day whose morning has come. */
    static LocalDate officeDay(Instant now) {
        return BusinessTime.dayOf(now.minus(MORNING));
    }

    CityCalendar calendar(Supervision matter) {
        return calendars.of(matter.region);
    }

    CountedDays days(Supervision matter) {
        return matter.days(calendar(matter).days());
    }

    /** Reckons after a move or a decision of somebody. */
    void reckon(Supervision matter) {
        reckon(matter, steps.taken(matter.id), today());
    }

    /**
     * Reckons the deadline and the next day.
     *
     * @param taken the steps that were taken
     * @param earliest the earliest day on which something may happen
     */
    void reckon(Supervision matter, List<Climb.Taken> taken, LocalDate earliest) {
        CityCalendar calendar = calendar(matter);
        CountedDays days = matter.days(calendar.days());
        if (matter.originalDue == null) {
            matter.firstDeadline(calendar.days());
        } else if (matter.state.isOpen()) {
            matter.reckoned(matter.deadline().reckoned(matter.time.limit(), days), calendar.fingerprint());
        }
        matter.calendar = calendar.fingerprint();
        matter.climbed.nextOn = matter.state.isOpen() ? next(matter, taken, days, earliest) : null;
    }

    @Nullable
    private static LocalDate next(Supervision matter, List<Climb.Taken> taken, CountedDays days, LocalDate earliest) {
        // The step that says that the clock goes on is none of the ladder.
        Optional<LocalDate> rung =
                LadderSchedule.next(matter.ladder(), matter.climb(ofLadder(matter, taken)), days, earliest);
        return Stream.concat(rung.stream(), goingOn(matter, taken, days, earliest).stream())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The steps of the ladder among those that were taken. */
    static List<Climb.Taken> ofLadder(Supervision matter, List<Climb.Taken> taken) {
        List<String> codes =
                matter.ladder().steps().stream().map(LadderStep::code).toList();
        return taken.stream().filter(each -> codes.contains(each.step())).toList();
    }

    /** When the last pause ends by itself and nobody was told of it yet. */
    static Optional<LocalDate> goingOn(
            Supervision matter, List<Climb.Taken> taken, CountedDays days, LocalDate earliest) {
        List<Standstill> spans = matter.spans();
        boolean told = spans.isEmpty()
                || taken.stream()
                        .anyMatch(each -> each.step().equals(CLOCK_GOES_ON) && each.occasion() == spans.size());
        if (told || !matter.state.isOpen()) {
            return Optional.empty();
        }
        LocalDate until = spans.get(spans.size() - 1).until();
        return Optional.of(days.onOrAfter(until.isAfter(earliest) ? until : earliest));
    }
}
