package org.finplan.indicators.recording;

import java.util.List;

/**
 * What publishing figures did.
 *
 * @param created figures that are new
 * @param revised figures that revise earlier ones, in their value or in what is said of it
 * @param unchanged figures that were there already, with the same value and all else that is said of them
 */
public record Published(int created, int revised, int unchanged) {

    /** {@return what recording outcomes does} */
    public static Published of(List<Outcome> outcomes) {
        return new Published(
                count(outcomes, Outcome.Effect.CREATED),
                (int) outcomes.stream().filter(Outcome::revises).count(),
                count(outcomes, Outcome.Effect.UNCHANGED));
    }

    private static int count(List<Outcome> outcomes, Outcome.Effect effect) {
        return (int)
                outcomes.stream().filter(outcome -> outcome.effect() == effect).count();
    }
}
