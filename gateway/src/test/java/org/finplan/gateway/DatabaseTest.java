package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.finplan.gateway.database.Database;
import org.finplan.platform.problem.ProblemException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The gateway's own database: what its role may do, and what goes on without it. */
@GatewayTest
class DatabaseTest {

    Client client;

    @Inject
    Database database;

    @Inject
    Jdbi jdbi;

    Surroundings surroundings;

    @Test
    void theRoleOfTheGatewayOwnsNothingAndChangesNoAuditRecord() throws SQLException {
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
        assertThat(asSuperuser("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'finplan_gateway_app'"))
                .isEmpty();
        assertThat(asSuperuser("SELECT rolname FROM pg_roles WHERE rolname LIKE 'finplan_gateway_%'"
                        + " AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"))
                .isEmpty();
        assertThat(asSuperuser("SELECT p FROM unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS p"
                        + " WHERE has_table_privilege('finplan_gateway_app', 'audit_record', p)"))
                .isEmpty();
    }

    @Test
    void workIsCommittedAsAWholeOrNotAtAll() {
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
        Future<Void> broken = database.transaction(() -> {
            jdbi.useHandle(handle -> handle.execute("UPDATE audit_head SET sequence = sequence + 1000"));
            throw new SQLException("constraint", "23505");
        });
        await().atMost(Duration.ofSeconds(60)).until(broken::isComplete);
        assertThat(broken.cause()).hasRootCauseInstanceOf(SQLException.class);
        Future<Long> head = database.transaction(() -> number("SELECT sequence FROM audit_head"));
        await().atMost(Duration.ofSeconds(60)).until(head::isComplete);
        assertThat(head.result()).isLessThan(1000);
    }

    @Test
    void aFullDiskIsToldApartFromADatabaseThatIsAway() {
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
        Future<Boolean> full = database.transaction(() -> jdbi.withHandle(handle -> handle.getConnection()
                .createStatement()
                .execute("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$")));
        await().atMost(Duration.ofSeconds(60)).until(full::isComplete);
        assertThat(full.cause()).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code().status()).isEqualTo(503);
            assertThat(problem.headers()).containsEntry("Retry-After", "30");
            assertThat(problem.code().code()).isEqualTo("storage-full");
        });
        assertThat(answers()).isTrue();
    }

    @Test
    void callersWithTokensGoOnWhileTheDatabaseIsAway() {
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
        String token = surroundings.token("auditor");
        surroundings.postgres().stop();
        try {
            assertThat(client.get("/api/v1/tasks/echo", token).status()).isEqualTo(200);
            assertThat(client.get("/q/health/ready", null).status()).isEqualTo(200);
            Future<Long> away = database.transaction(() -> number("SELECT 1"));
            await().atMost(Duration.ofSeconds(60)).until(away::isComplete);
            assertThat(away.cause()).isInstanceOfSatisfying(ProblemException.class, problem -> {
                assertThat(problem.code().status()).isEqualTo(503);
                assertThat(problem.headers()).containsKey("Retry-After");
            });
        } finally {
            surroundings.postgres().start();
        }
        await().atMost(Duration.ofSeconds(60)).until(this::answers);
    }

    private boolean answers() {
        Future<Long> one = database.transaction(() -> number("SELECT 1"));
        await().atMost(Duration.ofSeconds(60)).until(one::isComplete);
        return one.succeeded();
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private List<String> asSuperuser(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = surroundings.postgres().connect("finplan_gateway");
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
