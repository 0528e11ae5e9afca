package org.finplan.risk.network.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.FactApi.table;
import static org.finplan.risk.network.FactApi.uscc;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The numbers of a rule about guarantee chains are data, and what changes in the rule book is applied at once. */
@FinplanTest
@Tag("R14")
class ChainRuleVersionTest {

    private static final String CITY = "SAMPLE-CITY";
    private static final String RULES = "/api/v1/rules";
    private static final int BORROWER = 4401;

    @Inject
    RegionTree regions;

    private RequestSpecification as(String user) {
        return Requests.asBoundTo(user, regions.cities().toArray(String[]::new));
    }

    private static RequestSpecification officer() {
        return Requests.asBoundTo("risk-officer", CITY);
    }

    private static Map<String, Object> rule(String code) {
        return Requests.as("auditor")
                .get(RULES)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("items.find { it.code == '" + code + "' }");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> content(String code) {
        return (Map<String, Object>) rule(code).get("content");
    }

    private Response write(Map<String, Object> content, Map<String, ?> parameters) {
        Map<String, Object> other = new HashMap<>(content);
        other.put("parameters", parameters);
        return as("risk-officer").body(other).post(RULES);
    }

    private Response move(String user, String step) {
        return as(user).body("{\"reason\": \"演示样本\"}").post(RULES + "/TC-01:" + step);
    }

    private void inForce(Map<String, Object> content, Map<String, ?> parameters) {
        write(content, parameters).then().statusCode(201);
        move("risk-officer", "test").then().statusCode(200);
        move("risk-officer", "shadow").then().statusCode(200);
        move("city-admin", "publish").then().statusCode(200);
    }

    /** A firm with three lenders, one fewer than the shipped rule asks for, and four guarantors. */
    private static void chain() {
        StringBuilder firms = new StringBuilder("uscc,name,region,source\n");
        StringBuilder guarantees = new StringBuilder("number,borrower,guarantors,amount,unit,start,source\n");
        for (int firm = BORROWER; firm <= BORROWER + 4; firm++) {
            firms.append("%s,演示样本%d,outside,演示样本\n".formatted(uscc(firm), firm));
            if (firm > BORROWER) {
                guarantees.append("演示样本-%d,%s,%s,300,万元,2025-01-01,演示样本\n".formatted(firm, uscc(BORROWER), uscc(firm)));
            }
        }
        StringBuilder loans = new StringBuilder("number,debtor,creditor,amount,unit,security,start,source\n");
        for (int lender = 1; lender <= 3; lender++) {
            loans.append("演示样本-44-%d,%s,演示样本银行%d,2000,万元,guarantee,2025-01-01,演示样本\n"
                    .formatted(lender, uscc(BORROWER), lender));
        }
        table(officer(), "firm", firms.toString()).then().statusCode(200);
        table(officer(), "loan", loans.toString()).then().statusCode(200);
        table(officer(), "guarantee", guarantees.toString()).then().statusCode(200);
    }

    private static List<Map<String, Object>> alerts() {
        return officer()
                .get("/api/v1/alerts?limit=500&rule=TC-01")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.indicator == '" + uscc(BORROWER) + "' }");
    }

    private static Map<String, Object> await(String state) {
        return Awaitility.await()
                .until(ChainRuleVersionTest::alerts, alerts -> alerts.stream()
                        .anyMatch(alert -> alert.get("state").equals(state)))
                .get(0);
    }

    @Test
    void anotherVersionAndItsRetirementAreAppliedAtOnce() {
        Map<String, Object> shipped = content("TC-01");
        Map<String, ?> usual = Map.of(
                "lendersAbove",
                3,
                "balanceAbove",
                50000000,
                "guaranteedFrom",
                50,
                "guarantorsAbove",
                3,
                "chainAbove",
                10);
        assertThat(rule("TC-01")).containsEntry("thresholds", usual).containsEntry("sourceStatus", "secondary");
        assertThat(rule("TC-02")).containsEntry("thresholds", Map.of("chainAbove", 1));
        assertThat(rule("ML-01")).doesNotContainKey("thresholds");
        chain();
        try {
            // No fact changes from here on.
            inForce(shipped, Map.of("lendersAbove", 2));
            assertThat(rule("TC-01").get("thresholds"))
                    .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                    .containsEntry("lendersAbove", 2)
                    .containsEntry("chainAbove", 10);
            Map<String, Object> raised = await("raised");
            assertThat(raised.get("evidence").toString()).contains("融资银行 3 家（超过 2 家）", "条文未经核实");
            assertThat(raised).containsEntry("level", "yellow");
            move("city-admin", "retire").then().statusCode(200);
            Map<String, Object> closed = await("closed");
            officer()
                    .get("/api/v1/alerts/" + closed.get("id") + "/timeline")
                    .then()
                    .statusCode(200)
                    .body("items.toString()", org.hamcrest.Matchers.containsString("该规则已不再生效"));
        } finally {
            inForce(shipped, usual);
        }
        assertThat(rule("TC-01")).containsEntry("thresholds", usual);
    }

    @Test
    void aNumberThatDoesNotFitIsRefusedAtItsPlace() {
        Map<String, Object> consultation = content("TC-01");
        refused(consultation, "lendersAbove", -1).body("errors[0].accepted", hasItem("0..1000"));
        refused(consultation, "lendersAbove", 2.5).body("errors[0].value", equalTo("2.5"));
        refused(consultation, "balanceAbove", -0.01);
        refused(consultation, "guaranteedFrom", 100.1).body("errors[0].accepted", hasItem("0..100"));
        refused(consultation, "guarantorsAbove", 1e7);
        refused(consultation, "chainAbove", 0);
        refused(consultation, "lenders", 3)
                .body("errors[0].accepted", hasItems("lendersAbove", "balanceAbove", "hold"));
        Map<String, Object> arrears = content("TC-02");
        refused(arrears, "lendersAbove", 3).body("errors[0].accepted", hasItems("chainAbove"));
        Map<String, Object> steps = new HashMap<>(arrears);
        steps.put("steps", List.of(Map.of("from", 2, "level", "blue")));
        write(steps, Map.of()).then().spec(Problems.at(422, "rule-invalid", "/steps"));
        Requests.asBoundTo("risk-officer", CITY)
                .body(consultation)
                .post(RULES)
                .then()
                .statusCode(403);
    }

    private ValidatableResponse refused(Map<String, Object> content, String parameter, Object value) {
        return write(content, Map.of(parameter, value))
                .then()
                .spec(Problems.at(422, "rule-invalid", "/parameters/" + parameter));
    }
}
