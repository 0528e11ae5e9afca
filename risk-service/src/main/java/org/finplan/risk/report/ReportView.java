package org.finplan.risk.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.report.identity.Contradiction;
import org.finplan.risk.report.schema.Identity;
import org.finplan.risk.report.schema.MetricSchema;

/**
 * What an institution reported for a period.
 *
 * @param institution its unified social credit code
 * @param period the period
 * @param periodStart its first day
 * @param periodEnd its last day
 * @param periodType its form
 * @param metrics the metrics
 * @param findings what the figures contradict themselves in
 */
@Schema(name = "InstitutionReport")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportView(
        String institution,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        String periodType,
        List<MetricVersion> metrics,
        List<FindingView> findings) {

    /**
     * An identity that the figures break.
     *
     * @param identity code of the identity
     * @param statement what it says
     * @param left sum of the left side
     * @param right sum of the right side
     * @param unit unit of both
     */
    @Schema(name = "ReportFinding")
    record FindingView(String identity, LocalizedText statement, BigDecimal left, BigDecimal right, String unit) {

        static FindingView of(Contradiction found, MetricSchema schema) {
            LocalizedText statement = schema.identity(found.identity())
                    .map(Identity::statement)
                    .orElse(new LocalizedText(found.identity(), found.identity()));
            return new FindingView(found.identity(), statement, found.left(), found.right(), found.unit());
        }
    }

    /** Of periods in their order. */
    static List<ReportView> of(
            String uscc,
            List<Period> periods,
            List<MetricVersion> metrics,
            Map<String, List<Contradiction>> found,
            MetricSchema schema) {
        Map<Period, List<MetricVersion>> byPeriod = metrics.stream()
                .collect(Collectors.groupingBy(version -> version.key().period()));
        return periods.stream()
                .map(period -> new ReportView(
                        uscc,
                        period.text(),
                        period.start(),
                        period.end(),
                        period.type().code(),
                        byPeriod.get(period),
                        found.getOrDefault(period.text(), List.of()).stream()
                                .map(each -> FindingView.of(each, schema))
                                .toList()))
                .toList();
    }
}
