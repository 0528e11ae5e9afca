package org.finplan.indicators.recording;

import java.time.Instant;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.RevisionReason;

/**
 * A figure that a plan package brings, all of it: what the version before said and this one does not is said no more.
 *
 * @param figure the figure, with its status
 * @param newest the newest version of it, or null when there is none
 */
public record Brought(NewObservation figure, Observation newest) {

    NewVersion version(Instant now, String by) {
        NewObservation next = newest == null ? figure : figure.because(RevisionReason.CORRECTION);
        return new NewVersion(Outcome.next(next, newest, now, by), newest, true);
    }
}
