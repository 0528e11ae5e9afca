package org.finplan.tasks.supervision.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.finplan.tasks.supervision.clock.CountedDays;

/**
 * When the steps of a ladder are taken. Every day here is one that counts: worked, and not one on which the clock stands. A step
 * that was missed, since the service was down, comes on the next day that counts; of several the ladder takes one a day, in their
 * order. A step before the deadline is left out when it would come before the matter began or after the deadline.
 */
public final class LadderSchedule {

    private LadderSchedule() {}

    /**
     * The steps to be taken on a day.
     *
     * @param ladder the ladder
     * @param climb where the matter stands
     * @param days the days that count
     * @param today the day
     * @return at most one for each anchor; none on a day that does not count
     */
    public static List<Rung> dueOn(Ladder ladder, Climb climb, CountedDays days, LocalDate today) {
        if (!days.isCounted(today)) {
            return List.of();
        }
        List<Rung> ahead = ahead(ladder, climb, days, today).toList();
        List<Rung> due = new ArrayList<>();
        for (Anchor anchor : Anchor.values()) {
            ahead.stream()
                    .filter(rung -> rung.step().anchor() == anchor)
                    .filter(rung -> rung.on().equals(today))
                    .min(order())
                    .ifPresent(due::add);
        }
        return due;
    }

    /**
     * The next day on which a step is to be taken, if nothing else happens.
     *
     * @param ladder the ladder
     * @param climb where the matter stands
     * @param days the days that count
     * @param earliest the earliest day
     * @return the day, empty when no step is left
     */
    public static Optional<LocalDate> next(Ladder ladder, Climb climb, CountedDays days, LocalDate earliest) {
        return ahead(ladder, climb, days, earliest).map(Rung::on).min(LocalDate::compareTo);
    }

    private static Stream<Rung> ahead(Ladder ladder, Climb climb, CountedDays days, LocalDate earliest) {
        return ladder.steps().stream()
                .filter(step -> step.states().contains(climb.state()) && !climb.hasTaken(step))
                .map(step -> rung(ladder, step, climb, days, earliest))
                .flatMap(Optional::stream);
    }

    private static Optional<Rung> rung(
            Ladder ladder, LadderStep step, Climb climb, CountedDays days, LocalDate earliest) {
        boolean before = step.anchor() == Anchor.DUE && step.workingDays() <= 0;
        LocalDate scheduled = days.add(step.anchor() == Anchor.DUE ? climb.due() : climb.movedOn(), step.workingDays());
        LocalDate free = climb.last(ladder, step.anchor())
                .map(last -> last.plusDays(1))
                .filter(day -> day.isAfter(earliest))
                .orElse(earliest);
        LocalDate on = days.onOrAfter(scheduled.isAfter(free) ? scheduled : free);
        if (before && (!scheduled.isAfter(climb.startedOn()) || on.isAfter(days.onOrAfter(climb.due())))) {
            return Optional.empty();
        }
        return Optional.of(new Rung(step, climb.occasion(step), scheduled, on));
    }

    private static Comparator<Rung> order() {
        return Comparator.comparing(Rung::scheduledOn)
                .thenComparing(rung -> rung.step().workingDays());
    }
}
