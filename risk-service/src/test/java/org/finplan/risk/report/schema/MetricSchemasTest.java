package org.finplan.risk.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the shipped schemas say holds together. */
class MetricSchemasTest {

    private static final MetricSchemas SCHEMAS = SampleSchemas.all();

    @Test
    void everyKindHasASchemaWithTheBalanceSheet() {
        assertThat(SCHEMAS.kinds()).hasSize(20);
        assertThat(SCHEMAS.kinds().stream().map(SampleSchemas::of))
                .allMatch(schema -> schema.reported().containsAll(List.of("total-assets", "net-assets"))
                        && schema.identity("balance").isPresent());
    }

    @Test
    void everyFormulaIsOverMetricsOfTheSameSchemaAndNeverOverItself() {
        for (String kind : SCHEMAS.kinds()) {
            MetricSchema schema = SampleSchemas.of(kind);
            for (Metric metric : schema.metrics()) {
                Set<String> operands = operands(metric);
                assertThat(operands)
                        .as(kind + " " + metric.code())
                        .doesNotContain(metric.code())
                        .allMatch(operand -> schema.metric(operand).isPresent());
                assertThat(operands.stream()
                                .flatMap(operand ->
                                        operands(schema.metric(operand).orElseThrow()).stream()))
                        .as("no circle through " + metric.code())
                        .doesNotContain(metric.code());
            }
        }
    }

    @Test
    void everyMetricIsNamedByAWholeWordsCodeAndHasAUnitThatExists() {
        for (String kind : SCHEMAS.kinds()) {
            assertThat(SampleSchemas.of(kind).metrics())
                    .allMatch(metric -> metric.code().matches("[a-z]+(-[a-z]+)*"))
                    .allMatch(metric -> SCHEMAS.acceptedUnits(metric).contains(metric.unit()));
        }
    }

    private static Set<String> operands(Metric metric) {
        return metric.derived() == null
                ? Set.of()
                : Arrays.stream(metric.derived().split(" "))
                        .filter(word -> word.matches("[a-z-]{2,}"))
                        .collect(Collectors.toSet());
    }
}
