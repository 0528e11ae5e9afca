package org.finplan.risk.supervision;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Records of supervision through HTTP, and the time line that they stand in. */
@FinplanTest
class SupervisionRecordTest {

    private static final String ALL = "/api/v1/supervision-records";
    private static final List<String> CHANNELS =
            List.of("off_site", "on_site", "account", "third_party_audit", "public_oversight");

    @Test
    @Tag("R04")
    void recordsOfAllFiveChannelsAreEnteredAndFiltered() {
        Requests.as("auditor")
                .get("/api/v1/supervision-channels")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(CHANNELS));
        String uscc = SampleInstitution.registered("leasing", "441223");
        String other = SampleInstitution.registered("leasing", "441223");
        for (String channel : CHANNELS) {
            enter(uscc, request(channel, "2026-03-01")).then().statusCode(201).body("channel", equalTo(channel));
        }
        enter(other, request("account", "2026-04-01")).then().statusCode(201);
        records("institution", uscc).then().body("items.channel", containsInAnyOrder(CHANNELS.toArray()));
        for (String channel : CHANNELS) {
            records("channel", channel).then().body("items.channel", everyItem(equalTo(channel)));
        }
        records("channel", "account").then().body("items.institution", contains(other, uscc), "total", equalTo(2));
        records("from", "2026-03-02").then().body("items.institution", contains(other));
        records("to", "2026-03-31").then().body("items.institution", everyItem(equalTo(uscc)));
        String cursor = records("limit", "1").then().extract().path("nextCursor");
        records("cursor", cursor)
                .then()
                .body("items.institution", everyItem(equalTo(uscc)), "items.size()", equalTo(5));
        records("channel", "gossip").then().spec(Problems.at(400, "invalid-parameter", "?channel"));
        records("region", "gossip").then().spec(Problems.at(400, "invalid-parameter", "?region"));
    }

    @Test
    @Tag("R05")
    void aNoteOfWorkOffLineStandsInTheHistoryAtItsOwnDay() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        enter(uscc, request("on_site", "2026-03-12")).then().statusCode(201);
        Map<String, Object> offline = request("on_site", "2025-11-02");
        offline.put("mode", "offline");
        enter(uscc, offline).then().statusCode(201);
        enter(uscc, request("off_site", "2025-12-31")).then().statusCode(201);
        history(uscc)
                .then()
                .statusCode(200)
                .body("items.on", contains("2026-03-12", "2025-12-31", "2025-11-02", "2020-01-01"))
                .body("items.kind", hasItem("status"))
                .body("items[2].mode", equalTo("offline"), "items[2].late", equalTo(true));
        Requests.as("auditor")
                .get("/api/v1/institutions/" + uscc + "/history?kind=supervision-record&to=2025-12-31&limit=1")
                .then()
                .body("items.on", contains("2025-12-31"));
    }

    @Test
    void theHistoryHasRatingsReportsAndExitsBesideTheRecords() {
        String uscc = SampleInstitution.registered("microloan", "441202");
        String path = "/api/v1/institutions/" + uscc;
        Requests.as("city-officer")
                .body(Map.of("scheme", "guangdong-camel-rr", "grade", "A", "on", "2025-04-30", "source", "演示样本"))
                .post(path + "/ratings")
                .then()
                .statusCode(201);
        Requests.as("city-officer")
                .body(Map.of("mode", "periodic", "frequency", "month", "graceDays", 15, "since", "2020-01-01"))
                .put(path + "/report-sources/institution")
                .then()
                .statusCode(200);
        Requests.as("city-officer")
                .body(Map.of(
                        "items",
                        List.of(Map.of(
                                "institution", uscc, "period", "2024-06", "metrics", Map.of("total-assets", 1000)))))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
        Requests.as("risk-officer")
                .body(Map.of(
                        "institution",
                        uscc,
                        "ground",
                        "shell",
                        "on",
                        "2025-05-01",
                        "document",
                        Map.of("title", "演示样本")))
                .post("/api/v1/institution-exits")
                .then()
                .statusCode(201);
        history(uscc)
                .then()
                .body("items.kind", containsInAnyOrder("status", "rating", "report", "exit", "alert"))
                .body("items.find { it.kind == 'rating' }.detail", equalTo("A"))
                .body("items.find { it.kind == 'report' }.late", equalTo(true))
                .body("items.find { it.kind == 'exit' }.on", equalTo("2025-05-01"));
        String cursor = Requests.as("auditor").get(path + "/history?limit=4").path("nextCursor");
        Requests.as("auditor")
                .queryParam("cursor", cursor)
                .get(path + "/history")
                .then()
                .body("items.on", contains("2020-01-01"));
        Requests.as("auditor")
                .get(path + "/history?kind=rumour")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?kind"));
        Requests.as("district-441203").get(path + "/history").then().spec(Problems.of(404, "not-found"));
        RestAssured.given().get(path + "/history").then().spec(Problems.of(401, "unauthenticated"));
    }

    @Test
    @Tag("R11")
    void aSignalSaysWhichOfFourPartiesItCameFrom() {
        String uscc = SampleInstitution.registered("private_fund", "441224");
        List<String> parties = List.of("enforcement", "self_discipline", "media", "public");
        for (String party : parties) {
            Map<String, Object> signal = request("public_oversight", "2026-03-01");
            signal.put("party", party);
            enter(uscc, signal).then().statusCode(201).body("party", equalTo(party));
        }
        enter(uscc, request("off_site", "2026-03-01")).then().statusCode(201).body("party", nullValue());
        for (String party : parties) {
            Requests.as("district-441224").get(ALL + "?party=" + party).then().body("items.party", contains(party));
        }
        Map<String, Object> signal = request("public_oversight", "2026-03-01");
        signal.put("party", "nobody");
        enter(uscc, signal).then().spec(Problems.at(422, "unknown-party", "/party"));
        Requests.as("auditor")
                .get("/api/v1/supervision-parties")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(parties));
    }

    @Test
    void aCorrectionIsAVersionAndWhatIsTakenBackStays() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        Response entered = enter(uscc, request("on_site", "2026-03-01"));
        String record = ALL + "/" + entered.path("id");
        String asOf = entered.path("recordedAt");
        Map<String, Object> correction = request("on_site", "2026-03-02");
        put(record, "\"1\"", correction).then().spec(Problems.at(422, "reason-required", "/reason"));
        correction.put("reason", "演示样本：日期更正");
        put(record, null, correction).then().spec(Problems.of(428, "precondition-required"));
        put(record, "\"1\"", correction).then().statusCode(200).body("version", equalTo(2));
        put(record, "\"1\"", correction).then().spec(Problems.of(412, "precondition-failed"));
        Requests.as("auditor").get(record).then().body("on", equalTo("2026-03-02"), "enteredAt", equalTo(asOf));
        Requests.as("auditor").queryParam("asOf", asOf).get(record).then().body("on", equalTo("2026-03-01"));
        withdraw(record).then().statusCode(200).body("withdrawn", equalTo(true));
        Requests.as("risk-officer")
                .header("If-Match", "\"3\"")
                .body(Map.of("reason", "演示样本"))
                .post(record + ":withdraw")
                .then()
                .spec(Problems.of(409, "record-withdrawn"));
        Requests.as("auditor").get(record + "/versions").then().body("items.version", contains(3, 2, 1));
        Requests.as("auditor").get(ALL + "?institution=" + uscc).then().body("items.size()", equalTo(0));
        Requests.as("auditor")
                .queryParam("asOf", asOf)
                .get(ALL + "?institution=" + uscc)
                .then()
                .body("items.on", contains("2026-03-01"));
        history(uscc).then().body("items.kind", not(hasItem("supervision-record")));
    }

    @Test
    void wrongInputIsNamedAndRegionsHold() {
        String uscc = SampleInstitution.registered("pawn", "441202");
        enter(uscc, request("gossip", "2026-03-01")).then().spec(Problems.at(422, "unknown-channel", "/channel"));
        enter(uscc, request("account", "2199-03-01")).then().spec(Problems.at(422, "dates-contradict", "/on"));
        Map<String, Object> request = request("account", "2026-03-01");
        request.put("findings", "演示样本：账号 6222000000000000000");
        enter(uscc, request).then().spec(Problems.at(422, "account-number", "/findings"));
        request.put("findings", "演示样本");
        request.put("mode", "by-post");
        enter(uscc, request).then().spec(Problems.at(422, "unknown-working-mode", "/mode"));
        request.put("attachments", List.of(Map.of("reference", "SAMPLE", "sha256", "short")));
        enter(uscc, request).then().spec(Problems.at(400, "invalid-body", "/attachments/0/sha256"));
        enter("91441200MA0000000X", request("account", "2026-03-01")).then().spec(Problems.of(404, "not-found"));
        String record =
                ALL + "/" + enter(uscc, request("account", "2026-03-01")).path("id");
        Requests.as("district-441203").get(record).then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441203").get(record + "/versions").then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .body(request("account", "2026-03-01"))
                .post("/api/v1/institutions/" + uscc + "/supervision-records")
                .then()
                .spec(Problems.of(403, "forbidden"));
        RestAssured.given().get(ALL).then().spec(Problems.of(401, "unauthenticated"));
    }

    private static Response history(String uscc) {
        return Requests.as("auditor").get("/api/v1/institutions/" + uscc + "/history");
    }

    private static Response enter(String uscc, Map<String, Object> request) {
        return Requests.as("risk-officer").body(request).post("/api/v1/institutions/" + uscc + "/supervision-records");
    }

    private static Response put(String record, String tag, Map<String, Object> request) {
        return (tag == null
                        ? Requests.as("risk-officer")
                        : Requests.as("risk-officer").header("If-Match", tag))
                .body(request)
                .put(record);
    }

    private static Response withdraw(String record) {
        return Requests.as("risk-officer")
                .header("If-Match", "\"2\"")
                .body(Map.of("reason", "演示样本"))
                .post(record + ":withdraw");
    }

    private static Response records(String name, String value) {
        return Requests.as("district-441223")
                .queryParam(name, value)
                .header("Prefer", "count=exact")
                .get(ALL);
    }

    private static Map<String, Object> request(String channel, String on) {
        Map<String, Object> request = new HashMap<>();
        request.put("channel", channel);
        request.put("mode", "online");
        request.put("on", on);
        request.put("title", "演示样本");
        request.put("findings", "演示样本，非真实数据");
        request.put("amounts", List.of(Map.of("of", "演示样本", "value", 1250.5)));
        request.put("attachments", List.of(Map.of("reference", "SAMPLE-FILE-1", "sha256", "0".repeat(64))));
        return request;
    }
}
