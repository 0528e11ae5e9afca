package org.finplan.risk.network.removal;

import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Test;

/** Which guarantees should go, asked through HTTP. */
@FinplanTest
class RemovalTest {

    private static final Map<String, Object> FOUR = Map.of("equity", 4);

    private static Response ask(String network, Object component, Object bound) {
        return Requests.as("auditor")
                .body(Map.of("component", component, "bound", bound))
                .post(network + "/cheapest-removals");
    }

    private static String star(String day) {
        Map<String, Object> one = edge("R3", "R0", 2);
        one.put("contract", "演示样本-共保");
        Map<String, Object> other = edge("R4", "R0", 2);
        other.put("contract", "演示样本-共保");
        return stored(network(
                "guarantee",
                day,
                List.of(
                        node("R0", FOUR),
                        node("R1", Map.of("equity", 3)),
                        node("R2", FOUR),
                        node("R3", FOUR),
                        node("R4", FOUR)),
                List.of(edge("R1", "R0", 3), edge("R2", "R0", 2), one, other)));
    }

    @Test
    void theGuaranteesAreNamedWithTheirImpactAndTheGap() {
        String network = star("2022-01-01");
        ask(network, 0, 0.2)
                .then()
                .statusCode(200)
                .body("firms", equalTo(5), "guarantees", equalTo(3), "worstBefore", equalTo("R0"))
                .body("impactBefore", equalTo(0.4f), "impactAfter", equalTo(0.2f), "cost", equalTo(3.0f))
                .body("steps.borrower", contains("R0"), "steps[0].guarantors", contains("R1"))
                .body("steps[0].amount", equalTo(3.0f), "proof", equalTo("search"), "synthetic", equalTo(true))
                .body("lowerBound", equalTo(3.0f), "gap", equalTo(0.0f));
        ask(network, 0, 0)
                .then()
                .statusCode(200)
                .body("steps.size()", equalTo(3), "cost", equalTo(7.0f), "impactAfter", equalTo(0.0f))
                .body("steps.find { it.contract != null }.guarantors", contains("R3", "R4"));
        ask(network, 0, 1)
                .then()
                .statusCode(200)
                .body("steps.size()", equalTo(0), "proof", equalTo("none-needed"), "gap", equalTo(0.0f));
    }

    @Test
    void whatDoesNotFitIsRefusedAndNotEverybodyMay() {
        String network = star("2022-01-02");
        ask(network, 1, 0.2).then().spec(Problems.at(422, "network-number-out-of-range", "/component"));
        ask(network, 0, 2).then().spec(Problems.at(400, "invalid-body", "/bound"));
        Requests.as("auditor")
                .body(Map.of("component", 0, "bound", 0.2, "method", "cascade"))
                .post(network + "/cheapest-removals")
                .then()
                .spec(Problems.at(422, "method-not-applicable", "/method"));
        String debts = stored(network("debt", "2022-01-02", List.of(node("A", FOUR), node("B", FOUR)), List.of()));
        ask(debts, 0, 0.2).then().spec(Problems.at(422, "method-not-applicable", "/network"));
        String unknown = stored(network(
                "guarantee", "2022-01-02", List.of(node("A", Map.of()), node("B", FOUR)), List.of(edge("A", "B", 1))));
        ask(unknown, 0, 0.2).then().spec(Problems.at(422, "network-figure-missing", "/network"));
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int firm = 0; firm <= 200; firm++) {
            nodes.add(node("F" + firm, FOUR));
            if (firm > 0) {
                edges.add(edge("F" + firm, "F0", 1));
            }
        }
        ask(stored(network("guarantee", "2022-01-02", nodes, edges)), 0, 0.2)
                .then()
                .spec(Problems.at(422, "network-too-large-to-rank", "/component"));
        ask("/api/v1/networks/" + UUID.randomUUID(), 0, 0.2).then().spec(Problems.of(404, "not-found"));
        Map<String, Object> body = Map.of("component", 0, "bound", 0.2);
        Requests.as("district-441202")
                .body(body)
                .post(network + "/cheapest-removals")
                .then()
                .spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(network + "/cheapest-removals")
                .then()
                .spec(Problems.of(401, "unauthenticated"));
    }
}
