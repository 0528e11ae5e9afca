package org.finplan.tasks.supervision.ladder;

import java.util.List;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * One step of a ladder.
 *
 * @param code its name, once in its ladder
 * @param anchor what its working days are counted from
 * @param workingDays how many; before the deadline negative, since the last move at least 1
 * @param states the states in which it is taken
 * @param tell who hears of it, not empty
 * @param colour the colour that the matter has from then on, unless it has a graver one
 * @param kind reminder or letter
 */
public record LadderStep(
        String code,
        Anchor anchor,
        int workingDays,
        List<SupervisionState> states,
        List<Audience> tell,
        Colour colour,
        StepKind kind) {

    public LadderStep {
        states = List.copyOf(states);
        tell = List.copyOf(tell);
    }

    /** {@return whether somebody beyond the unit's own people hears of it, or a letter is written} */
    public boolean escalates() {
        return kind == StepKind.LETTER || tell.stream().anyMatch(who -> who != Audience.UNIT);
    }
}
