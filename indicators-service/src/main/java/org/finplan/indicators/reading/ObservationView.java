package org.finplan.indicators.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Figure;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.ObservationKey;
import org.finplan.indicators.observation.Source;

/**
 * A version of a figure as it is sent.
 *
 * @param id id of the observation
 * @param indicator series code
 * @param region region code
 * @param kind kind of figure
 * @param period the period in the notation it was delivered in
 * @param periodStart first day
 * @param periodEnd last day
 * @param periodType year, half, quarter, month, year-to-date, day or range
 * @param value the figure, every digit kept; null for a target that is a benchmark without a number
 * @param unit unit code
 * @param delivered value and unit as delivered, when they differ
 * @param comparator how the value is meant when not exactly: approx, lt, gt, ge …
 * @param status how firm it is
 * @param primary whether it is the one that is judged, when two values were printed for one period
 * @param derivation the arithmetic, when it was computed from other figures
 * @param printed as printed
 * @param note remark
 * @param withdrawn true on a version that takes the figure back
 * @param version 1, 2, 3 …
 * @param reason why this version followed the one before
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 * @param source where it comes from
 * @param releasedAt when it was released: by its source, by its release, or by recording it
 * @param release id of the release that it came with
 * @param audience public or internal: whom it may be shown to
 * @param computed how it was computed, when it is not stored; it has no id and no version then
 * @param definition code of the definition of the series that it is by, mixed or unconfirmed; absent when the series has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Observation")
public record ObservationView(
        @Nullable UUID id,
        String indicator,
        String region,
        String kind,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        String periodType,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        String unit,
        @Nullable Delivered delivered,
        @Nullable String comparator,
        String status,
        boolean primary,
        @Nullable String derivation,
        @Nullable String printed,
        @Nullable String note,
        boolean withdrawn,
        @Nullable Integer version,
        @Nullable String reason,
        @Nullable Instant recordedAt,
        @Nullable String recordedBy,
        @Nullable Source source,
        @Nullable Instant releasedAt,
        @Nullable UUID release,
        @Nullable String audience,
        @Nullable ComputedView computed,
        @Nullable String definition) {

    /** A figure in the unit that it was delivered in. */
    public record Delivered(BigDecimal value, String unit) {}

    /** {@return a version as it is sent} */
    public static ObservationView of(Observation version, Definitions definitions) {
        ObservationKey key = version.key();
        Figure figure = version.figure();
        boolean converted = !figure.unit().equals(figure.deliveredUnit());
        return new ObservationView(
                version.id(),
                key.indicator(),
                key.region(),
                key.kind().code(),
                version.period().text(),
                version.period().start(),
                version.period().end(),
                version.period().type().code(),
                figure.value(),
                figure.unit(),
                converted ? new Delivered(figure.deliveredValue(), figure.deliveredUnit()) : null,
                figure.comparator().equals("eq") ? null : figure.comparator(),
                version.status().code(),
                key.variant().equals(ObservationKey.MAIN),
                figure.derivation(),
                figure.printed(),
                version.note(),
                version.withdrawn(),
                version.version(),
                version.reason() == null ? null : version.reason().code(),
                version.recordedAt(),
                version.recordedBy(),
                version.source(),
                version.releasedAt(),
                version.publication().release(),
                version.publication().audience().code(),
                null,
                definitions.code(version));
    }

    /** The same figure in another unit. */
    ObservationView in(BigDecimal other, String code) {
        return new ObservationView(
                id,
                indicator,
                region,
                kind,
                period,
                periodStart,
                periodEnd,
                periodType,
                other,
                code,
                delivered,
                comparator,
                status,
                primary,
                derivation,
                printed,
                note,
                withdrawn,
                version,
                reason,
                recordedAt,
                recordedBy,
                source,
                releasedAt,
                release,
                audience,
                computed,
                definition);
    }
}
