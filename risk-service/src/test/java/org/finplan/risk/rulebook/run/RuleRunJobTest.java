package org.finplan.risk.rulebook.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.finplan.risk.rulebook.ActiveRules;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run over all as a job: parts, restart, other runs, cancelling, rules that cannot be run. */
@FinplanTest
class RuleRunJobTest {

    private static final Map<String, Object> BEYOND = Map.of("risk-reserve", 1, "financing-factoring-balance", 1000);

    @Inject
    Jdbi jdbi;

    @Inject
    ActiveRules rules;

    private static void report(String user, String uscc, String period, Map<String, Object> metrics) {
        Requests.as(user)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("items", List.of(Map.of("institution", uscc, "period", period, "metrics", metrics))))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
    }

    private static Response asked(String user) {
        return Requests.as(user).body("{}").post("/api/v1/rule-runs");
    }

    /** Holds an institution as a report does, so that a run waits for it. */
    private void holding(String uscc, Runnable meanwhile) {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.useHandle(handle -> handle.createQuery("SELECT uscc FROM institution WHERE uscc = :uscc FOR UPDATE")
                    .bind("uscc", uscc)
                    .mapTo(String.class)
                    .one());
            meanwhile.run();
        });
    }

    @Test
    void aSecondRunJoinsTheOneOnItsWayAndOneThatEndedCannotBeCancelled() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report("city-officer", uscc, "2025-01", BEYOND);
        AtomicReference<String> location = new AtomicReference<>();
        holding(uscc, () -> {
            Response first = asked("risk-officer");
            first.then().statusCode(202).body("state", equalTo("queued"), "progress", equalTo(0f));
            location.set(first.header("Location"));
            asked("risk-officer").then().statusCode(202).body("id", equalTo(first.path("id")));
        });
        String path = location.get().substring(location.get().indexOf("/api/v1/"));
        await().untilAsserted(() -> Requests.as("auditor").get(path).then().body("state", equalTo("done")));
        String tag = Requests.as("auditor").get(path).header("ETag");
        Requests.as("risk-officer")
                .header("If-Match", tag)
                .post(path + ":cancel")
                .then()
                .spec(Problems.of(409, "rule-run-ended"));
        Requests.as("risk-officer")
                .header("If-Match", "\"stale\"")
                .post(path + ":cancel")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        Requests.as("risk-officer").post(path + ":cancel").then().spec(Problems.of(428, "precondition-required"));
        Requests.as("auditor")
                .header("If-Match", tag)
                .post(path + ":cancel")
                .then()
                .statusCode(403);
        Requests.as("auditor")
                .get("/api/v1/rule-runs/" + UUID.randomUUID())
                .then()
                .spec(Problems.of(404, "not-found"));
    }

    @Test
    void aRunThatIsCancelledKeepsWhatItHasAndByOtherRulesNoneBeginsMeanwhile() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report("city-officer", uscc, "2025-01", BEYOND);
        AtomicReference<CompletableFuture<Response>> cancelled = new AtomicReference<>();
        holding(uscc, () -> {
            Response run = asked("risk-officer");
            UUID id = UUID.fromString(run.path("id"));
            await().until(() -> Requests.as("auditor")
                    .get("/api/v1/rule-runs/" + id)
                    .path("state")
                    .equals("running"));
            nextRuleSet();
            asked("risk-officer").then().spec(Problems.of(409, "rule-run-in-progress"));
            String tag = Requests.as("auditor").get("/api/v1/rule-runs/" + id).header("ETag");
            cancelled.set(CompletableFuture.supplyAsync(() ->
                    Requests.as("risk-officer").header("If-Match", tag).post("/api/v1/rule-runs/" + id + ":cancel")));
            await().until(() -> QuarkusTransaction.requiringNew()
                    .call(() -> jdbi.withHandle(handle -> handle.createQuery(
                                    "SELECT id FROM rule_run WHERE id = :id FOR UPDATE SKIP LOCKED")
                            .bind("id", id)
                            .mapTo(UUID.class)
                            .findOne()
                            .isEmpty())));
        });
        cancelled
                .get()
                .join()
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"), "finishedAt", not(equalTo(null)));
        RuleRuns.done("risk-officer").body("result.institutions", greaterThan(0));
    }

    /** What is in force counts as changed. */
    private void nextRuleSet() {
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO rule_set (members, changed_by, made_at)
                        SELECT array_agg(code || '@' || version), 'sample', now() FROM rule_version WHERE state = 'published'""")));
    }

    @Test
    void aRunThatItsInstanceLeftBehindGoesOnFromItsLastPart() {
        String judged = SampleInstitution.registered("factoring", "441202");
        String left = SampleInstitution.registered("factoring", "441202");
        UUID run = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> {
                    handle.execute("""
                            INSERT INTO rule_run (id, rule_set, city, trigger, state, started_by, started_at, parts)
                            VALUES (?, ?, 'sample-left', 'asked', 'running', 'sample', ?, 2)""", run, rules.book().number(), Instant.now());
                    handle.execute("""
                            INSERT INTO rule_run_part (run, number, institutions, done_at, judged, results)
                            VALUES (?, 0, ARRAY[?], now(), 1, 77), (?, 1, ARRAY[?], NULL, 0, 0)""", run, judged, run, left);
                }));
        await().untilAsserted(() -> assertThat(standing(run)).isEqualTo("done 2 true 2"));
    }

    private String standing(UUID run) {
        return QuarkusTransaction.requiringNew().call(() -> {
            String found = jdbi.withHandle(handle -> handle.createQuery(
                            "SELECT state || ' ' || institutions || ' ' || (results >= 77) || ' ' || parts_done"
                                    + " FROM rule_run WHERE id = :id")
                    .bind("id", run)
                    .mapTo(String.class)
                    .one());
            return found;
        });
    }

    @Test
    void aRunDoesNotJudgeWhatItsCallerMayNotWrite() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report("city-officer", uscc, "2025-01", BEYOND);
        Requests.asBoundTo("risk-officer", "SAMPLE-CITY")
                .body("{}")
                .post("/api/v1/rule-runs")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> Requests.asBoundTo("risk-officer", "SAMPLE-CITY")
                .get("/api/v1/rule-runs?limit=1")
                .then()
                .body("items[0].state", equalTo("done"), "items[0].result.institutions", equalTo(0)));
    }

    @Test
    void anInstitutionThatMovedTakesItsOpenAlertAlong() {
        String uscc = SampleInstitution.registered("factoring", "441203");
        report("city-officer", uscc, "2025-01", BEYOND);
        Requests.as("city-officer")
                .header(
                        "If-Match",
                        Requests.as("city-officer")
                                .get("/api/v1/institutions/" + uscc)
                                .header("ETag"))
                .body(Map.of("name", "演示样本机构", "kind", "factoring", "region", "441202"))
                .put("/api/v1/institutions/" + uscc)
                .then()
                .statusCode(200);
        report("district-441202", uscc, "2025-02", BEYOND);
        Response alerts =
                Requests.as("district-441202").queryParam("institution", uscc).get("/api/v1/alerts");
        alerts.then().body("items", hasSize(1)).body("items[0].region", equalTo("441202"));
        Requests.as("district-441202")
                .get("/api/v1/alerts/" + alerts.path("items[0].id") + "/timeline")
                .then()
                .body("items.kind", hasItems("raised", "moved"))
                .body("items.find { it.kind == 'moved' }.note", equalTo("441203 → 441202"));
    }

    @Test
    @Tag("R02")
    void aRuleThatCannotBeReadStopsNothingAndHasAnAlertUntilItCan() {
        String uscc = SampleInstitution.registered("factoring", "441202");
        report("city-officer", uscc, "2025-01", BEYOND);
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute("""
                        INSERT INTO rule_version (code, version, state, content, created_by, created_at, published_at)
                        VALUES ('sample-unreadable', 1, 'published', '["sample"]', 'sample', now(), now())""")));
        nextRuleSet();
        RuleRuns.done("risk-officer")
                .body("result.unreadable", contains("sample-unreadable"), "result.institutions", greaterThan(0));
        Requests.as("auditor").get("/api/v1/rules").then().statusCode(200).body("items.code", hasItem("FA-04"));
        failedRule()
                .then()
                .body("items.indicator", hasItem("sample-unreadable"))
                .body("items[0].state", equalTo("raised"), "items[0].region", equalTo("441200"))
                .body("items[0].level", equalTo("orange"));
        QuarkusTransaction.requiringNew().run(() -> jdbi.useHandle(handle -> handle.execute("""
                        UPDATE rule_version SET state = 'retired', retired_at = now() WHERE code = 'sample-unreadable'""")));
        nextRuleSet();
        RuleRuns.done("risk-officer").body("result.unreadable", hasSize(0));
        failedRule()
                .then()
                .body("items[0].state", equalTo("closed"), "items[0].closure.outcome", equalTo("cause-gone"));
    }

    private static Response failedRule() {
        return Requests.as("risk-officer").queryParam("rule", "rule-failed").get("/api/v1/alerts");
    }
}
