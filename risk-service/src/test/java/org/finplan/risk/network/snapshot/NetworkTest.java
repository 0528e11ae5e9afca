package org.finplan.risk.network.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.ALL;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.send;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Networks are stored once, never changed, and refused when they contradict themselves. */
@FinplanTest
class NetworkTest {

    private static final long MEGABYTE = 1 << 20;

    @Test
    @Tag("R13")
    @SuppressWarnings("unchecked")
    void theSameContentInAnotherOrderIsTheSameNetwork() {
        Map<String, Object> network = battiston("2020-01-01");
        String path = stored(network);
        Collections.reverse((List<Object>) network.get("nodes"));
        Collections.reverse((List<Object>) network.get("edges"));
        assertThat(stored(network)).isEqualTo(path);
        network.put("asOf", "2020-01-02");
        assertThat(stored(network)).isNotEqualTo(path);
        String tag = Requests.as("auditor")
                .get(path)
                .then()
                .statusCode(200)
                .body("firms", equalTo(8), "edges", equalTo(9), "kind", equalTo("guarantee"))
                .body("region", equalTo("441200"), "synthetic", equalTo(true), "asOf", equalTo("2020-01-01"))
                .extract()
                .header("ETag");
        Requests.as("auditor").header("If-None-Match", tag).get(path).then().statusCode(304);
        Requests.as("auditor")
                .get(ALL + "?kind=guarantee&limit=500")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(path.substring(ALL.length() + 1)));
        Requests.as("auditor").get(ALL + "?kind=no").then().spec(Problems.at(400, "invalid-parameter", "?kind"));
    }

    @Test
    void parallelEdgesAreSummedAndExpiredOnesLeftOutAndBothAreCounted() {
        Map<String, Object> expired = edge("A", "B", 5);
        expired.put("until", "2020-12-31");
        Map<String, Object> lasting = edge("B", "A", 7);
        lasting.put("until", "2021-01-01");
        lasting.put("since", "2020-01-01");
        Map<String, Object> later = edge("A", "B", 9);
        later.put("since", "2021-01-02");
        String path = stored(network(
                "guarantee",
                "2021-01-01",
                List.of(node("A", Map.of("equity", 1)), node("B", Map.of("equity", 1))),
                List.of(edge("A", "B", 1.5), edge("A", "B", 2), expired, later, lasting)));
        Requests.as("auditor")
                .get(path)
                .then()
                .body("parallel", equalTo(1), "notInForce", equalTo(2), "edges", equalTo(3));
        Requests.as("auditor")
                .get(path + "/chains?firm=A&depth=2")
                .then()
                .statusCode(200)
                .body("paths.size()", equalTo(1), "paths[0].steps.amount", contains(3.5f, 7.0f))
                .body("paths[0].firms", contains("A", "B", "A"), "paths[0].end", equalTo("loop"))
                .body("paths[0].steps.until", contains(nullValue(), equalTo("2021-01-01")));
    }

    @Test
    void whatContradictsItselfIsRefusedAtItsPlace() {
        refused(Map.of("kind", "no"), "unknown-network-code", "/kind")
                .body("errors[0].accepted", contains("guarantee", "debt"));
        refused(Map.of("edges", List.of(edge("A", "X", 1))), "unknown-firm", "/edges/0/to");
        refused(Map.of("edges", List.of(edge("A", "A", 1))), "self-edge", "/edges/0/to");
        refused(
                Map.of("edges", List.of(edge("A", "B", 1), edge("A", "B", -1))),
                "network-number-out-of-range",
                "/edges/1/amount");
        refused(
                Map.of("nodes", List.of(node("A", Map.of()), node("B", Map.of()), node("A", Map.of()))),
                "duplicate-firm",
                "/nodes/2/id");
        refused(
                Map.of("nodes", List.of(node("A", Map.of("weight", 1)), node("B", Map.of()))),
                "weight-missing",
                "/nodes/1/weight");
        refused(
                Map.of("nodes", List.of(node("A", Map.of("externalDebt", -1)), node("B", Map.of()))),
                "network-number-out-of-range",
                "/nodes/0/externalDebt");
        Map<String, Object> joint = edge("A", "B", 1);
        joint.put("contract", "C");
        refused(Map.of("edges", List.of(joint, joint)), "joint-contract-contradicts", "/edges/1/contract");
        Map<String, Object> nan = edge("A", "B", 1);
        nan.put("amount", "NaN");
        send(small(Map.of("edges", List.of(nan)))).then().spec(Problems.at(400, "invalid-body", "/edges/0/amount"));
        send(small(Map.of("more", 1))).then().spec(Problems.at(400, "invalid-body", "/more"));
    }

    private static Map<String, Object> small(Map<String, ?> other) {
        Map<String, Object> network = network(
                "guarantee",
                "2021-02-01",
                List.of(node("A", Map.of()), node("B", Map.of())),
                List.of(edge("A", "B", 1)));
        network.putAll(other);
        return network;
    }

    private static ValidatableResponse refused(Map<String, ?> other, String code, String pointer) {
        return send(small(other)).then().spec(Problems.at(422, code, pointer));
    }

    @Test
    void whatIsTooLargeIsNotTaken() throws IOException {
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int firm = 0; firm <= 200_000; firm++) {
            nodes.add(Map.of("id", "F" + firm));
        }
        send(network("debt", "2021-03-01", nodes, List.of()))
                .then()
                .spec(Problems.at(413, "network-too-large", "/nodes"))
                .body("errors[0].value", equalTo("200001"), "errors[0].accepted", contains("0..200000"));
        assertThat(announced(ALL, 64 * MEGABYTE + 1)).startsWith("HTTP/1.1 413").contains("body-too-large");
        for (String other : List.of(ALL + "/" + UUID.randomUUID() + "/what-ifs", ALL + ":from-facts", ALL + "/")) {
            assertThat(announced(other, 9 * MEGABYTE + 1))
                    .startsWith("HTTP/1.1 413")
                    .contains("body-too-large");
        }
    }

    /** What is answered to a request before anything of the body that it announces has come. */
    private static String announced(String path, long length) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                    + Tokens.of("risk-officer") + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                    + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            // The connection stays open until the body has come, which it never does.
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            while (!answer.toString(StandardCharsets.UTF_8).contains("traceId")) {
                int next = socket.getInputStream().read();
                assertThat(next).as(answer.toString(StandardCharsets.UTF_8)).isNotNegative();
                answer.write(next);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void whatIsWrongWithinALargeBodyIsToldAtItsPlace() {
        Map<String, Object> nameless = edge("A", "B", 1);
        nameless.put("from", " ");
        nameless.put("contract", "");
        send(small(Map.of("edges", List.of(edge("A", "B", 1), nameless))))
                .then()
                .spec(Problems.of(400, "invalid-body"))
                .body("errors.pointer", contains("/edges/1/contract", "/edges/1/from"))
                .body("errors.code", contains("size", "not-blank"));
        List<Map<String, Object>> absent = new ArrayList<>();
        absent.add(null);
        send(small(Map.of("nodes", absent))).then().spec(Problems.at(400, "invalid-body", "/nodes/0"));
        send(small(Map.of("nodes", List.of()))).then().spec(Problems.at(400, "invalid-body", "/nodes"));
        send(small(Map.of("nodes", "A"))).then().spec(Problems.at(400, "invalid-body", "/nodes"));
        send(small(Map.of("edges", List.of(Map.of("from", "A", "to", "B", "amount", 1, "more", 1)))))
                .then()
                .spec(Problems.at(400, "invalid-body", "/edges/0/more"));
        Requests.as("risk-officer")
                .body("{\"kind\": \"debt\"}")
                .post(ALL)
                .then()
                .spec(Problems.of(400, "invalid-body"));
        Requests.as("risk-officer").body("").post(ALL).then().spec(Problems.of(400, "invalid-body"));
        Requests.as("risk-officer").body("{\"nodes\": [{").post(ALL).then().spec(Problems.of(400, "malformed-json"));
    }

    @Test
    void anotherBodyWithTheSameKeyIsRefused() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> network = battiston("2021-04-05");
        Requests.as("risk-officer")
                .header("Idempotency-Key", key)
                .body(network)
                .post(ALL)
                .then()
                .statusCode(201);
        network.put("asOf", "2021-04-06");
        Requests.as("risk-officer")
                .header("Idempotency-Key", key)
                .body(network)
                .post(ALL)
                .then()
                .spec(Problems.of(422, "idempotency-key-reused"));
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndNotEverybodyMay() {
        String key = UUID.randomUUID().toString();
        for (int time = 0; time < 2; time++) {
            Requests.as("risk-officer")
                    .header("Idempotency-Key", key)
                    .body(battiston("2021-04-01"))
                    .post(ALL)
                    .then()
                    .statusCode(201);
        }
        Map<String, Object> body = battiston("2021-04-02");
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(ALL)
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        for (String user : List.of("district-441202", "auditor")) {
            Requests.as(user).body(body).post(ALL).then().spec(Problems.of(403, "forbidden"));
        }
        Requests.as("district-441202").get(ALL).then().spec(Problems.of(403, "forbidden"));
        Requests.as("auditor").get(ALL + "/" + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
    }
}
