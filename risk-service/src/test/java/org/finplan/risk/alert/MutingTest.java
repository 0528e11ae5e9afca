package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.risk.rule.Level;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Silences and inhibition as people see them: nothing is hidden, what is muted is told of when it is muted no more. */
@FinplanTest
class MutingTest {

    private static final String OFFICER = "risk-officer-SAMPLE-CITY";
    private static final String SECOND = "city-officer-SAMPLE-CITY";
    private static final String SILENCES = "/api/v1/silences";
    private static final String RULES = "/api/v1/inhibition-rules";

    @Inject
    SampleAlerts alerts;

    @Inject
    Jdbi jdbi;

    @Inject
    UnmutedAlerts unmuted;

    @Test
    void aSilenceMutesWithoutHidingAndItsEndIsTold() {
        Response made = silence("sample-silenced", "orange", tomorrow());
        made.then()
                .statusCode(201)
                .body("state", equalTo("in-force"), "secondPerson", equalTo(false))
                .body("matchers.field", contains("region", "rule", "level"));
        String silence = made.path("id");
        String id = alerts.follow("sample-silenced", Level.YELLOW);
        seen(id, "silence", SILENCES + "/" + silence);
        as(OFFICER)
                .get("/api/v1/alerts?limit=500&region=" + SampleAlerts.REGION)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        assertThat(told(id, 1).get(0).data().get("mutedBy").asText()).isEqualTo(SILENCES + "/" + silence);
        // Whoever reads the district alone sees the silence that the city made.
        as("district-SAMPLE-EAST")
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .body("muted.by", equalTo(SILENCES + "/" + silence));
        String tag = as(OFFICER).get("/api/v1/alerts/" + id).header("ETag");

        act(OFFICER, SILENCES + "/" + silence, ":end").then().statusCode(200).body("state", equalTo("ended"));
        as(OFFICER)
                .header("If-None-Match", tag)
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .body("muted", equalTo(null));
        TestEvents.Received unmutedEvent = told(id, 2).get(1);
        assertThat(unmutedEvent.type()).isEqualTo("org.finplan.risk.alert.unmuted.v1");
        assertThat(unmutedEvent.data().get("level").asText()).isEqualTo("yellow");
        act(OFFICER, SILENCES + "/" + silence, ":end").then().spec(Problems.of(409, "silence-action-not-allowed"));
    }

    @Test
    void aSilenceThatReachesRedNeedsASecondPerson() {
        String id = alerts.follow("sample-red", Level.RED);
        Response made = silence("sample-red", null, tomorrow());
        made.then().statusCode(201).body("state", equalTo("awaiting-approval"), "secondPerson", equalTo(true));
        String path = SILENCES + "/" + made.path("id");
        seen(id, null, null);
        act(OFFICER, path, ":approve").then().spec(Problems.of(403, "own-silence"));
        act(SECOND, path, ":approve")
                .then()
                .statusCode(200)
                .body("state", equalTo("in-force"), "approvedBy", equalTo(SECOND));
        seen(id, "silence", path);
        act(SECOND, path, ":approve").then().spec(Problems.of(409, "silence-action-not-allowed"));
        as("auditor-SAMPLE-CITY")
                .get(SILENCES + "?state=in-force")
                .then()
                .statusCode(200)
                .body("items.id", hasItem((String) made.path("id")));
        as(SECOND).post(path + ":end").then().spec(Problems.of(428, "precondition-required"));
    }

    @Test
    void aSilenceIsToldOfBeforeItEndsOnce() {
        String silence = silence("sample-short", "orange", Instant.now().plus(2, ChronoUnit.HOURS))
                .path("id");
        List<TestEvents.Received> told = TestEvents.await("risk.events", "silence/" + silence, 1);
        assertThat(told.get(0).type()).isEqualTo("org.finplan.risk.silence.reminded.v1");
        assertThat(told.get(0).data().get("author").asText()).isEqualTo(OFFICER);
        String next = jdbi.withHandle(handle -> handle.createQuery("SELECT remind_cause FROM silence WHERE id = :id")
                .bind("id", UUID.fromString(silence))
                .mapTo(String.class)
                .one());
        assertThat(next).as("what is left to tell").isNotEqualTo("ends-soon");
    }

