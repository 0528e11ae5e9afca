package org.finplan.indicators.attainment;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.observation.Source;

/**
 * A value and where it comes from.
 *
 * @param value the value
 * @param period its period
 * @param region region code
 * @param observation id of the observation
 * @param version its version
 * @param status how firm it is
 * @param recordedAt when the suite learned it
 * @param source the document
 * @param definition code of the definition that it is by, mixed or unconfirmed; null when the series has none
 */
record JudgedValue(
        BigDecimal value,
        String period,
        String region,
        UUID observation,
        int version,
        String status,
        Instant recordedAt,
        Source source,
        @Nullable String definition) {

    static JudgedValue of(Observation version, Definitions definitions) {
        return version == null
                ? null
                : new JudgedValue(
                        version.figure().value(),
                        version.period().text(),
                        version.key().region(),
                        version.id(),
                        version.version(),
                        version.status().code(),
                        version.recordedAt(),
                        version.source(),
                        definitions.code(version));
    }
}
