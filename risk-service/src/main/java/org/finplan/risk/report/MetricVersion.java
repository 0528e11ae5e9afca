package org.finplan.risk.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A version of a metric of an institution's period.
 *
 * @param key institution and period
 * @param metric code of the metric
 * @param value the value
 * @param unit code of its unit
 * @param version counted from 1
 * @param reason why it differs from the version before, or null
 * @param source who delivered
 * @param recordedBy subject who reported it
 * @param recordedAt when it became known
 */
@Schema(name = "ReportedMetric")
@JsonInclude(JsonInclude.Include.ALWAYS)
record MetricVersion(
        @JsonIgnore @Schema(hidden = true) InstitutionPeriod key,
        String metric,
        BigDecimal value,
        String unit,
        int version,
        @Nullable String reason,
        String source,
        String recordedBy,
        Instant recordedAt) {

    /** {@return what stands for the same metric in all versions} */
    Name name() {
        return new Name(key, metric);
    }

    /**
     * A metric of an institution's period.
     *
     * @param key institution and period
     * @param metric code of the metric
     */
    record Name(InstitutionPeriod key, String metric) {}
}
