package org.finplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.SchemaContract;
import org.junit.jupiter.api.Test;

/** What the database itself guarantees, whatever the code does. */
@FinplanTest
class StorageTest {

    private static final String COLUMNS =
            "indicator, region, kind, period_end, period_start, variant, version, id, period, value, unit,"
                    + " delivered_value, delivered_unit, comparator, status, withdrawn, reason, source_title,"
                    + " source_reference, source_clause, also_in, quality, printed, derivation, note, recorded_at,"
                    + " recorded_by, released_at, release, audience";

    @ConfigProperty(name = "finplan.database.url")
    String url;

    @ConfigProperty(name = "finplan.database.username")
    String user;

    @ConfigProperty(name = "finplan.database.password")
    String password;

    @Test
    void theSharedTablesAreTheLibraries() {
        SchemaContract.sharedTablesAreTheLibraries();
    }

    @Test
    void theServiceOwnsNothingAndFactsAreAppendOnlyBehindRowSecurity() {
        SchemaContract.appRoleOwnsNothing("indicators");
        SchemaContract.tablesAreAppendOnly(
                "indicators",
                "observation",
                "target",
                "target_assessment",
                "attainment_judgement",
                "target_withdrawal",
                "plan_decision",
                "plan_change",
                "release",
                "release_end",
                "staged_observation",
                "derived_formula",
                "derived_input");
        SchemaContract.rowSecurityIsForced(
                "indicators",
                "observation",
                "target",
                "target_withdrawal",
                "target_assessment",
                "attainment_judgement",
                "staged_observation",
                "overdue_report");
    }

    @Test
    void withoutScopeNothingIsReadAndWithOneOnlyItsRegions() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            assertThat(regions(statement)).isEmpty();

            statement.execute("SET finplan.read_regions = '441200,441202'");
            assertThat(regions(statement)).isEqualTo("441200,441202");

            statement.execute("SET finplan.read_regions = '*'");
            assertThat(regions(statement)).contains("440000").contains("441284");
        }
    }

    @Test
    void aWriteOutOfScopeIsRefusedByTheDatabaseToo() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET finplan.read_regions = '*'");
            statement.execute("SET finplan.write_regions = '441202'");
            assertThatThrownBy(() -> statement.execute("INSERT INTO observation ("
                            + COLUMNS + ") SELECT indicator, '441203', kind, period_end, period_start, 'forged', 1,"
                            + " gen_random_uuid(), period, value, unit, delivered_value, delivered_unit, comparator,"
                            + " status, withdrawn, reason, source_title, source_reference, source_clause, also_in,"
                            + " quality, printed, derivation, note, recorded_at, recorded_by,"
                            + " NULL::timestamptz, NULL::uuid, audience"
                            + " FROM observation LIMIT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theHotQueriesUseThePrimaryKeys() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET finplan.read_regions = '441200,440000'");
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_bitmapscan = off");

            assertThat(plan(
                            statement,
                            "SELECT DISTINCT ON (indicator, region, kind, period_end, period_start) *"
                                    + " FROM observation WHERE indicator = ANY ('{green-credit,npl-ratio}')"
                                    + " AND region = ANY ('{441200,440000}') AND kind IN ('level', 'share')"
                                    + " AND period_end BETWEEN '2020-12-31' AND '2025-12-31' AND variant = 'main'"
                                    + " AND known_at <= now()"
                                    + " ORDER BY indicator, region, kind, period_end, period_start, version DESC"))
                    .contains("observation_pkey");
            assertThat(plan(
                            statement,
                            "SELECT * FROM observation WHERE indicator = 'gdp' AND region = '441200' AND kind ="
                                    + " 'level' AND period_end = '2020-12-31' AND period_start = '2020-01-01' AND variant"
                                    + " = 'main' ORDER BY version DESC LIMIT 1"))
                    .contains("Index Scan Backward using observation_pkey");
            assertThat(plan(
                            statement,
                            "SELECT DISTINCT ON (plan, indicator, region, year, variant) * FROM target"
                                    + " WHERE plan = 'zq-fin-14fyp' AND indicator = ANY ('{green-credit}')"
                                    + " AND region = ANY ('{441200}') AND recorded_at <= now()"
                                    + " ORDER BY plan, indicator, region, year, variant, version DESC"))
                    .contains("target_pkey");
            assertThat(plan(
                            statement,
                            "SELECT * FROM attainment_judgement WHERE plan = 'p' AND indicator = 'i'"
                                    + " AND region = 'r' AND period = '2025' ORDER BY version DESC LIMIT 1"))
                    .contains("attainment_judgement_pkey");
        }
    }

    @Test
    void replicasReadAlongAnIndexOfTheirOwn() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("SET finplan.read_regions = '441200,440000'");
            statement.execute("SET enable_seqscan = off");
            statement.execute("SET enable_bitmapscan = off");

            assertThat(plan(
                            statement,
                            "SELECT * FROM observation WHERE (known_at, id, version) > (now(), gen_random_uuid(), 1)"
                                    + " AND known_at <= now() AND region = ANY ('{441200}')"
                                    + " AND indicator = ANY ('{gdp}') ORDER BY known_at, id, version LIMIT 51"))
                    .contains("observation_known");
        }
    }

    private static String regions(Statement statement) throws SQLException {
        return single(statement, "SELECT string_agg(DISTINCT region, ',' ORDER BY region) FROM observation");
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            String value = rows.getString(1);
            return value == null ? "" : value;
        }
    }
}
