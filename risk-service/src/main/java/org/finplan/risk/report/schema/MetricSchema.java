package org.finplan.risk.report.schema;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What institutions of a kind report.
 *
 * @param kind code of the kind
 * @param version version of the schemas
 * @param basis whose statements the metrics are taken from: unconsolidated
 * @param metrics the metrics
 * @param identities what the figures of a period must agree in
 */
@Schema(name = "MetricSchema")
public record MetricSchema(String kind, int version, String basis, List<Metric> metrics, List<Identity> identities) {

    /**
     * Finds a metric.
     *
     * @param code its code
     * @return the metric, empty when institutions of this kind do not have it
     */
    public Optional<Metric> metric(String code) {
        return metrics.stream().filter(metric -> metric.code().equals(code)).findFirst();
    }

    /**
     * Finds an identity.
     *
     * @param code its code
     * @return the identity, empty when the schema has none of that code
     */
    public Optional<Identity> identity(String code) {
        return identities.stream()
                .filter(identity -> identity.code().equals(code))
                .findFirst();
    }

    /** {@return the codes of the metrics that are reported, not derived} */
    @JsonIgnore
    public List<String> reported() {
        return metrics.stream()
                .filter(metric -> metric.derived() == null)
                .map(Metric::code)
                .toList();
    }
}