    @Test
    void whatASilenceCannotBeIsSaidWithItsPlace() {
        as(OFFICER)
                .body(body(List.of(Map.of("field", "colour", "value", "red")), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.at(422, "unknown-matcher", "/matchers/0/field"))
                .body("errors[0].accepted", contains("region", "rule", "indicator", "institution", "level"));
        as(OFFICER)
                .body(body(List.of(Map.of("field", "level", "value", "pink")), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.at(422, "unknown-matcher", "/matchers/0/value"))
                .body("errors[0].accepted", contains("blue", "yellow", "orange", "red"));
        alerts.known("sample-silenced");
        as(OFFICER)
                .body(body(List.of(Map.of("field", "rule", "value", "sample-silencd")), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.at(422, "unknown-matcher", "/matchers/0/value"))
                .body("errors[0].accepted[0]", equalTo("sample-silenced"));
        as(OFFICER)
                .body(body(List.of(Map.of("field", "region", "value", "no-such-region")), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.at(422, "unknown-matcher", "/matchers/0/value"))
                .body("errors[0].accepted", hasItem("SAMPLE-EAST"), "errors[0].accepted", not(hasItem("441202")));
        as(OFFICER)
                .body(body(List.of(Map.of("field", "region", "value", "441202")), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
        silence("sample-long", "orange", Instant.now().plus(91, ChronoUnit.DAYS))
                .then()
                .spec(Problems.at(422, "silence-span", "/until"));
        as(OFFICER)
                .body(body(List.of(), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.at(400, "invalid-body", "/matchers"));
        as("district-SAMPLE-EAST")
                .body(body(List.of(Map.of("field", "level", "value", "blue")), tomorrow()))
                .post(SILENCES)
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    @Test
    void whatIsInhibitedSaysByWhatAndIsNeverSentBecauseAProcessStarts() {
        String rule = inhibition("sample-source", "sample-target")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String source = alerts.follow("sample-source", Level.YELLOW);
        String target = alerts.follow("sample-target", Level.ORANGE);
        seen(target, "inhibition", "/api/v1/alerts/" + source);
        assertThat(told(target, 1).get(0).data().get("mutedBy").asText()).isEqualTo("/api/v1/alerts/" + source);
        assertThat(told(source, 1).get(0).data().has("mutedBy")).isFalse();
        // All that a program knows when it starts stands in these rows.
        assertThat(unmuted.due()).doesNotContain(UUID.fromString(target));
        unmuted.perform(UUID.fromString(target));
        assertThat(told(target, 1)).hasSize(1);

        inhibition("sample-target", "sample-source").then().spec(Problems.at(422, "inhibition-circle", "/targetRule"));
        alerts.follow("sample-source", null);
        assertThat(told(target, 2).get(1).type()).isEqualTo("org.finplan.risk.alert.unmuted.v1");
        seen(target, null, null);
        as(OFFICER)
                .header("If-Match", "\"0\"")
                .post(RULES + "/" + rule + ":retire")
                .then()
                .statusCode(200);
        as(OFFICER)
                .header("If-Match", "\"1\"")
                .post(RULES + "/" + rule + ":retire")
                .then()
                .spec(Problems.of(409, "inhibition-rule-retired"));
        as(OFFICER)
                .body(Map.of("sourceRule", "sample-sourec", "equal", "region", "reason", "sample"))
                .post(RULES)
                .then()
                .spec(Problems.at(422, "unknown-inhibition-value", "/sourceRule"))
                .body("errors[0].accepted[0]", equalTo("sample-source"), "errors[0].accepted.size()", equalTo(5));
        as(OFFICER)
                .body(Map.of("sourceRule", "sample-a", "equal", "colour", "reason", "sample"))
                .post(RULES)
                .then()
                .spec(Problems.at(422, "unknown-inhibition-value", "/equal"));
    }

    @Test
    void aStormIsReadInGroupsWithWhatIsMuted() {
        inhibition("sample-outage", "sample-storm").then().statusCode(201);
        String source = alerts.follow("sample-outage", Level.ORANGE);
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO alert (id, version, rule, rule_version, plan, indicator, region, level, state, round, cause_gone,
                    title_zh, title_en, evidence_event, evidence_state, evidence_reason_zh, evidence_reason_en,
                    evidence_period, raised_at, clock_from, updated_at, institution, told)
                SELECT gen_random_uuid(), 0, 'sample-storm', 1, 'sample-15fyp', 'sample', 'SAMPLE-EAST', 1 + n % 3, 'raised', 1,
                    false, '演示样本', 'sample', gen_random_uuid(), 'breached', '演示样本', 'sample', '2027', now(), now(), now(),
                    'SAMPLE' || n, false
                FROM generate_series(1, 10000) n"""));
        as(OFFICER)
                .get("/api/v1/alert-groups?limit=500")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.rule == 'sample-storm' }")
                .body("region", equalTo("SAMPLE-EAST"), "count", equalTo(10_000), "worst", equalTo("orange"))
                .body("levels.blue", equalTo(3_333), "levels.yellow", equalTo(3_334), "levels.orange", equalTo(3_333))
                .body("muted", equalTo(10_000), "unattended", equalTo(10_000));
        as(OFFICER)
                .get("/api/v1/alert-groups?by=region&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].region", equalTo("SAMPLE-EAST"), "items[0].rule", equalTo(null));
        String next = as(OFFICER).get("/api/v1/alert-groups?by=rule&limit=1").path("nextCursor");
        as(OFFICER)
                .queryParam("cursor", next)
                .get("/api/v1/alert-groups?by=rule&limit=1")
                .then()
                .statusCode(200);
        assertThat(unmuted.due()).as("nothing of a storm that is inhibited").isEmpty();
        jdbi.useHandle(handle -> handle.execute("UPDATE alert SET told = true WHERE rule = 'sample-storm'"));
        assertThat(source).isNotBlank();
    }

    private Response silence(String rule, String level, Instant until) {
        alerts.known(rule);
        List<Map<String, String>> matchers = level == null
                ? List.of(Map.of("field", "rule", "value", rule))
                : List.of(Map.of("field", "rule", "value", rule), Map.of("field", "level", "value", level));
        return as(OFFICER).body(body(matchers, until)).post(SILENCES);
    }

    private static Map<String, Object> body(List<Map<String, String>> matchers, Instant until) {
        return Map.of("matchers", matchers, "until", until.toString(), "reason", "演示样本");
    }

    private static Instant tomorrow() {
        return Instant.now().plus(1, ChronoUnit.DAYS);
    }

    private Response inhibition(String source, String target) {
        alerts.known(source);
        alerts.known(target);
        return as(OFFICER)
                .body(Map.of("sourceRule", source, "targetRule", target, "equal", "region", "reason", "演示样本"))
                .post(RULES);
    }

    private static Response act(String user, String path, String action) {
        return as(user).header("If-Match", as(user).get(path).header("ETag")).post(path + action);
    }

    private static void seen(String alert, String kind, String by) {
        as(OFFICER)
                .get("/api/v1/alerts/" + alert)
                .then()
                .statusCode(200)
                .body("state", startsWith("raised"), "muted.kind", equalTo(kind), "muted.by", equalTo(by));
    }

    private static List<TestEvents.Received> told(String alert, int count) {
        return TestEvents.await("risk.events", "alert/" + alert, count);
    }
}
