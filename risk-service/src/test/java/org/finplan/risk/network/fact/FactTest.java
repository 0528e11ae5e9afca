package org.finplan.risk.network.fact;

import static org.finplan.risk.network.FactApi.ALL;
import static org.finplan.risk.network.FactApi.fact;
import static org.finplan.risk.network.FactApi.firm;
import static org.finplan.risk.network.FactApi.send;
import static org.finplan.risk.network.FactApi.stored;
import static org.finplan.risk.network.FactApi.uscc;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Test;

/** Facts are recorded once, corrected by further versions, and taken back; nothing of them is lost. */
@FinplanTest
class FactTest {

    private static Map<String, Object> guarantee(int borrower, int guarantor, String amount) {
        return fact(
                "guarantee",
                "number",
                "演示样本-" + borrower + "-" + guarantor,
                "borrower",
                uscc(borrower),
                "guarantors",
                uscc(guarantor),
                "amount",
                amount,
                "unit",
                "CNY_10K",
                "start",
                "2025-01-01",
                "due",
                "2026-12-31");
    }

    @Test
    void aContractIsRecordedCorrectedAndTakenBackAndAllVersionsStay() {
        String borrower = stored(firm(1001, "441202"));
        stored(firm(1002, "outside"));
        String path = stored(guarantee(1001, 1002, "300"));
        String tag = Requests.as("auditor")
                .get(path)
                .then()
                .statusCode(200)
                .body("kind", equalTo("guarantee"), "version", equalTo(1), "region", equalTo("441200"))
                .body("yuan", equalTo(3_000_000), "lastDay", equalTo("2027-06-30"))
                .body("fields.amount", equalTo("300"), "fields.unit", equalTo("CNY_10K"))
                .extract()
                .header("ETag");
        String known = Requests.as("auditor").get(path).path("recordedAt");
        send(guarantee(1001, 1002, "200")).then().spec(Problems.at(409, "fact-exists", "/fields"));
        Map<String, Object> corrected = guarantee(1001, 1002, "200");
        Requests.as("risk-officer").body(corrected).put(path).then().spec(Problems.of(428, "precondition-required"));
        Requests.as("risk-officer")
                .header("If-Match", tag)
                .body(corrected)
                .put(path)
                .then()
                .spec(Problems.at(422, "fact-reason-required", "/reason"));
        corrected.put("reason", "演示样本：还款");
        Requests.as("risk-officer")
                .header("If-Match", tag)
                .body(corrected)
                .put(path)
                .then()
                .statusCode(200)
                .body("version", equalTo(2), "yuan", equalTo(2_000_000));
        Requests.as("risk-officer")
                .header("If-Match", tag)
                .body(corrected)
                .put(path)
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        Map<String, Object> other = guarantee(1002, 1001, "1");
        other.put("reason", "x");
        Requests.as("risk-officer")
                .header("If-Match", "\"2\"")
                .body(other)
                .put(path)
                .then()
                .spec(Problems.at(422, "fact-key-changed", "/fields"));
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "演示样本：误录"))
                .post(borrower + ":withdraw")
                .then()
                .spec(Problems.at(409, "fact-in-use", "/id"));
        String list = ALL + "?kind=guarantee&limit=500&firm=" + uscc(1001);
        Requests.as("auditor").get(list).then().body("items.yuan", contains(2_000_000));
        Requests.as("auditor").get(list + "&asOf=" + known).then().body("items.yuan", contains(3_000_000));
        Requests.as("risk-officer")
                .header("If-Match", "\"2\"")
                .body(Map.of("reason", "演示样本：误录"))
                .post(path + ":withdraw")
                .then()
                .statusCode(200)
                .body("withdrawn", equalTo(true), "version", equalTo(3));
        Requests.as("risk-officer")
                .header("If-Match", "\"3\"")
                .body(Map.of("reason", "x"))
                .post(path + ":withdraw")
                .then()
                .spec(Problems.of(409, "fact-withdrawn"));
        Requests.as("auditor").get(list).then().body("items.size()", equalTo(0));
        Requests.as("auditor")
                .get(path + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(3, 2, 1), "items[1].reason", equalTo("演示样本：还款"));
        Requests.as("risk-officer")
                .header("If-Match", "\"1\"")
                .body(Map.of("reason", "演示样本：误录"))
                .post(borrower + ":withdraw")
                .then()
                .statusCode(200);
        send(guarantee(1001, 1002, "100")).then().spec(Problems.at(422, "unknown-firm", "/fields"));
        stored(firm(1001, "441202"));
        // What was taken back may be recorded again, as a further version.
        send(guarantee(1001, 1002, "100")).then().statusCode(201).body("version", equalTo(4));
    }

    @Test
    void whatIsWrongIsNamedAtItsPlace() {
        stored(firm(1011, "441202"));
        send(guarantee(1011, 1012, "1")).then().spec(Problems.at(422, "unknown-firm", "/fields"));
        send(guarantee(1011, 1011, "1")).then().spec(Problems.at(422, "self-edge", "/fields/guarantors"));
        send(fact("house", "uscc", uscc(1011)))
                .then()
                .spec(Problems.at(422, "unknown-fact-kind", "/kind"))
                .body("errors[0].accepted", hasItem("guarantee"));
        send(fact("firm", "uscc", "91441299MB0000001X", "name", "x", "region", "441202"))
                .then()
                .spec(Problems.at(422, "invalid-uscc", "/fields/uscc"));
        send(fact("firm", "uscc", uscc(1012), "name", "x", "region", "110000"))
                .then()
                .spec(Problems.at(422, "fact-field-invalid", "/fields/region"));
        send(Map.of("kind", "firm")).then().statusCode(400);
        Requests.as("auditor").get(ALL + "?kind=no").then().spec(Problems.at(400, "invalid-parameter", "?kind"));
    }

    @Test
    void notEverybodyMay() {
        Map<String, Object> firm = firm(1021, "441202");
        RestAssured.given()
                .contentType("application/json")
                .body(firm)
                .post(ALL)
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        for (String user : new String[] {"district-441202", "auditor"}) {
            Requests.as(user).body(firm).post(ALL).then().spec(Problems.of(403, "forbidden"));
        }
        Requests.as("district-441202").get(ALL).then().spec(Problems.of(403, "forbidden"));
        String path = stored(firm);
        Requests.asBoundTo("risk-officer", "SAMPLE-CITY").get(path).then().spec(Problems.of(404, "not-found"));
        Requests.asBoundTo("risk-officer", "SAMPLE-CITY")
                .get(ALL + "?limit=500")
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(path.substring(ALL.length() + 1))));
        Requests.as("auditor").get(ALL + "/" + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .get(ALL + "/" + UUID.randomUUID() + "/versions")
                .then()
                .spec(Problems.of(404, "not-found"));
    }
}
