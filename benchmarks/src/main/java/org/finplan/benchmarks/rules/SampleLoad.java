package org.finplan.benchmarks.rules;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Loads the invented institutions, rules and reports. Done as superuser, because a bulk load is no service. */
final class SampleLoad {

    private static final int AT_ONCE = 5_000;

    private static final String RULE = """
            INSERT INTO rule_version (code, version, state, content, created_by, created_at, published_at)
            VALUES (?, 1, 'published', CAST(? AS jsonb), 'benchmark', now(), now())""";

    private static final String RULE_SET = """
            INSERT INTO rule_set (members, changed_by, made_at)
            SELECT array_agg(code || '@' || version), 'benchmark', now() FROM rule_version WHERE state = 'published'""";

    private static final String INSTITUTION = """
            INSERT INTO institution (uscc, version, name, kind, region, status, since, uscc_exception, created_by, created_at, updated_at)
            VALUES (?, 1, ?, ?, '441202', 'operating', '2020-01-01', 'sample', 'benchmark', now(), now())""";

    private static final String METRIC = """
            INSERT INTO report_metric (institution, metric, period, period_end, version, value, unit, source, recorded_by, recorded_at)
            VALUES (?, ?, ?, ?, 1, ?, 'CNY', 'institution', 'benchmark', now())""";

    private final Connection superuser;

    SampleLoad(Connection superuser) {
        this.superuser = superuser;
    }

    void run(int institutions) throws SQLException {
        RunBenchmark.execute(
                superuser, "UPDATE rule_version SET state = 'retired', retired_at = now() WHERE state = 'published'");
        superuser.setAutoCommit(false);
        try (PreparedStatement rule = superuser.prepareStatement(RULE)) {
            for (SampleRules.Sample sample : SampleRules.all()) {
                rule.setString(1, sample.code());
                rule.setString(2, SampleRules.json(sample));
                rule.addBatch();
            }
            rule.executeBatch();
        }
        RunBenchmark.execute(superuser, RULE_SET);
        institutions(institutions);
        metrics(institutions);
        superuser.commit();
        superuser.setAutoCommit(true);
        // As autovacuum leaves them: the rows are read of the index alone.
        RunBenchmark.execute(superuser, "VACUUM (ANALYZE) institution, report_metric");
    }

    private void institutions(int count) throws SQLException {
        try (PreparedStatement row = superuser.prepareStatement(INSTITUTION)) {
            for (int i = 0; i < count; i++) {
                row.setString(1, SampleReports.institution(i));
                row.setString(2, SampleReports.NAME);
                row.setString(3, SampleReports.KIND);
                row.addBatch();
            }
            row.executeBatch();
        }
    }

    private void metrics(int institutions) throws SQLException {
        List<String> metrics = SampleReports.metrics();
        try (PreparedStatement row = superuser.prepareStatement(METRIC)) {
            int waiting = 0;
            for (int i = 0; i < institutions; i++) {
                for (int period = 0; period < SampleReports.PERIODS; period++) {
                    for (int metric = 0; metric < metrics.size(); metric++) {
                        row.setString(1, SampleReports.institution(i));
                        row.setString(2, metrics.get(metric));
                        row.setString(3, SampleReports.period(period).text());
                        row.setObject(4, SampleReports.period(period).end());
                        row.setInt(5, SampleReports.figure(i, period, metric));
                        row.addBatch();
                        if (++waiting % AT_ONCE == 0) {
                            row.executeBatch();
                        }
                    }
                }
            }
            row.executeBatch();
        }
    }
}
