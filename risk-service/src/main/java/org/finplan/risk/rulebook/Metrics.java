package org.finplan.risk.rulebook;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.finplan.risk.report.schema.Metric;
import org.finplan.risk.report.schema.MetricSchema;
import org.finplan.risk.report.schema.MetricSchemas;
import org.finplan.risk.rulebook.formula.MetricCatalogue;

/** The metrics that rules may name: those of the schemas of reports. */
@ApplicationScoped
public class Metrics {

    private final MetricCatalogue catalogue;

    Metrics(MetricSchemas schemas) {
        Map<String, MetricCatalogue.Metric> all = new LinkedHashMap<>();
        Map<String, Set<String>> byKind = new TreeMap<>();
        for (String kind : schemas.kinds()) {
            List<Metric> metrics = schemas.of(kind).map(MetricSchema::metrics).orElse(List.of());
            byKind.put(kind, metrics.stream().map(Metric::code).collect(Collectors.toSet()));
            metrics.forEach(metric -> all.put(
                    metric.code(),
                    new MetricCatalogue.Metric(metric.code(), metric.name(), metric.unit(), metric.derived())));
        }
        catalogue = new MetricCatalogue(List.copyOf(all.values()), byKind);
    }

    /** {@return the metrics} */
    public MetricCatalogue catalogue() {
        return catalogue;
    }
}
