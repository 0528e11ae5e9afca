package org.finplan.tasks.supervision.ladder;

import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.supervision.lifecycle.SupervisionState;

/**
 * A version of a ladder.
 *
 * @param code its name
 * @param version 1 for the one that comes with the program
 * @param city city that set it; the caller's city for one that comes with the program
 * @param name its name for readers
 * @param workingDays the time that a matter has whose deadline nobody says
 * @param steps its steps
 * @param createdBy who set it, null for one that comes with the program
 * @param createdAt when, or null
 */
@Schema(name = "SupervisionLadder")
record LadderView(
        String code,
        int version,
        String city,
        LocalizedText name,
        int workingDays,
        List<Step> steps,
        @Nullable String createdBy,
        @Nullable Instant createdAt) {

    /**
     * A step of a ladder.
     *
     * @param code its name
     * @param anchor due or moved
     * @param workingDays working days before (negative) or after the deadline, or since the state last moved
     * @param states the states in which it is taken
     * @param tell who hears of it
     * @param colour colour of the matter from then on
     * @param kind reminder or letter
     * @param escalates whether somebody beyond the unit hears of it, or a letter is written
     */
    @Schema(name = "SupervisionLadderStep")
    record Step(
            String code,
            Anchor anchor,
            int workingDays,
            List<SupervisionState> states,
            List<Audience> tell,
            Colour colour,
            StepKind kind,
            boolean escalates) {}

    static LadderView of(String city, Ladder ladder, @Nullable String by, @Nullable Instant at) {
        return new LadderView(
                ladder.code(),
                ladder.version(),
                city,
                ladder.name(),
                ladder.workingDays(),
                ladder.steps().stream()
                        .map(step -> new Step(
                                step.code(),
                                step.anchor(),
                                step.workingDays(),
                                step.states(),
                                step.tell(),
                                step.colour(),
                                step.kind(),
                                step.escalates()))
                        .toList(),
                by,
                at);
    }
}
