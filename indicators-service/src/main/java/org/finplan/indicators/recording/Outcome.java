package org.finplan.indicators.recording;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.platform.identifier.Identifiers;

/**
 * What becomes of one figure of a report.
 *
 * @param index place in the report
 * @param effect what happens to it
 * @param version the new version, or the one that is there when nothing changes; null when a reason is missing
 * @param previous the version before, or null for a first one
 */
public record Outcome(int index, Effect effect, Observation version, Observation previous) {

    /** What happens to a figure. */
    public enum Effect {
        /** It is new. */
        CREATED,
        /** It gets a further version. */
        REVISED,
        /** It is there already, with all that is said of it. */
        UNCHANGED,
        /** Its value differs from the one that is there, and it says no reason. */
        LACKS_REASON
    }

    /**
     * Decides what becomes of a figure.
     *
     * @param index place in the report
     * @param figure the figure
     * @param current the newest version that is there, or null
     * @param recordedAt when it was recorded, not before the newest version was known unless a release brings it
     * @param by who recorded it
     * @return the outcome
     */
    static Outcome of(int index, NewObservation figure, Observation current, Instant recordedAt, String by) {
        if (current == null) {
            ObservationStatus status = figure.status() == null ? ObservationStatus.PRELIMINARY : figure.status();
            return new Outcome(
                    index, Effect.CREATED, version(figure, Identifiers.next(), 1, status, recordedAt, by), null);
        }
        boolean sameValue = !current.withdrawn()
                && sameValue(figure.figure().value(), current.figure().value());
        if (sameValue && !figure.saysMoreThan(current)) {
            return new Outcome(index, Effect.UNCHANGED, current, current);
        }
        if (!sameValue && figure.reason() == null) {
            return new Outcome(index, Effect.LACKS_REASON, null, current);
        }
        NewObservation next = sameValue ? figure.completedBy(current) : figure;
        ObservationStatus status = next.status() == null ? current.status() : next.status();
        return new Outcome(
                index,
                Effect.REVISED,
                version(next, current.id(), current.version() + 1, status, recordedAt, by),
                current);
    }

    private static Observation version(
            NewObservation figure, UUID id, int version, ObservationStatus status, Instant recordedAt, String by) {
        return new Observation(
                id,
                version,
                figure.key(),
                figure.period(),
                figure.figure(),
                status,
                false,
                version == 1 ? null : figure.reason(),
                figure.source(),
                figure.note(),
                recordedAt,
                by,
                figure.publication());
    }

    private static boolean sameValue(BigDecimal one, BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** {@return whether there is a new version to store} */
    public boolean writes() {
        return effect == Effect.CREATED || effect == Effect.REVISED;
    }
}
