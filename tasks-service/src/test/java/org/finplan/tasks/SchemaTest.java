package org.finplan.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.SchemaContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database guards itself, whatever the code does. */
@FinplanTest
class SchemaTest {

    @Inject
    DataSource database;

    @Test
    void sharedTablesAreThoseOfTheLibraries() {
        SchemaContract.sharedTablesAreTheLibraries();
        SchemaContract.archivedPlansAreThoseOfTheLibrary();
    }

    @Test
    void serviceOwnsNothingAndCannotRewriteTheAudit() {
        SchemaContract.appRoleOwnsNothing("tasks");
        SchemaContract.tablesAreAppendOnly(
                "tasks",
                "audit_record",
                "evidence_change",
                "task_roll_up",
                "plan_baseline",
                "register_stage",
                "register_version",
                "register_assessment",
                "supervision_ladder",
                "supervision_opening",
                "supervision_step",
                "supervision_timeline",
                "task_change");
        SchemaContract.rowSecurityIsForced(
                "tasks",
                "progress_report",
                "attainment",
                "observation_version",
                "evidence_citation",
                "evidence_change",
                "task_flag",
                "register_entry",
                "register_stage",
                "register_version",
                "register_assessment",
                "supervision",
                "supervision_climb",
                "supervision_count",
                "supervision_count_change",
                "supervision_ladder",
                "supervision_opening",
                "supervision_question",
                "supervision_reply",
                "supervision_step",
                "supervision_timeline");
    }

    @Test
    @Tag("T25")
    void rowsOfOtherRegionsDoNotExistForAConnectionOfADistrict() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            insertJudgement(connection, "sample-rls", "441202");
            insertJudgement(connection, "sample-rls", "441284");
            assertThat(count(connection)).isEqualTo(2);
            scope(connection, "441284");
            assertThat(count(connection)).isEqualTo(1);
            scope(connection, "");
            assertThat(count(connection)).isZero();
            connection.rollback();
        }
    }

    private static void scope(Connection connection, String regions) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('finplan.read_regions', ?, true),"
                        + " set_config('finplan.write_regions', ?, true)")) {
            statement.setString(1, regions);
            statement.setString(2, regions);
            statement.execute();
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT count(*) FROM attainment WHERE indicator = 'sample-rls'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void insertJudgement(Connection connection, String indicator, String region) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO attainment (plan, indicator, region, period, period_start, period_end, state, method,
                                        assessed_at, indicator_name_zh, indicator_name_en, region_name_zh,
                                        region_name_en, event, sequence)
                VALUES ('sample', ?, ?, '2023', '2023-01-01', '2023-12-31', 'ahead', 'sample', now(), 's', 's', 's',
                        's', gen_random_uuid(), 1)""")) {
            statement.setString(1, indicator);
            statement.setString(2, region);
            statement.executeUpdate();
        }
    }
}
