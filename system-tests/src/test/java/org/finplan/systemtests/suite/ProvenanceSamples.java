package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/** One of each thing that an answer can be about. What the plan does not bring is made, and says that it is a sample. */
final class ProvenanceSamples {

    /** Who asks, and who made what is asked for. */
    static final String READER = "city-officer";

    private static final String TASK = "t4.2.2.1.m03";
    private static final String TITLE = "演示样本 / sample of a test";

    private final Suite suite;
    private final GatewayClient client;

    private ProvenanceSamples(Suite suite) {
        this.suite = suite;
        this.client = suite.client();
    }

    /** {@return values of the placeholders of the table} */
    static Map<String, String> make(Suite suite) {
        ProvenanceSamples samples = new ProvenanceSamples(suite);
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("observation", samples.first("/api/v1/indicators/gdp/observations?region=441200&from=2022&to=2022"));
        ids.put("target", samples.first("/api/v1/targets?plan=zq-fin-14fyp"));
        ids.put("task", TASK);
        ids.put("report", samples.report());
        ids.put("notice", samples.notice());
        ids.put("release", samples.release());
        String institution = samples.institution();
        ids.put("institution", institution);
        ids.put("link", samples.ownershipLink(institution));
        ids.put("record", samples.supervisionRecord(institution));
        ids.put("exit", samples.exit());
        samples.disclosure();
        ids.put("milestone", samples.milestone());
        ids.put("fact", samples.fact());
        ids.put("entry", samples.first("/api/v1/registers/systems/entries"));
        ids.put("supervision", samples.supervision());
        ids.put("dispute", samples.dispute());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !samples.items("/api/v1/alerts").isEmpty());
        ids.put("alert", samples.first("/api/v1/alerts"));
        return ids;
    }

    private JsonNode items(String path) {
        Answer answer = client.get(READER, path);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body().path("items");
    }

    private String first(String path) {
        JsonNode id = items(path).path(0).path("id");
        assertThat(id.isTextual()).as(path).isTrue();
        return id.asText();
    }

    private String made(String path, String body) {
        Answer answer = client.post(READER, path, Suite.json(body));
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(201);
        return answer.body().path("id").asText();
    }

    private String report() {
        return made("/api/v1/tasks/" + TASK + "/progress-reports", """
                {"status": "in_progress", "reportedFor": "2023-06-30", "note": "%s"}
                """.formatted(TITLE));
    }

    private String notice() {
        Answer draft = client.post("risk-officer", "/api/v1/notices", Suite.json("""
                {"region": "441200", "issuer": "演示样本单位", "title": {"zh": "演示样本"}, "body": {"zh": "演示样本"}}
                """));
        String id = draft.body().path("id").asText();
        RestAssured.given()
                .header("If-Match", draft.headers().get("etag"))
                .header("Authorization", "Bearer " + suite.token("risk-officer"))
                .contentType("application/json")
                .body("{\"channels\":[{\"channel\":\"website\"}]}")
                .post(suite.gateway() + "/api/v1/notices/" + id + ":publish")
                .then()
                .statusCode(200);
        return id;
    }

    /** A staged release far ahead: its figures are seen by their author. */
    private String release() {
        String id = made("/api/v1/releases", """
                {"title": "%s", "releaseAt": "2099-01-01T00:00:00Z", "audience": "internal"}
                """.formatted(TITLE));
        Answer staged = client.post(READER, "/api/v1/observations", Suite.json("""
                {"release": "%s", "items": [{"indicator": "premium-income", "region": "441203", "period": "2022", "value": 1,
                  "unit": "CNY_100M", "source": {"title": "%s"}}]}
                """.formatted(id, TITLE)));
        assertThat(staged.successful()).as("%s", staged.body()).isTrue();
        return id;
    }

    private String institution() {
        String uscc = "91441200MA0000001U";
        if (client.get(READER, "/api/v1/institutions/" + uscc).status() == 404) {
            sent("/api/v1/institutions", """
                    {"uscc": "%s", "name": "%s", "kind": "microloan", "region": "441202", "status": "operating",
                      "since": "2020-01-01"}
                    """.formatted(uscc, TITLE));
        }
        sent("/api/v1/institutions/" + uscc + "/ratings", """
                {"scheme": "guangdong-camel-rr", "grade": "BB", "on": "2026-03-31", "source": "%s", "reason": "%s"}
                """.formatted(TITLE, TITLE));
        sent("/api/v1/institution-reports", """
                {"items": [{"institution": "%s", "period": "2026-06", "metrics": {"net-assets": 1000}, "reason": "%s"}]}
                """.formatted(uscc, TITLE));
        return uscc;
    }

    private String ownershipLink(String institution) {
        return made("/api/v1/ownership-links", """
                {"institution": "%s", "holder": {"kind": "person", "name": "%s"}, "nature": "shares", "share": 1,
                  "from": "2025-01-01", "source": {"title": "%s"}, "reason": "%s"}
                """.formatted(institution, TITLE, TITLE, TITLE));
    }

    private String supervisionRecord(String institution) {
        return made("/api/v1/institutions/" + institution + "/supervision-records", """
                {"channel": "on_site", "mode": "online", "on": "2025-01-01", "title": "%s", "findings": "%s", "reason": "%s"}
                """.formatted(TITLE, TITLE, TITLE));
    }

    /** The exit of a firm of its own, so that the others stay. */
    private String exit() {
        String uscc = "91441200MA0000009L";
        if (client.get(READER, "/api/v1/institutions/" + uscc).status() == 404) {
            sent("/api/v1/institutions", """
                    {"uscc": "%s", "name": "%s", "kind": "microloan", "region": "441202", "status": "operating",
                      "since": "2020-01-01"}
                    """.formatted(uscc, TITLE));
        }
        String list = "/api/v1/institution-exits?institution=" + uscc;
        return items(list).isEmpty() ? made("/api/v1/institution-exits", """
                        {"institution": "%s", "ground": "shell", "on": "2025-01-05", "document": {"title": "%s"}}
                        """.formatted(uscc, TITLE)) : first(list);
    }

    private void disclosure() {
        String body = "/api/v1/disclosure-bodies/91441200MA0000001U";
        if (client.get(READER, body).status() == 404) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + suite.token(READER))
                    .contentType("application/json")
                    .body("""
                            {"bodyClass": "public-body", "name": "%s", "region": "441202", "fromYear": 2024,
                              "source": {"title": "%s"}}
                            """.formatted(TITLE, TITLE))
                    .put(suite.gateway() + body)
                    .then()
                    .statusCode(200);
        }
        sent("/api/v1/environmental-disclosures", """
                {"body": "91441200MA0000001U", "year": 2024, "publishedOn": "2025-03-31", "document": {"title": "%s"},
                  "reason": "%s"}
                """.formatted(TITLE, TITLE));
    }

    private String supervision() {
        return made("/api/v1/supervisions", """
                {"title": "%s", "unit": "441202", "workingDays": 10, "cause": "%s"}
                """.formatted(TITLE, TITLE));
    }

    private String milestone() {
        return made("/api/v1/tasks/" + TASK + "/milestones", """
                {"title": {"zh": "演示样本", "en": "sample of a test"}, "plannedDate": "2025-06-30"}
                """);
    }

    private String fact() {
        return made("/api/v1/network-facts", """
                {"kind": "firm", "fields": {"uscc": "91441200MA0000001U", "name": "%s", "region": "441202"}, "source": "%s"}
                """.formatted(TITLE, TITLE));
    }

    private void sent(String path, String body) {
        Answer answer = client.post(READER, path, Suite.json(body));
        assertThat(answer.successful()).as("%s: %s", path, answer.body()).isTrue();
    }

    private String dispute() {
        String list = "/api/v1/disputed-cells?indicator=deposits-balance&region=441202";
        return items(list).isEmpty() ? made("/api/v1/disputed-cells", """
                        {"plan": "zq-fin-14fyp", "indicator": "deposits-balance", "period": "2024", "whole": "441200",
                          "region": "441202", "note": "%s"}
                        """.formatted(TITLE)) : first(list);
    }
}
