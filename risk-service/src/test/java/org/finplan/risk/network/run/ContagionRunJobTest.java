package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.run;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.finplan.risk.network.run.Contagions.ALL;
import static org.finplan.risk.network.run.Contagions.bits;
import static org.finplan.risk.network.run.Contagions.reached;
import static org.finplan.risk.network.run.Contagions.rings;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.platform.testing.FinplanStack;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A contagion run as a job: restart, several instances, the queue of a city, cancelling, failing. */
@FinplanTest
@Tag("R14")
class ContagionRunJobTest {

    private static final String CITY = "441200";

    @Inject
    Jdbi jdbi;

    @Inject
    ContagionSteps steps;

    @BeforeEach
    void nothingIsUnderWay() {
        await().atMost(Duration.ofSeconds(60)).until(() -> open() == 0);
    }

    private int execute(String sql, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> jdbi.withHandle(handle -> handle.execute(sql, values)));
    }

    private int count(String sql, Object... values) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle ->
                        handle.select(sql, values).mapTo(Integer.class).one()));
    }

    private int parts(UUID id) {
        return count("SELECT count(*) FROM contagion_run_part WHERE run = ?", id);
    }

    private int open() {
        return count("SELECT count(*) FROM contagion_run WHERE state IN ('queued', 'running')");
    }

    private static String path(UUID id) {
        return ALL + "/" + id;
    }

    private static Response atOnce(String day) {
        Response answer =
                run(stored(battiston(day)), Map.of("method", "linear-debtrank", "shock", Map.of("N1", 1.0, "N5", 0.3)));
        answer.then().statusCode(200).body("state", equalTo("finished"), "progress", equalTo(1f));
        return answer;
    }

    /** The same run as one that was answered at once, with its part, at which no instance looks yet. */
    private UUID prepared(Response answered) {
        UUID id = UUID.randomUUID();
        UUID same = UUID.fromString(answered.path("id"));
        execute("""
                INSERT INTO contagion_run (id, network, region, method, parameters, state, result, run_by, run_at)
                SELECT ?, network, region, method, parameters, 'finished', '{}', 'sample', now() FROM contagion_run WHERE id = ?\
                """, id, same);
        execute("INSERT INTO contagion_run_part (run, number) VALUES (?, 0)", id);
        return id;
    }

    /** From now on it is one that an instance has begun and left. The service itself cannot change a run that has ended. */
    private static void leave(UUID id) {
        try (Connection owner = FinplanStack.postgres().connect("finplan_risk")) {
            owner.createStatement()
                    .executeUpdate("UPDATE contagion_run SET state = 'running', result = NULL WHERE id = '" + id + "'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Holds the part of a run as another instance does that works on it. */
    private void holding(UUID id, Runnable meanwhile) {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.select("SELECT number FROM contagion_run_part WHERE run = ? FOR UPDATE", id)
                    .mapTo(Integer.class)
                    .list());
            QuarkusTransaction.suspendingExisting().run(() -> {
                leave(id);
                meanwhile.run();
            });
        });
    }

    @Test
    void whatAnInstanceLeftBehindGoesOnAndGivesTheSameBitsAsTheAnswerAtOnce() {
        Response answered = atOnce("2030-01-01");
        UUID id = prepared(answered);
        leave(id);
        reached(path(id), "finished").body("progress", equalTo(1f), "finishedAt", not(nullValue()));
        assertThat(bits(Requests.as("auditor").get(path(id)), "result")).isEqualTo(bits(answered, "result"));
        assertThat(parts(id)).isZero();
    }

    @Test
    void twoInstancesNeverRunItTwice() {
        UUID id = prepared(atOnce("2030-01-02"));
        holding(id, () -> {
            AtomicReference<Integer> taken = new AtomicReference<>();
            assertThat(steps.workNext(id, taken::set)).isFalse();
            assertThat(taken).hasValue(null);
            steps.finish(id);
            Requests.as("auditor")
                    .get(path(id))
                    .then()
                    .body("state", equalTo("running"), "progress", nullValue(), "result", nullValue());
            Requests.as("auditor")
                    .accept("*/*")
                    .get(path(id) + ".csv")
                    .then()
                    .spec(Problems.at(409, "contagion-run-not-finished", "path:id"));
        });
        reached(path(id), "finished");
    }

    @Test
    void ofACityOneIsUnderWayAndTheOthersWaitAndMayBeCancelled() {
        UUID first = prepared(atOnce("2030-01-03"));
        String network = stored(rings("guarantee", "2030-01-03", 60, 0.5));
        AtomicReference<String> last = new AtomicReference<>();
        holding(first, () -> {
            String id = run(network, Map.of("method", "cascade")).path("id");
            steps.begin(UUID.fromString(id));
            waitsAndIsCancelled(ALL + "/" + id);
            last.set(run(network, Map.of("method", "cascade")).path("id"));
            assertThat(open()).isEqualTo(2);
        });
        reached(ALL + "/" + last.get(), "finished");
        reached(path(first), "finished");
    }

    private static void waitsAndIsCancelled(String path) {
        String tag = Requests.as("auditor").get(path).header("ETag");
        Requests.as("auditor").header("If-None-Match", tag).get(path).then().statusCode(304);
        Requests.as("auditor").post(path + ":cancel").then().spec(Problems.of(403, "forbidden"));
        Requests.as("risk-officer").post(path + ":cancel").then().spec(Problems.of(428, "precondition-required"));
        Requests.as("risk-officer")
                .header("If-Match", "\"stale\"")
                .post(path + ":cancel")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        String cancelled = Requests.as("risk-officer")
                .header("If-Match", tag)
                .post(path + ":cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"), "finishedAt", not(nullValue()), "result", nullValue())
                .extract()
                .header("ETag");
        Requests.as("risk-officer")
                .header("If-Match", cancelled)
                .post(path + ":cancel")
                .then()
                .spec(Problems.at(409, "contagion-run-ended", "path:id"));
    }

    @Test
    void theQueueOfACityIsBounded() {
        UUID first = prepared(atOnce("2030-01-04"));
        String network = stored(rings("guarantee", "2030-01-04", 60, 0.5));
        holding(first, () -> {
            for (int more = 1; more < ContagionService.MOST_OPEN; more++) {
                run(network, Map.of("method", "cascade")).then().statusCode(202);
            }
            run(network, Map.of("method", "cascade")).then().spec(Problems.of(409, "contagion-run-queue-full"));
            run(stored(battiston("2030-01-05")), Map.of("method", "cascade"))
                    .then()
                    .statusCode(200);
            execute(
                    "UPDATE contagion_run SET state = 'cancelled', finished_at = now() WHERE region = ? AND state = 'queued'",
                    CITY);
        });
    }

    /** Ten thousand firms, each with stress that goes round twenty thousand times: some seconds, which nobody waits for. */
    @Test
    void whatIsCancelledWhileItRunsEndsSoon() {
        String network = stored(rings("guarantee", "2030-01-06", 5000, 0.9999999));
        Map<String, Object> shock = new HashMap<>();
        for (int ring = 0; ring < 5000; ring++) {
            shock.put("A" + ring, 1e-9);
        }
        Response ordered =
                run(network, Map.of("method", "nonlinear-debtrank", "alpha", 1e-9, "tolerance", 1e-15, "shock", shock));
        String path = ALL + "/" + ordered.path("id");
        reached(path, "running");
        Requests.as("risk-officer")
                .header("If-Match", Requests.as("auditor").get(path).header("ETag"))
                .post(path + ":cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));
        await().until(() -> parts(UUID.fromString(ordered.path("id"))) == 0);
        Requests.as("auditor").get(path).then().body("state", equalTo("cancelled"), "result", nullValue());
    }

    @Test
    void whatFailsThreeTimesEndsAsFailed() {
        UUID id = UUID.randomUUID();
        execute("""
                INSERT INTO contagion_run (id, network, region, method, parameters, state, run_by, run_at)
                SELECT ?, network, region, method, '{"method": "no"}', 'queued', 'sample', now() FROM contagion_run WHERE id = ?\
                """, id, UUID.fromString(atOnce("2030-01-07").path("id")));
        reached(path(id), "failed").body("result", nullValue(), "finishedAt", not(nullValue()));
        await().until(() -> parts(id) == 0);
    }

    /** As the release before this one wrote it, which knows no states. */
    @Test
    void whatWasAnsweredBeforeThereWereJobsIsFinished() {
        Response answered = atOnce("2030-01-09");
        UUID id = UUID.randomUUID();
        execute("""
                INSERT INTO contagion_run (id, network, region, method, parameters, result, run_by, run_at)
                SELECT ?, network, region, method, parameters, result, run_by, '2026-11-29T00:00:00Z' FROM contagion_run WHERE id = ?\
                """, id, UUID.fromString(answered.path("id")));
        reached(path(id), "finished").body("progress", equalTo(1f), "finishedAt", equalTo("2026-11-29T00:00:00Z"));
        assertThat(bits(Requests.as("auditor").get(path(id)), "result")).isEqualTo(bits(answered, "result"));
        Requests.as("auditor")
                .get(ALL + "?network=" + answered.path("network"))
                .then()
                .body("items.finishedAt", hasItem("2026-11-29T00:00:00Z"));
    }

    /** What was asked is never changed, and nothing of a run that has ended. */
    @Test
    void theServiceCannotChangeWhatEnded() {
        UUID id = UUID.fromString(atOnce("2030-01-08").path("id"));
        assertThat(execute("UPDATE contagion_run SET result = '{}' WHERE id = ?", id))
                .isZero();
        assertThatThrownBy(() -> execute("UPDATE contagion_run SET parameters = '{}' WHERE id = ?", id))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute("DELETE FROM contagion_run WHERE id = ?", id))
                .hasMessageContaining("permission denied");
    }
}
