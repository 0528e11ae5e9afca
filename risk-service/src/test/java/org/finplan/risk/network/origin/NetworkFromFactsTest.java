package org.finplan.risk.network.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.FactApi.fact;
import static org.finplan.risk.network.FactApi.firm;
import static org.finplan.risk.network.FactApi.stored;
import static org.finplan.risk.network.FactApi.uscc;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same day and instant give the same network, whatever was corrected since. */
@FinplanTest
class NetworkFromFactsTest {

    private static final String MAKE = "/api/v1/networks:from-facts";

    private static Map<String, Object> guarantee(int borrower, int guarantor, String number, String amount) {
        return fact(
                "guarantee",
                "number",
                "演示样本-" + number,
                "borrower",
                uscc(borrower),
                "guarantors",
                uscc(guarantor),
                "amount",
                amount,
                "start",
                "2025-01-01",
                "due",
                "2025-12-31");
    }

    private static JsonPath made(Map<String, Object> request) {
        return Requests.as("risk-officer")
                .body(request)
                .post(MAKE)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    @Tag("R13")
    void laterCorrectionsDoNotChangeWhatWasKnown() {
        stored(firm(3001, "441202"));
        stored(firm(3002, "441202"));
        String contract = stored(guarantee(3001, 3002, "3001-a", "300"));
        stored(guarantee(3001, 3002, "3001-b", "200"));
        Map<String, Object> request = new HashMap<>(Map.of("kind", "guarantee", "on", "2025-06-30"));
        JsonPath first = made(request);
        assertThat(first.getInt("parallel")).isPositive();
        Requests.as("auditor")
                .get("/api/v1/networks/" + first.getString("id") + "/chains?depth=1&firm=" + uscc(3002))
                .then()
                .statusCode(200)
                .body("paths[0].steps[0].amount", equalTo(500.0f), "synthetic", equalTo(true));
        Map<String, Object> corrected = guarantee(3001, 3002, "3001-a", "100");
        corrected.put("reason", "演示样本：更正");
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(corrected)
                .put(contract)
                .then()
                .statusCode(200);
        request.put("knownAt", first.getString("knownAt"));
        assertThat(made(request).getString("id")).isEqualTo(first.getString("id"));
        request.remove("knownAt");
        JsonPath second = made(request);
        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
        Requests.as("auditor")
                .get("/api/v1/networks/" + second.getString("id") + "/chains?depth=1&firm=" + uscc(3002))
                .then()
                .body("paths[0].steps[0].amount", equalTo(300.0f));
        // Six months after the debt was due the guarantee is over.
        request.put("on", "2026-07-01");
        Requests.as("risk-officer")
                .body(request)
                .post(MAKE)
                .then()
                .statusCode(201)
                .body("notInForce", greaterThanOrEqualTo(2), "leftOut.number", hasItem("演示样本-3001-a"));
    }

    @Test
    void whatCannotBeKnownIsRefusedAndNotEverybodyMay() {
        Map<String, Object> request = new HashMap<>(Map.of("kind", "no"));
        Requests.as("risk-officer")
                .body(request)
                .post(MAKE)
                .then()
                .spec(Problems.at(422, "unknown-network-code", "/kind"));
        request.put("kind", "debt");
        request.put("knownAt", "2999-01-01T00:00:00Z");
        Requests.as("risk-officer")
                .body(request)
                .post(MAKE)
                .then()
                .spec(Problems.at(422, "network-number-out-of-range", "/knownAt"));
        request.remove("knownAt");
        assertThat(made(request).getString("kind")).isEqualTo("debt");
        Requests.as("auditor").body(request).post(MAKE).then().spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body(request)
                .post(MAKE)
                .then()
                .spec(Problems.of(401, "unauthenticated"));
    }
}
