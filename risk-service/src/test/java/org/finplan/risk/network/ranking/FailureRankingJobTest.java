package org.finplan.risk.network.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ranking as a job: restart, several instances, the queue of a city, cancelling. */
@FinplanTest
@Tag("R14")
class FailureRankingJobTest {

    private static final String CITY = "441200";

    @Inject
    Jdbi jdbi;

    @Inject
    RankingSteps steps;

    private void execute(String sql, Object... values) {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute(sql, values)));
    }

    private int count(String sql, UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> handle.createQuery(sql)
                        .bind("id", id)
                        .mapTo(Integer.class)
                        .one()));
    }

    private static UUID idOf(String network) {
        return UUID.fromString(network.substring("/api/v1/networks/".length()));
    }

    /** A ranking of the eight firms that no instance looks at yet, with its parts. */
    private UUID prepared(String network, String city, String... parts) {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("""
                    INSERT INTO failure_ranking (id, network, region, joint, tolerance, state, solver, firms, reached, ordered_by,
                        ordered_at, finished_at)
                    VALUES (?, ?, ?, 'worst-case', 1e-12, 'done', 'iterated', 8, 4, 'sample', now(), now())\
                    """, id, idOf(network), city);
                    for (String part : parts) {
                        handle.execute(
                                "INSERT INTO failure_ranking_part (ranking, number, first_firm, end_firm, done_at, converged,"
                                        + " impact, failures) VALUES ('" + id + "', " + part + ")");
                    }
                }));
        return id;
    }

    /** From now on it is one that an instance has begun and left. */
    private void leave(UUID id) {
        execute("UPDATE failure_ranking SET state = 'running', finished_at = NULL WHERE id = ?", id);
    }

    /** Holds the parts of a ranking as another instance does that works on them. */
    private void holding(UUID id, Runnable meanwhile) {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.createQuery(
                            "SELECT number FROM failure_ranking_part WHERE ranking = :id FOR UPDATE")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .list());
            QuarkusTransaction.suspendingExisting().run(() -> {
                leave(id);
                meanwhile.run();
            });
        });
    }

    private String state(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        jdbi.withHandle(handle -> handle.createQuery("SELECT state FROM failure_ranking WHERE id = :id")
                                .bind("id", id)
                                .mapTo(String.class)
                                .one()));
    }

    /** What the first part found is kept, however wrong, and what is left is iterated. */
    @Test
    void whatAnInstanceLeftBehindGoesOnFromItsLastPart() {
        String network = stored(battiston("2020-01-01"));
        UUID id = prepared(
                network,
                "sample-left",
                "0, 0, 4, now(), true, ARRAY[0, 7, 7, 0.5], ARRAY[1, 2, 3, 4]",
                "1, 4, 6, NULL, NULL, NULL, NULL",
                "2, 6, 8, NULL, NULL, NULL, NULL");
        leave(id);
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("done"));
        // Now it belongs to a city that is asked for.
        execute("UPDATE failure_ranking SET region = ? WHERE id = ?", CITY, id);
        String path = network + "/failure-rankings/" + id;
        Requests.as("auditor")
                .get(path)
                .then()
                .body("solver", equalTo("iterated"), "converged", equalTo(true), "progress", equalTo(1f));
        Requests.as("auditor")
                .get(path + "/failures?limit=3")
                .then()
                .body("items.firm", contains("N2", "N3", "N4"), "items.failures", contains(2, 3, 4));
        assertThat(count("SELECT count(*) FROM failure_ranking_part WHERE ranking = :id", id))
                .isZero();
    }

    @Test
    void twoInstancesNeverDoAPartTwice() {
        UUID id = prepared(
                stored(battiston("2020-01-02")),
                "sample-two",
                "0, 0, 4, NULL, NULL, NULL, NULL",
                "1, 4, 8, NULL, NULL, NULL, NULL");
        holding(id, () -> {
            AtomicReference<Integer> taken = new AtomicReference<>();
            assertThat(steps.workNext(id, taken::set)).isFalse();
            assertThat(taken).hasValue(null);
            steps.finish(id);
            assertThat(state(id)).isEqualTo("running");
        });
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("done"));
        assertThat(count("SELECT count(*) FROM ranked_failure WHERE ranking = :id", id))
                .isEqualTo(8);
    }

    /** As many small networks as may wait, behind one that another instance works on. */
    @Test
    void theQueueOfACityIsBounded() {
        await().until(() -> open() == 0);
        UUID first = prepared(stored(battiston("2020-04-01")), CITY, "0, 0, 8, NULL, NULL, NULL, NULL");
        holding(first, () -> {
            for (int day = 2; day <= FailureRankingService.MOST_OPEN; day++) {
                Rankings.order(stored(battiston(String.format("2020-04-%02d", day))), "{}")
                        .then()
                        .statusCode(202);
            }
            Rankings.order(stored(battiston("2020-05-01")), "{}")
                    .then()
                    .spec(Problems.of(409, "failure-ranking-queue-full"));
            execute(
                    "UPDATE failure_ranking SET state = 'cancelled', finished_at = now() WHERE region = ? AND state = 'queued'",
                    CITY);
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> open() == 0);
    }

    @Test
    void ofACityOneIsUnderWayAndTheOthersWaitAndMayBeCancelled() {
        await().until(() -> open() == 0);
        String network = stored(battiston("2020-02-01"));
        UUID first = prepared(stored(battiston("2020-02-02")), CITY, "0, 0, 8, NULL, NULL, NULL, NULL");
        holding(first, () -> waitsAndIsCancelled(network));
        await().untilAsserted(() -> assertThat(state(first)).isEqualTo("done"));
        await().until(() -> open() == 0);
    }

    private int open() {
        return count(
                "SELECT count(*) FROM failure_ranking WHERE state IN ('queued', 'running') AND id <> :id",
                UUID.randomUUID());
    }

    private void waitsAndIsCancelled(String network) {
        String id = Rankings.order(network, "{}").path("id");
        UUID ranking = UUID.fromString(id);
        steps.begin(ranking);
        assertThat(state(ranking)).isEqualTo("queued");
        String path = network + "/failure-rankings/" + id;
        Requests.as("auditor").get(path + "/failures").then().spec(Problems.of(409, "failure-ranking-not-done"));
        Rankings.order(network, "{}").then().statusCode(202).body("id", equalTo(id));
        Requests.as("risk-officer")
                .header("If-Match", Requests.as("auditor").get(path).header("ETag"))
                .post(path + ":cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"), "finishedAt", not(nullValue()));
        Rankings.order(network, "{}").then().statusCode(202).body("id", not(equalTo(id)));
    }

    @Test
    void whatIsCancelledWhileItIsWorkedOnLeavesNothing() {
        UUID id = prepared(
                stored(battiston("2020-03-01")),
                "sample-cancelled",
                "0, 0, 4, now(), true, ARRAY[0, 7, 7, 0.5], ARRAY[1, 2, 3, 4]",
                "1, 4, 8, NULL, NULL, NULL, NULL");
        holding(
                id,
                () -> execute("UPDATE failure_ranking SET state = 'cancelled', finished_at = now() WHERE id = ?", id));
        await().until(() -> count("SELECT count(*) FROM failure_ranking_part WHERE ranking = :id", id) == 0);
        assertThat(state(id)).isEqualTo("cancelled");
        assertThat(count("SELECT count(*) FROM ranked_failure WHERE ranking = :id", id))
                .isZero();
    }
}
