package org.finplan.indicators.recording;

import org.finplan.indicators.observation.Figure;
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
        String note,
        Publication publication) {

    /**
     * The same figure for another reason.
     *
     * @param other why it revises an earlier version
     * @return the figure
     */
    public NewObservation because(RevisionReason other) {
        return new NewObservation(key, period, figure, status, other, source, note, publication);
    }

    /**
     * The same figure released in another way.
     *
     * @param other when and how it is released
     * @return the figure
     */
    public NewObservation published(Publication other) {
        return new NewObservation(key, period, figure, status, reason, source, note, other);
    }
}
