package org.finplan.indicators.attainment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
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
 */
record JudgedValue(
        BigDecimal value,
        String period,
        String region,
        UUID observation,
        int version,
        String status,
        Instant recordedAt,
        Source source) {

    static JudgedValue of(Observation version) {
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
                        version.source());
    }
}
