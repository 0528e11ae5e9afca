package org.finplan.platform.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.finplan.platform.web.sample.Requests.as;
import static org.finplan.platform.web.sample.Requests.asDistrict;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.finplan.platform.web.sample.SampleDatabase;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

/** The chain on a real PostgreSQL: whole under concurrent writers, and broken for all to see once it was touched. */
@WebTest
class AuditTest {

    @Inject
    AuditTrail trail;

    @Inject
    DataSource dataSource;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @Test
    void staysWholeUnderConcurrentWritersOfWhomSomeRollBack() throws Exception {
        String run = UUID.randomUUID().toString();
        ExecutorService writers = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int number = i;
                work.add(writers.submit(() -> write(run, number)));
            }
            for (Future<?> each : work) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdown();
        }

        verify().statusCode(200).body("intact", equalTo(true)).body("checked", greaterThan(0));
        // Every fourth writer rolled back; each of the others left two records.
        assertThat(count("resource = '" + run + "'")).isEqualTo(300);
    }

    @Test
    void leavesNoRecordOfAnActThatDidNotHappen() throws SQLException {
        String resource = UUID.randomUUID().toString();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    trail.record("note.write", resource, null, null);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count("resource = '" + resource + "'")).isZero();
        assertThatThrownBy(() -> trail.record("note.write", resource, null, null))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takesTheHeadAfterAllThatOthersDoBeforeTheCommit() {
        AtomicReference<Exception> refused = new AtomicReference<>();
        QuarkusTransaction.requiringNew().run(() -> {
            trail.record("note.write", "/order", null, null);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    try (Connection other = SampleDatabase.superuser();
                            Statement statement = other.createStatement()) {
                        statement.execute("SELECT 1 FROM audit_head FOR UPDATE NOWAIT");
                    } catch (SQLException e) {
                        refused.set(e);
                    }
                }

                @Override
                public void afterCompletion(int status) {}
            });
        });
        assertThat(refused.get()).isNull();
        verify().body("intact", equalTo(true));
    }

    @Test
    void tellsWhoDidWhatInWhichRequest() {
        String text = UUID.randomUUID().toString();
        asDistrict("441202")
                .header("X-Request-Id", "audit-" + text)
                .body("{\"region\":\"441202\",\"text\":\"" + text + "\"}")
                .post("/api/v1/samples/notes")
                .then()
                .statusCode(201);

        auditor()
                .get("/api/v1/audit?subject=district-441202&action=note.write&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].detail", equalTo(text))
                .body("items[0].client", equalTo("sample-client"))
                .body("items[0].roles", equalTo(List.of("district-officer")))
                .body("items[0].region", equalTo("441202"))
                .body("items[0].requestId", equalTo("audit-" + text));
    }

    @Test
    void isWalkedPageByPage() {
        String resource = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            String detail = Integer.toString(i);
            QuarkusTransaction.requiringNew().run(() -> trail.record("note.write", resource, null, detail));
        }
        String cursor = auditor()
                .get("/api/v1/audit?limit=3&resource=" + resource)
                .then()
                .body("items.detail", equalTo(List.of("4", "3", "2")))
                .body("items[0].subject", equalTo("system"))
                .extract()
                .path("nextCursor");
        auditor()
                .get("/api/v1/audit?limit=3&resource=" + resource + "&cursor=" + cursor)
                .then()
                .body("items.detail", equalTo(List.of("1", "0")))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void isVerifiedAlsoThroughAnEncodedColon() {
        auditor().get("/api/v1/audit%3Averify").then().statusCode(200).body("intact", equalTo(true));
        auditor().get("/api/v1/audit%3averify").then().statusCode(200);
    }

    @Test
    void isForAuditorsAndAdministrators() {
        asOfficer().get("/api/v1/audit").then().spec(problem(403, "forbidden"));
        asOfficer().get("/api/v1/audit:verify").then().spec(problem(403, "forbidden"));
        as("city-admin", "city-admin", List.of()).get("/api/v1/audit").then().statusCode(200);
    }

    @Test
    void cannotBeTouchedByTheServiceItself() {
        for (String statement : List.of(
                "UPDATE audit_record SET detail = 'x'",
                "DELETE FROM audit_record",
                "TRUNCATE audit_record",
                "DELETE FROM audit_head",
                "INSERT INTO audit_head VALUES (false, 1, '')")) {
            assertThatThrownBy(() -> execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void showsEveryTouch() throws SQLException {
        for (int i = 0; i < 4; i++) {
            QuarkusTransaction.requiringNew().run(() -> trail.record("note.write", "/touched", "441202", "true"));
        }
        long last = count("true");
        String row = "sequence = " + (last - 1);
        touch(
                "UPDATE audit_record SET detail = 'false' WHERE " + row,
                "UPDATE audit_record SET detail = 'true' WHERE " + row,
                last - 1);
        touch(
                "UPDATE audit_record SET subject = 'x' WHERE " + row,
                "UPDATE audit_record SET subject = 'system' WHERE " + row,
                last - 1);
        touch(
                "CREATE TABLE kept AS SELECT * FROM audit_record WHERE " + row + "; DELETE FROM audit_record WHERE "
                        + row,
                "INSERT INTO audit_record SELECT * FROM kept; DROP TABLE kept",
                last - 1);
        touch(
                "CREATE TABLE kept AS SELECT * FROM audit_record WHERE sequence = " + last
                        + "; DELETE FROM audit_record WHERE sequence = " + last,
                "INSERT INTO audit_record SELECT * FROM kept; DROP TABLE kept",
                last);
        verify().body("intact", equalTo(true));
    }

    private void touch(String harm, String mend, long place) throws SQLException {
        try (Connection intruder = SampleDatabase.superuser();
                Statement statement = intruder.createStatement()) {
            statement.execute(harm);
            try {
                verify().statusCode(200).body("intact", equalTo(false)).body("brokenAt", equalTo((int) place));
            } finally {
                statement.execute(mend);
            }
        }
    }

    private void write(String run, int number) {
        boolean fails = number % 4 == 0;
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                trail.record("note.write", run, "441202", "first of " + number);
                trail.record("note.write", run, null, null);
                if (fails) {
                    throw new ActFailed();
                }
            });
        } catch (ActFailed e) {
            assertThat(fails).isTrue();
        }
    }

    private static final class ActFailed extends RuntimeException {}

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static ValidatableResponse verify() {
        return auditor().get("/api/v1/audit:verify").then();
    }

    private static RequestSpecification auditor() {
        return as("auditor", "auditor", List.of()).urlEncodingEnabled(false);
    }

    private static long count(String condition) throws SQLException {
        try (Connection connection = SampleDatabase.superuser();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM audit_record WHERE " + condition);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
