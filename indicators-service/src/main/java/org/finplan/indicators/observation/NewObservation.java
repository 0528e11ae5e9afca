package org.finplan.indicators.observation;

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
 */
public record NewObservation(
        ObservationKey key,
        Period period,
        Figure figure,
        ObservationStatus status,
        RevisionReason reason,
        Source source,
        String note) {}
