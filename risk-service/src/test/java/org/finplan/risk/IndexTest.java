package org.finplan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.QueryPlan;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read has an index: it is what EXPLAIN names when the table may not be read from its beginning to its end. */
@FinplanTest
class IndexTest {

    @Inject
    Jdbi jdbi;

    private List<String> plan(String sql) {
        return QueryPlan.of(jdbi, sql, QueryPlan.Way.BITMAPS, QueryPlan.Way.SORTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT institution, period, metric, value, version FROM report_metric WHERE institution = 'A'"
                        + " AND replaced_at IS NULL ORDER BY period_end | ix_report_metric_period",
                "SELECT period FROM report_metric WHERE institution = 'A' AND recorded_at <= now()"
                        + " ORDER BY period_end DESC, period DESC LIMIT 5 | ix_report_metric_history",
                "SELECT period_end FROM report_receipt WHERE institution = 'A' AND source = 'b' AND period_type = 'month'"
                        + " ORDER BY period_end DESC LIMIT 1 | ix_report_receipt_period",
                "SELECT received_at FROM report_receipt WHERE institution = 'A' AND source = 'b'"
                        + " ORDER BY received_at DESC LIMIT 1 | ix_report_receipt_received",
                "SELECT * FROM report_finding WHERE institution = 'A' AND period = ANY ('{2025,2024}') AND found_at <= now()"
                        + " | ix_report_finding_known"
            })
    void whatReportsAskForHasAnIndex(String sql, String index) {
        assertThat(plan(sql)).anySatisfy(line -> assertThat(line).contains(index));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT fields FROM network_fact WHERE region = 'A' AND kind = 'firm' AND key > 'B' AND NOT withdrawn"
                        + " AND recorded_at <= now() AND (replaced_at IS NULL OR replaced_at > now()) ORDER BY key LIMIT 2000"
                        + " | ix_network_fact_key",
                "SELECT * FROM network_fact WHERE region = 'A' AND kind = 'firm' AND key = ANY ('{B}') AND replaced_at IS NULL"
                        + " | uq_network_fact_current"
            })
    void whatNetworksAskForHasAnIndex(String sql, String index) {
        assertThat(plan(sql)).anySatisfy(line -> assertThat(line).contains(index));
    }

    /** Two indexes answer a question with "or" together, as a bitmap. */
    @Test
    void whetherInstitutionsAreTiedIsAskedOfIndexes() {
        List<String> plan =
                QueryPlan.of(jdbi, "SELECT FROM ownership_link WHERE owned = ANY ('{A}') OR holder_key = ANY ('{A}')");
        assertThat(plan)
                .anySatisfy(line -> assertThat(line).contains("ix_ownership_link_owned"))
                .anySatisfy(line -> assertThat(line).contains("ix_ownership_link_holder"));
    }
}
