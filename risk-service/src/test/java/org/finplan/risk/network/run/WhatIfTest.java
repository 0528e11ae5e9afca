package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What other edges would do, side by side, through HTTP. */
@FinplanTest
@Tag("R14")
class WhatIfTest {

    private static final String LINEAR = "linear-debtrank";

    private static Response ask(String network, Map<String, Object> body) {
        return Requests.as("auditor").body(body).post(network + "/what-ifs");
    }

    private static Map<String, Object> pair(String from, String to) {
        return Map.of("from", from, "to", to);
    }

    /** A circle of two and a pair beside it. */
    private static String circleAndPair(String day) {
        return stored(network(
                "guarantee",
                day,
                List.of(
                        node("A", Map.of("equity", 10)),
                        node("B", Map.of("equity", 10)),
                        node("C", Map.of("equity", 10)),
                        node("D", Map.of("equity", 10))),
                List.of(edge("A", "B", 8), edge("B", "A", 5), edge("C", "D", 10))));
    }

    @Test
    void withoutAShockTheWorstFailureOfTheComponentIsCompared() {
        String network = stored(battiston("2017-01-01"));
        JsonPath answer = ask(network, Map.of("method", LINEAR, "remove", List.of(pair("N2", "N1"))))
                .then()
                .statusCode(200)
                .body("shock", equalTo(Map.of("N1", 1)), "component.firms", equalTo(8), "firms", hasSize(8))
                .body("component.largestBefore.firm", equalTo("N1"), "component.largestChange", lessThan(0f))
                .body("impactChange", lessThan(0f), "synthetic", equalTo(true))
                .extract()
                .jsonPath();
        assertThat(answer.getDouble("before.impact")).isCloseTo(0.210073918456271, within(1e-6));
        assertThat(answer.getDouble("component.largestBefore.impact"))
                .isCloseTo(answer.getDouble("before.impact"), within(1e-9));
        List<Map<String, Object>> firms = answer.getList("firms");
        firms.forEach(firm -> assertThat(((Number) firm.get("difference")).doubleValue())
                .isCloseTo(
                        ((Number) firm.get("after")).doubleValue() - ((Number) firm.get("before")).doubleValue(),
                        within(1e-6)));
        // No shock at all is sent as an empty one.
        ask(network, Map.of("method", LINEAR, "shock", Map.of(), "remove", List.of(pair("N2", "N1"))))
                .then()
                .statusCode(200)
                .body("shock", equalTo(Map.of()), "before.impact", equalTo(0f), "before.defaults", hasSize(0));
    }

    @Test
    void onlyTheComponentThatIsTouchedStandsSideBySide() {
        String network = circleAndPair("2017-02-01");
        ask(network, Map.of("method", LINEAR, "remove", List.of(pair("B", "A"))))
                .then()
                .statusCode(200)
                .body("firms.firm", contains("A", "B"), "component.firms", equalTo(2))
                .body("component.radiusBefore", greaterThan(0.63f), "component.radiusAfter", equalTo(0f))
                // Of the pair beside it, whose failure would do more, nothing is said.
                .body("component.largestBefore.firm", equalTo("B"), "component.largestBefore.impact", equalTo(0.2f))
                .body("component.largestAfter.firm", equalTo("B"), "component.largestChange", lessThan(1e-12f))
                .body("before.stress.A", equalTo(0.8f), "before.stress.C", equalTo(0f));
        // An edge between the two makes one component of them.
        ask(network, Map.of("method", LINEAR, "add", List.of(Map.of("from", "A", "to", "C", "amount", 10))))
                .then()
                .statusCode(200)
                .body("component.firms", equalTo(4), "component.largestBefore.firm", equalTo("D"))
                .body("shock", equalTo(Map.of("D", 1)), "spared", hasSize(0), "added", contains("A"))
                .body("firms.find { it.firm == 'A' }.failsBefore", equalTo(false))
                .body("firms.find { it.firm == 'A' }.failsAfter", equalTo(true))
                .body("firms.find { it.firm == 'A' }.difference", equalTo(1f));
        // Nothing is touched, so that there is nothing to compare.
        ask(network, Map.of("method", LINEAR))
                .then()
                .statusCode(200)
                .body("component", nullValue(), "firms", hasSize(0), "impactChange", equalTo(0f));
    }

    @Test
    void anotherGuarantorStandsInTheSameContract() {
        Map<String, Object> one = edge("B", "A", 6);
        one.put("contract", "演示样本-共保");
        Map<String, Object> other = edge("C", "A", 6);
        other.put("contract", "演示样本-共保");
        String network = stored(network(
                "guarantee",
                "2017-03-01",
                List.of(
                        node("A", Map.of("equity", 10)),
                        node("B", Map.of("equity", 10)),
                        node("C", Map.of("equity", 10)),
                        node("D", Map.of("equity", 10))),
                List.of(one, other)));
        Map<String, Object> by = Map.of("from", "B", "to", "A", "by", "D");
        ask(network, Map.of("method", LINEAR, "joint", "expected", "replace", List.of(by)))
                .then()
                .statusCode(200)
                .body("after.stress.D", equalTo(0.3f), "after.stress.C", equalTo(0.3f), "after.stress.B", equalTo(0f));
        Map<String, Object> twice = Map.of("from", "B", "to", "A", "by", "C");
        ask(network, Map.of("method", LINEAR, "replace", List.of(twice)))
                .then()
                .spec(Problems.at(422, "joint-contract-contradicts", "/replace/0/by"));
        Map<String, Object> amount = Map.of("from", "B", "to", "A", "amount", 2);
        ask(network, Map.of("method", LINEAR, "replace", List.of(amount)))
                .then()
                .statusCode(200)
                .body("after.stress.B", equalTo(0.2f), "after.stress.C", equalTo(0.6f));
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsPlace() {
        String network = circleAndPair("2017-04-01");
        refused(network, "remove", Map.of("from", "A", "to", "C"), "unknown-edge", "/remove/0");
        refused(network, "remove", Map.of("from", "X", "to", "C"), "unknown-firm", "/remove/0/from");
        refused(network, "replace", Map.of("from", "A", "to", "C"), "unknown-edge", "/replace/0");
        refused(network, "replace", Map.of("from", "A", "to", "B", "by", "B"), "self-edge", "/replace/0/by");
        refused(
                network,
                "replace",
                Map.of("from", "A", "to", "B", "amount", -1),
                "network-number-out-of-range",
                "/replace/0/amount");
        refused(network, "add", Map.of("from", "A", "to", "A", "amount", 1), "self-edge", "/add/0/to");
        refused(network, "add", Map.of("from", "A", "to", "X", "amount", 1), "unknown-firm", "/add/0/to");
        refused(
                network,
                "add",
                Map.of("from", "A", "to", "C", "amount", "1e17"),
                "network-number-out-of-range",
                "/add/0/amount");
        ask(network, Map.of("method", LINEAR, "add", List.of(pair("A", "C"))))
                .then()
                .statusCode(400);
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("method", LINEAR))
                .post(network + "/what-ifs")
                .then()
                .statusCode(401);
        Requests.as("district-441202")
                .body(Map.of("method", LINEAR))
                .post(network + "/what-ifs")
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    private static void refused(String network, String list, Map<String, Object> edge, String code, String pointer) {
        ask(network, Map.of("method", LINEAR, list, List.of(edge))).then().spec(Problems.at(422, code, pointer));
    }
}
