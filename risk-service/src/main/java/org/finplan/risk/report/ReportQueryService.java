package org.finplan.risk.report;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.finplan.platform.period.Period;
import org.finplan.platform.web.paging.CursorParameters;
import org.finplan.platform.web.paging.Page;
import org.finplan.platform.web.time.AsOf;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.list.CodeParameter;
import org.finplan.risk.list.TimePosition;
import org.finplan.risk.report.schema.MetricSchema;
import org.finplan.risk.report.schema.MetricSchemas;

/** Reads what an institution reported, as it was known at any time. */
@ApplicationScoped
class ReportQueryService {

    private final MetricRepository metrics;
    private final FindingRepository findings;
    private final MetricSchemas schemas;
    private final Institutions institutions;
    private final Clock clock;

    ReportQueryService(
            MetricRepository metrics,
            FindingRepository findings,
            MetricSchemas schemas,
            Institutions institutions,
            Clock clock) {
        this.metrics = metrics;
        this.findings = findings;
        this.schemas = schemas;
        this.institutions = institutions;
        this.clock = clock;
    }

    @Transactional
    Page<ReportView> list(String uscc, @Nullable String period, AsOf asOf, CursorParameters paging) {
        Institution institution = institutions.require(uscc);
        Period wanted = CodeParameter.of("period", period, Period::find, Period.NOTATIONS);
        Instant at = asOf.orElse(clock.instant());
        Period after = paging.afterKey().map(ReportQueryService::position).orElse(null);
        List<Period> periods =
                metrics.periods(uscc, wanted == null ? null : wanted.text(), at, after, paging.limit() + 1);
        MetricSchema schema = schemas.of(institution.kind()).orElseThrow();
        List<ReportView> rows = ReportView.of(
                uscc, periods, metrics.metrics(uscc, periods, at), findings.known(uscc, periods, at), schema);
        return Page.of(rows, paging.limit(), row -> paging.cursor(row.period()), null);
    }

    private static Period position(String key) {
        return Period.find(key).orElseThrow(() -> TimePosition.damaged(List.of(key)));
    }
}
