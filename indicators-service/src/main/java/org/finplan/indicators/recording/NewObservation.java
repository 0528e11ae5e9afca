package org.finplan.indicators.recording;

import java.util.Objects;
import org.finplan.indicators.observation.Audience;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.ObservationStatus;
import org.finplan.indicators.observation.Publication;
import org.finplan.indicators.observation.RevisionReason;
import org.finplan.indicators.observation.Source;
import org.finplan.platform.period.Period;

/**
 * A figure on its way in, checked.
 *
 * @param key what it is about
 * @param period the period in the notation it was delivered in
 * @param figure the value
 * @param status how firm it is, or null when the report does not say
 * @param reason why it revises an earlier version, or null
 * @param source where it comes from
 * @param sourceNamed whether its author named the source; otherwise it is the usual one, and nothing is said by it
 * @param note remark, or null
 * @param publication when and how it is released
 */
public record NewObservation(
        ObservationKey key,
        Period period,
        Figure figure,
        ObservationStatus status,
        RevisionReason reason,
        Source source,
        boolean sourceNamed,
        String note,
        Publication publication) {

    /**
     * The same figure for another reason.
     *
     * @param other why it revises an earlier version
     * @return the figure
     */
    public NewObservation because(RevisionReason other) {
        return new NewObservation(key, period, figure, status, other, source, sourceNamed, note, publication);
    }

    /**
     * The same figure released in another way.
     *
     * @param other when and how it is released
     * @return the figure
     */
    public NewObservation published(Publication other) {
        return new NewObservation(key, period, figure, status, reason, source, sourceNamed, note, other);
    }

    /**
     * The same figure by the definition of a version of it, unless it says its own.
     *
     * @param version a version of the same figure
     * @return the figure
     */
    NewObservation byDefinitionOf(Observation version) {
        Figure by = figure.definition() == null ? figure.by(version.figure().definition()) : figure;
        return new NewObservation(key, period, by, status, reason, source, sourceNamed, note, publication);
    }

    /**
     * Whether more is said than a version says already, apart from the value: another status, source, note, definition or day of release,
     * or that everybody may know it. What is left out says nothing, and neither does the day of a release that it comes with
     * unless that was earlier: then more is known of the past.
     *
     * @param version a version of the same figure
     * @return whether a version that says so would be another one
     */
    boolean saysMoreThan(Observation version) {
        boolean otherRelease = publication.releasedAt() != null
                && (publication.release() == null
                        ? !publication.releasedAt().equals(version.releasedAt())
                        : publication.releasedAt().isBefore(version.releasedAt()));
        boolean opened = publication.audience() == Audience.PUBLIC
                && version.publication().audience() == Audience.INTERNAL;
        return (status != null && status != version.status())
                || (sourceNamed && !source.equals(version.source()))
                || (note != null && !note.equals(version.note()))
                || (figure.definition() != null
                        && !figure.definition().equals(version.figure().definition()))
                || otherRelease
                || opened;
    }

    /**
     * Whether a version says all that this figure says: value, wording, status, source, note and release.
     *
     * @param version a version of the same figure
     * @return whether another version of it would add nothing
     */
    public boolean isSaidBy(Observation version) {
        Figure there = version.figure();
        return figure.hasValueOf(there)
                && figure.unit().equals(there.unit())
                && figure.deliveredUnit().equals(there.deliveredUnit())
                && figure.comparator().equals(there.comparator())
                && Objects.equals(figure.printed(), there.printed())
                && Objects.equals(figure.derivation(), there.derivation())
                && Objects.equals(note, version.note())
                && publication.audience() == version.publication().audience()
                && !saysMoreThan(version);
    }

    /**
     * The same figure with what a version of it says and this one does not. A status or a source that changes by itself is
     * routine unless a reason is given.
     *
     * @param version a version of the same figure with the same value
     * @return the figure
     */
    NewObservation completedBy(Observation version) {
        return new NewObservation(
                key,
                period,
                byDefinitionOf(version).figure(),
                status,
                reason == null ? RevisionReason.ROUTINE : reason,
                sourceNamed ? source : version.source(),
                sourceNamed,
                note == null ? version.note() : note,
                new Publication(
                        publication.releasedAt(),
                        publication.release(),
                        publication.release() == null ? version.publication().audience() : publication.audience()));
    }
}
