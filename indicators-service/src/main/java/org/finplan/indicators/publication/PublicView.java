package org.finplan.indicators.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Source;

/**
 * A published figure as everybody sees it.
 *
 * @param id id of the observation
 * @param indicator series code
 * @param region region code
 * @param kind kind of figure
 * @param period the period in the notation of its source
 * @param periodStart first day
 * @param periodEnd last day
 * @param value the figure, every digit kept; null when its source prints no number
 * @param unit unit code
 * @param comparator how the value is meant when not exactly: approx, lt, gt, ge …
 * @param status how firm it is
 * @param primary whether it is the main one, when two values were printed for one period
 * @param printed as printed
 * @param version 1, 2, 3 … of the figure; numbers of versions that were not published are missing
 * @param source the document that it stands in
 * @param definition code of the definition of the series that it is by, mixed or unconfirmed: figures of different definitions
 *     cannot be compared without the breaks between them; absent when the series has none
 */
@Schema(name = "PublicObservation")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PublicView(
        UUID id,
        String indicator,
        String region,
        String kind,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        String unit,
        @Nullable String comparator,
        String status,
        boolean primary,
        @Nullable String printed,
        int version,
        Source source,
        @Nullable String definition) {

    static PublicView of(Observation version, String definition) {
        ObservationKey key = version.key();
        Figure figure = version.figure();
        return new PublicView(
                version.id(),
                key.indicator(),
                key.region(),
                key.kind().code(),
                version.period().text(),
                version.period().start(),
                version.period().end(),
                figure.value(),
                figure.unit(),
                figure.comparator().equals("eq") ? null : figure.comparator(),
                version.status().code(),
                key.variant().equals(ObservationKey.MAIN),
                figure.printed(),
                version.version(),
                version.source(),
                definition);
    }
}
