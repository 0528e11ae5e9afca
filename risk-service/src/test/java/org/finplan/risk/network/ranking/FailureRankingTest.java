package org.finplan.risk.network.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rankings of failures through HTTP. */
@FinplanTest
@Tag("R14")
class FailureRankingTest {

    private static List<Map<String, Object>> rows(String path) {
        return Requests.as("auditor")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    @Test
    void theJobSaysWhatTheAnswerAtOnceSays() {
        String network = stored(battiston("2021-01-01"));
        Response ordered = Rankings.order(network, "{}");
        String id = ordered.path("id");
        ordered.then()
                .statusCode(202)
                .header("Location", endsWith(network + "/failure-rankings/" + id))
                .body("state", equalTo("queued"), "progress", equalTo(0f), "solver", nullValue());
        String path = network + "/failure-rankings/" + id;
        Rankings.done(path)
                .body("progress", equalTo(1f), "solver", equalTo("exact"), "converged", equalTo(true))
                .body("method", equalTo("linear-debtrank"), "joint", equalTo("worst-case"), "firms", equalTo(8))
                .body("tolerance", equalTo(1e-9f), "orderedBy", equalTo("risk-officer"));
        List<Map<String, Object>> atOnce = rows(network + "/single-failures");
        atOnce.forEach(row -> row.remove("solver"));
        assertThat(rows(path + "/failures")).isEqualTo(atOnce);
        String cursor = Requests.as("auditor")
                .header("Prefer", "count=exact")
                .get(path + "/failures?limit=5")
                .then()
                .body("items.rank", contains(1, 2, 3, 4, 5), "items[0].firm", equalTo("N1"), "total", equalTo(8))
                .extract()
                .path("nextCursor");
        Requests.as("auditor")
                .queryParam("cursor", cursor)
                .get(path + "/failures?limit=5")
                .then()
                .body("items.rank", contains(6, 7, 8), "nextCursor", nullValue());
        Rankings.order(network, "{\"joint\":\"worst-case\"}")
                .then()
                .statusCode(202)
                .body("id", equalTo(id));
        Response other = Rankings.order(network, "{\"joint\":\"expected\"}");
        other.then().statusCode(202).body("joint", equalTo("expected"));
        Rankings.done(network + "/failure-rankings/" + other.path("id"));
    }

    @Test
    void whoMayNotIsRefusedAndWhatIsMissingIsSaidAtOnce() {
        String network = stored(battiston("2021-02-01"));
        String nothing = network + "/failure-rankings/" + UUID.randomUUID();
        String path = network + "/failure-rankings";
        Requests.as("auditor").body("{}").post(path).then().spec(Problems.of(403, "forbidden"));
        Requests.as("auditor").get(nothing).then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor").get(nothing + "/failures").then().spec(Problems.of(404, "not-found"));
        Requests.as("risk-officer").post(nothing + ":cancel").then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor").post(nothing + ":cancel").then().spec(Problems.of(403, "forbidden"));
        Rankings.order("/api/v1/networks/" + UUID.randomUUID(), "{}").then().spec(Problems.of(404, "not-found"));
        Rankings.order(network, "{\"joint\":\"no\"}").then().spec(Problems.at(422, "unknown-network-code", "/joint"));
        String bare = stored(network("guarantee", "2021-02-02", List.of(node("A", Map.of())), List.of()));
        Rankings.order(bare, "{}").then().spec(Problems.at(422, "network-figure-missing", "/network"));
        String id = Rankings.order(network, "{}").path("id");
        Rankings.done(path + "/" + id);
        Requests.as("auditor-SAMPLE-CITY").get(path + "/" + id).then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .get(path + "/" + id + "/failures?cursor=bm8")
                .then()
                .spec(Problems.of(400, "invalid-cursor"));
        String tag = Requests.as("auditor").get(path + "/" + id).header("ETag");
        Requests.as("risk-officer")
                .post(path + "/" + id + ":cancel")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        Requests.as("risk-officer")
                .header("If-Match", "\"stale\"")
                .post(path + "/" + id + ":cancel")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        Requests.as("risk-officer")
                .header("If-Match", tag)
                .post(path + "/" + id + ":cancel")
                .then()
                .spec(Problems.of(409, "failure-ranking-ended"));
    }

    @Test
    void theRankingsOfANetworkAreListedTheNewestFirst() {
        String network = stored(battiston("2021-05-01"));
        String path = network + "/failure-rankings";
        Requests.as("auditor").get(path).then().statusCode(200).body("items", hasSize(0));
        String first = Rankings.order(network, "{}").path("id");
        Rankings.done(path + "/" + first);
        String second = Rankings.order(network, "{\"joint\":\"expected\"}").path("id");
        Rankings.done(path + "/" + second);
        String cursor = Requests.as("auditor")
                .header("Prefer", "count=exact")
                .get(path + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.id", contains(second), "items.state", contains("done"), "total", equalTo(2))
                .extract()
                .path("nextCursor");
        Requests.as("auditor")
                .queryParam("cursor", cursor)
                .get(path + "?limit=1")
                .then()
                .body("items.id", contains(first), "nextCursor", nullValue());
        RestAssured.given().get(path).then().statusCode(401);
        Requests.as("district-441202").get(path).then().spec(Problems.of(403, "forbidden"));
        Requests.as("auditor-SAMPLE-CITY").get(path).then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor").get(path + "?state=done").then().statusCode(400);
        Requests.as("auditor").get(path + "?cursor=bm8").then().spec(Problems.of(400, "invalid-cursor"));
    }

    @Test
    void aNetworkThatIsTooLargeToBeAnsweredAtOnceIsRankedByTheJobThatItsProblemNames() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int firm = 0; firm <= 5000; firm++) {
            nodes.add(node("F" + firm, Map.of("equity", 1)));
        }
        String network =
                stored(network("guarantee", "2021-03-01", nodes, List.of(edge("F1", "F0", .5), edge("F2", "F1", .5))));
        Requests.as("auditor")
                .get(network + "/single-failures")
                .then()
                .spec(Problems.at(422, "network-too-large-to-rank", "/nodes"))
                .body("errors[0].accepted", hasItem("POST " + network + "/failure-rankings"));
        String path =
                network + "/failure-rankings/" + Rankings.order(network, "{}").path("id");
        Rankings.done(path).body("solver", equalTo("exact"), "firms", equalTo(5001));
        Requests.as("auditor")
                .get(path + "/failures?limit=3")
                .then()
                .body("items.firm", contains("F0", "F1", "F10"), "items.failures", contains(1, 1, 1))
                .body("items", hasSize(3));
    }

    /** More circles at their critical point than can be held apart: cut into parts, which give what the answer at once gives. */
    @Test
    void aNetworkThatCannotBeSolvedForAllAtOnceIsIteratedInParts() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int pair = 0; pair < 300; pair++) {
            nodes.add(node("A" + pair, Map.of("equity", 1, "weight", pair + 1)));
            nodes.add(node("B" + pair, Map.of("equity", 1, "weight", 1)));
            edges.add(edge("A" + pair, "B" + pair, 1));
            edges.add(edge("B" + pair, "A" + pair, 1));
        }
        String network = stored(network("guarantee", "2021-04-01", nodes, edges));
        String path =
                network + "/failure-rankings/" + Rankings.order(network, "{}").path("id");
        Rankings.done(path).body("solver", equalTo("iterated"), "converged", equalTo(true), "progress", equalTo(1f));
        List<Map<String, Object>> atOnce = rows(network + "/single-failures?limit=200");
        atOnce.forEach(row -> assertThat(row.remove("solver")).isEqualTo("iterated"));
        assertThat(rows(path + "/failures?limit=200")).isEqualTo(atOnce);
    }
}
