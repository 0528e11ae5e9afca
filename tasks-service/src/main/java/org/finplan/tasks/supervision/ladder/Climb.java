package org.finplan.tasks.supervision.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * Where a matter stands on its ladder.
 *
 * @param state its state
 * @param startedOn the day it was registered
 * @param movedOn the day its state last moved
 * @param moves how often its state moved
 * @param due its current deadline
 * @param deadlines how many deadlines it has had: 1, and one more with each extension
 * @param taken the steps that were taken
 */
public record Climb(
        SupervisionState state,
        LocalDate startedOn,
        LocalDate movedOn,
        int moves,
        LocalDate due,
        int deadlines,
        List<Taken> taken) {

    public Climb {
        taken = List.copyOf(taken);
    }

    /**
     * A step that was taken.
     *
     * @param step code of the step
     * @param occasion which deadline, or which move, it was taken for
     * @param on when
     */
    public record Taken(String step, int occasion, LocalDate on) {}

    /** Which deadline, or which move, a step would be taken for now. */
    int occasion(LadderStep step) {
        return step.anchor() == Anchor.DUE ? deadlines : moves;
    }

    boolean hasTaken(LadderStep step) {
        return taken.stream().anyMatch(each -> each.step().equals(step.code()) && each.occasion() == occasion(step));
    }

    /** When a step of an anchor was last taken: no two of one anchor come on one day. */
    Optional<LocalDate> last(Ladder ladder, Anchor anchor) {
        return taken.stream()
                .filter(each -> ladder.steps().stream()
                        .anyMatch(step -> step.code().equals(each.step()) && step.anchor() == anchor))
                .map(Taken::on)
                .max(LocalDate::compareTo);
    }
}
