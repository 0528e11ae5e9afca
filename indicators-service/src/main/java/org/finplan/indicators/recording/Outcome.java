package org.finplan.indicators.recording;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.finplan.indicators.observation.NewVersion;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.platform.identifier.Identifiers;

/**
 * What becomes of one figure of a report. The newest version always counts: what its source released before the version that
 * counts takes its place in the history, and that version is stated again after it.
 *
 * @param index place in the report
 * @param effect what happens to it
 * @param version the new version, or the one that is there when nothing changes; null when a reason is missing
 * @param previous the version before, or null for a first one
 * @param restated the version that goes on counting after a late arrival, null for any other outcome
 */
public record Outcome(int index, Effect effect, Observation version, Observation previous, Observation restated) {

    /** What happens to a figure. */
    public enum Effect {
        /** It is new. */
        CREATED,
        /** It gets a further version. */
        REVISED,
        /** It was released before the version that counts: it joins the history. */
        LATE,
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
                    index, Effect.CREATED, version(figure, Identifiers.next(), 1, status, recordedAt, by), null, null);
        }
        boolean sameValue = !current.withdrawn() && figure.figure().hasValueOf(current.figure());
        if (sameValue && !figure.saysMoreThan(current)) {
            return new Outcome(index, Effect.UNCHANGED, current, current, null);
        }
        if (!sameValue && figure.reason() == null) {
            return new Outcome(index, Effect.LACKS_REASON, null, current, null);
        }
        NewObservation next = sameValue ? figure.completedBy(current) : figure.byDefinitionOf(current);
        ObservationStatus status = next.status() == null ? current.status() : next.status();
        Observation version = version(next, current.id(), current.version() + 1, status, recordedAt, by);
        return isLate(figure, current)
                ? new Outcome(index, Effect.LATE, version, current, restated(current, recordedAt, by))
                : new Outcome(index, Effect.REVISED, version, current, null);
    }

    /** The first version of a figure that says its status, or the one that takes the place of all that is there. */
    static Observation next(NewObservation figure, Observation newest, Instant recordedAt, String by) {
        return newest == null
                ? version(figure, Identifiers.next(), 1, figure.status(), recordedAt, by)
                : version(figure, newest.id(), newest.version() + 1, figure.status(), recordedAt, by);
    }

    /** Days of release are compared where both are said; what was released by recording it gives way to what comes after. */
    private static boolean isLate(NewObservation figure, Observation current) {
        Instant released = figure.publication().releasedAt();
        Instant counting = current.publication().releasedAt();
        return !current.withdrawn() && released != null && counting != null && released.isBefore(counting);
    }

    private static Observation restated(Observation current, Instant recordedAt, String by) {
        return new Observation(
                current.id(),
                current.version() + 2,
                current.key(),
                current.period(),
                current.figure(),
                current.status(),
                false,
                RevisionReason.ROUTINE,
                current.source(),
                current.note(),
                recordedAt,
                by,
                current.publication());
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

    /** {@return whether there is a new version to store} */
    public boolean writes() {
        return effect == Effect.CREATED || revises();
    }

    /** {@return whether a figure that was there gets a further version} */
    public boolean revises() {
        return effect == Effect.REVISED || effect == Effect.LATE;
    }

    /** {@return the versions to store, each with whether it counts} */
    Stream<NewVersion> versions() {
        return restated == null
                ? Stream.of(new NewVersion(version, previous, true))
                : Stream.of(new NewVersion(version, previous, false), new NewVersion(restated, previous, true));
    }

    /** {@return the version that counts, null when a reason is missing} */
    public Observation counting() {
        return restated == null ? version : restated;
    }
}
