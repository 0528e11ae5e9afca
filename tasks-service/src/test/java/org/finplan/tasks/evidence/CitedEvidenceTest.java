package org.finplan.tasks.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.evidence.SampleObservations.recorded;
import static org.finplan.tasks.evidence.SampleObservations.withdrawn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A claim that cites observations is flagged when one of them is revised or withdrawn. Each test has a leaf and observations of its own.
 *
 * <p>Requirement: T04, progress is reported with evidence.
 */
@FinplanTest
class CitedEvidenceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REPORTS = "/api/v1/progress-reports/";

    @Inject
    ObservationVersionRepository versions;

    @Test
    @Tag("T04")
    void aClaimFollowsWhatBecomesOfItsEvidence() {
        UUID observation = UUID.randomUUID();
        String leaf = "t4.2.3.2.m01";
        String id = filed("city-officer", leaf, List.of(cites(observation, 2), document()));
        get(id).body("evidenceState", equalTo("not-seen")).body("proof.kind", contains("observation", "document"));
        recorded(observation, 2);
        awaitState(id, "current");
        Event<EventData> third = recorded(observation, 3);
        awaitState(id, "revised");
        String seen =
                get(id).body("proof[0].newestVersion", equalTo(3)).extract().header("ETag");

        // What comes late or again says nothing new.
        TestEvents.publish(third);
        recorded(observation, 1);
        withdrawn(observation, 4);
        awaitState(id, "withdrawn");
        get(id).body("proof[0].newestVersion", equalTo(4))
                .body("evidenceChanges.evidenceState", contains("current", "revised", "withdrawn"))
                .body("evidenceChanges.version", contains(2, 3, 4));
        as("city-admin")
                .header("If-Match", seen)
                .body("{}")
                .post(REPORTS + id + ":verify")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-officer").get("/api/v1/tasks/" + leaf).then().body("evidence.withdrawn", equalTo(1));
        as("city-officer")
                .get("/api/v1/progress-reports?evidence=withdrawn&task=" + leaf)
                .then()
                .body("items.id", contains(id));
        as("city-officer")
                .get("/api/v1/progress-reports?evidence=revised")
                .then()
                .body("items.id", not(hasItem(id)));
        as("city-officer")
                .get("/api/v1/progress-reports?evidence=lost")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?evidence"));

        // It was recorded again: the newest version is a figure once more, and another one than was cited.
        recorded(observation, 5);
        awaitState(id, "revised");
    }

    @Test
    @Tag("T04")
    void aReporterStandsByAClaimUntilAStillNewerVersion() {
        UUID observation = UUID.randomUUID();
        String id = filed("city-officer", "t4.2.3.2.m02", List.of(cites(observation, 1)));
        confirm("city-officer", id, "演示样本 sample").spec(Problems.of(409, "evidence-not-flagged"));
        recorded(observation, 2);
        awaitState(id, "revised");
        get(id).body("allowedActions", contains("confirm-evidence"));
        as("city-admin").get(REPORTS + id).then().body("blockedActions.name", contains("confirm-evidence"));
        confirm("city-admin", id, "演示样本 sample").spec(Problems.of(403, "not-the-reporter"));
        confirm("auditor", id, "演示样本 sample").spec(Problems.of(403, "forbidden"));
        confirm("district-441202", id, "演示样本 sample").spec(Problems.of(403, "region-not-in-scope"));
        confirm("city-officer", id, " ").spec(Problems.at(400, "invalid-body", "/note"));
        confirm("city-officer", UUID.randomUUID().toString(), "sample")
                .spec(Problems.of(404, "progress-report-not-found"));
        as("city-officer")
                .body(Map.of("note", "sample"))
                .post(REPORTS + id + ":confirm-evidence")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", "\"99\"")
                .body(Map.of("note", "sample"))
                .post(REPORTS + id + ":confirm-evidence")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        RestAssured.given().post(REPORTS + id + ":confirm-evidence").then().statusCode(401);

        confirm("city-officer", id, "演示样本：修订不影响结论。")
                .statusCode(200)
                .body("evidenceState", equalTo("confirmed"))
                .body("evidenceChanges.evidenceState", contains("revised", "confirmed"))
                .body("evidenceChanges[1].by", equalTo("city-officer"))
                .body("evidenceChanges[1].note", equalTo("演示样本：修订不影响结论。"));
        recorded(observation, 3);
        awaitState(id, "revised");
        get(id).body("evidenceChanges.evidenceState", contains("revised", "confirmed", "revised"));
    }

    @Test
    @Tag("T04")
    void aReturnedReportIsReportedAgain() {
        UUID observation = UUID.randomUUID();
        String leaf = "t4.2.3.2.m04";
        String id = filed("city-officer", leaf, List.of(cites(observation, 1)));
        recorded(observation, 2);
        awaitState(id, "revised");
        as("city-admin")
                .header("If-Match", get(id).extract().header("ETag"))
                .body(Map.of("comment", "演示样本 sample"))
                .post(REPORTS + id + ":return")
                .then()
                .statusCode(200);
        confirm("city-officer", id, "sample").spec(Problems.of(409, "progress-report-returned"));
        String again = filed("city-officer", leaf, List.of(cites(observation, 2)));
        get(again).body("evidenceState", equalTo("current")).body("evidenceChanges", nullValue());
        as("auditor").get("/api/v1/tasks/" + leaf).then().body("evidence", equalTo(Map.of("current", 1)));
    }

    @Test
    @Tag("T04")
    void anObservationThatWasToldLongBeforeIsJudgedRightly() {
        UUID observation = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        recorded(observation, 2);
        withdrawn(gone, 2);
        await().atMost(PATIENCE)
                .until(() -> QuarkusTransaction.requiringNew()
                                .call(() -> versions.newest(List.of(observation, gone)))
                                .size()
                        == 2);
        String leaf = "t4.2.3.2.m05";
        get(filed("city-officer", leaf, List.of(cites(observation, 2)))).body("evidenceState", equalTo("current"));
        get(filed("city-officer", leaf, List.of(cites(observation, 1)))).body("evidenceState", equalTo("revised"));
        get(filed("district-441202", leaf, List.of(cites(gone, 1), cites(observation, 1))))
                .body("evidenceState", equalTo("withdrawn"))
                .body("proof.evidenceState", contains("withdrawn", "revised"));
    }

    /** Whoever comes first, the claim or the event: none of the claims goes on as if nothing had been revised. */
    @Test
    @Tag("T04")
    void noClaimMissesAnEventThatComesAtTheSameTime() {
        UUID observation = UUID.randomUUID();
        List<CompletableFuture<String>> filing = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    if (i == 3 || i == 6) {
                        recorded(observation, i / 3);
                    }
                    return filed("city-officer", "t4.2.3.3.m0" + (3 + i % 4), List.of(cites(observation, 1)));
                }))
                .toList();
        filing.stream().map(CompletableFuture::join).forEach(id -> awaitState(id, "revised"));
    }

    @Test
    @Tag("T04")
    void theOldWordsCountAsANoteAndNothingMustBeProved() {
        String leaf = "t4.2.3.2.m06";
        Map<String, Object> words = claim(List.of(Map.of("kind", "note", "text", "演示样本 sample")));
        words.put("evidence", "演示样本文件 1 号");
        get(file("city-officer", leaf, words).statusCode(201).extract().path("id"))
                .body("evidence", equalTo("演示样本文件 1 号"))
                .body("proof.text", contains("演示样本文件 1 号", "演示样本 sample"))
                .body("evidenceState", nullValue());
        get(filed("city-officer", leaf, List.of())).body("proof", hasSize(0));
        as("auditor").get("/api/v1/tasks/" + leaf).then().body("evidence", equalTo(Map.of()));
    }

    @Test
    @Tag("T04")
    void wrongEvidenceIsRefusedWithItsPlace() {
        String leaf = "t4.2.3.3.m08";
        UUID some = UUID.randomUUID();
        file("city-officer", leaf, claim(List.of(Map.of("kind", "rumour", "text", "sample"))))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/proof/0/kind"));
        file(
                        "city-officer",
                        leaf,
                        claim(List.of(document(), Map.of("kind", "document", "reference", "a", "hash", "12"))))
                .spec(Problems.at(400, "invalid-body", "/proof/1/hash"));
        file("city-officer", leaf, claim(List.of(cites(some, 0))))
                .spec(Problems.at(400, "invalid-body", "/proof/0/version"));
        file("city-officer", leaf, claim(Collections.nCopies(51, document())))
                .spec(Problems.at(400, "invalid-body", "/proof"));
        file("city-officer", leaf, claim(List.of(Map.of("kind", "observation", "observation", some))))
                .spec(Problems.at(422, "evidence-incomplete", "/proof/0/version"));
        file("city-officer", leaf, claim(List.of(document(), Map.of("kind", "note"))))
                .spec(Problems.at(422, "evidence-incomplete", "/proof/1/text"));
        as("auditor").get("/api/v1/tasks/" + leaf + "/progress-reports").then().body("items", hasSize(0));
    }

    @Test
    void anAnswerToAMatterFollowsItsEvidenceToo() {
        UUID observation = UUID.randomUUID();
        String id = as("city-officer")
                .body(Map.of("title", "演示样本", "unit", "441202", "cause", "演示样本", "workingDays", 5))
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        move(id, "assign", Map.of());
        move(id, "acknowledge", Map.of());
        move(id, "reply", Map.of("text", "演示样本", "evidence", List.of(document(), cites(observation, 1))));
        JsonPath before = as("city-officer").get("/api/v1/supervisions/" + id).jsonPath();
        assertThat(before.getString("replies[0].evidence[1].evidenceState")).isEqualTo("not-seen");
        recorded(observation, 2);
        await().atMost(PATIENCE)
                .until(
                        () -> as("city-officer")
                                .get("/api/v1/supervisions/" + id)
                                .path("replies[0].evidence[1].evidenceState"),
                        "revised"::equals);
        assertThat(as("city-officer")
                        .get("/api/v1/supervisions/" + id)
                        .jsonPath()
                        .getLong("version"))
                .as("whoever checks the answer has to see it first")
                .isGreaterThan(before.getLong("version"));
    }

    private static void move(String id, String name, Map<String, ?> body) {
        String tag = as("city-officer").get("/api/v1/supervisions/" + id).header("ETag");
        as("city-officer")
                .header("If-Match", tag)
                .body(body)
                .post("/api/v1/supervisions/" + id + ":" + name)
                .then()
                .statusCode(200);
    }

    private static void awaitState(String id, String state) {
        await().atMost(PATIENCE)
                .until(() -> as("city-officer").get(REPORTS + id).path("evidenceState"), state::equals);
    }

    private static ValidatableResponse get(String id) {
        return as("city-officer").get(REPORTS + id).then().statusCode(200);
    }

    private static ValidatableResponse confirm(String user, String id, String note) {
        String tag = as("city-officer").get(REPORTS + id).header("ETag");
        return as(user).header("If-Match", tag == null ? "\"1\"" : tag)
                .body(Map.of("note", note))
                .post(REPORTS + id + ":confirm-evidence")
                .then();
    }

    private static String filed(String user, String leaf, List<Map<String, ?>> proof) {
        return file(user, leaf, claim(proof)).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse file(String user, String leaf, Map<String, ?> claim) {
        return as(user).body(claim)
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then();
    }

    private static Map<String, Object> claim(List<Map<String, ?>> proof) {
        Map<String, Object> claim = new HashMap<>();
        claim.put("status", "in_progress");
        claim.put("reportedFor", "2024-12-31");
        claim.put("note", "演示样本 sample");
        claim.put("proof", proof);
        return claim;
    }

    private static Map<String, ?> cites(UUID observation, int version) {
        return Map.of("kind", "observation", "observation", observation.toString(), "version", version);
    }

    private static Map<String, ?> document() {
        return Map.of("kind", "document", "reference", "演示样本 1 号", "hash", "0".repeat(64));
    }
}
