package org.finplan.tasks.register;

import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which registers the plan asks for, and what the plan itself says of their entries. */
@FinplanTest
class RegisterTest {

    @Test
    @Tag("T07")
    void theRegistersAreThoseOfThePlanPackage() {
        as("city-officer")
                .get("/api/v1/registers?plan=zq-fin-14fyp")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        hasItems(
                                "listing-reserve",
                                "industry-funds",
                                "policy-documents",
                                "pilots",
                                "matching-events",
                                "publicity-events",
                                "training-events",
                                "company-plans",
                                "chain-plans",
                                "credit-villages",
                                "forex-whitelist",
                                "insurer-projects",
                                "talent-counts",
                                "model-copies",
                                "systems"));
        as("district-441202")
                .get("/api/v1/registers/listing-reserve")
                .then()
                .statusCode(200)
                .body("stages.name.zh", contains("储备", "培育", "辅导", "申报", "上市"))
                .body("skippable", equalTo(true))
                .body("opening.at", equalTo("2020-12-31"))
                .body("opening.stocks[0].count", equalTo(47));
    }

    @Test
    void whatIsNotThereOrNotAllowedIsRefused() {
        as("city-officer").get("/api/v1/registers/no-such").then().spec(Problems.of(404, "register-not-found"));
        as("city-officer").get("/api/v1/registers?plan=none").then().spec(Problems.at(400, "unknown-plan", "?plan"));
        as("city-officer").get("/api/v1/registers?colour=red").then().spec(Problems.of(400, "unknown-parameter"));
        as("institution-91441200MA0000001U").get("/api/v1/registers").then().spec(Problems.of(403, "forbidden"));
        RestAssured.given().get("/api/v1/registers").then().statusCode(401);
    }

    @Test
    @Tag("T17")
    void thePolicyDocumentsOfThePlanAreEntriesWithTheirStatesAndLeaves() {
        as("district-441284")
                .header("Prefer", "count=exact")
                .get("/api/v1/registers/policy-documents/entries?limit=200&at=2022-04-15")
                .then()
                .statusCode(200)
                .body("total", equalTo(14))
                .body("items.findAll { it.stage == 'to_revise' }.code", hasSize(4))
                .body("items.find { it.code == 'doc-qflp-guide' }.stage", equalTo("to_draft"))
                .body("items.find { it.code == 'doc-qflp-guide' }.tasks", contains("t5.2.1.m04"))
                .body("items.find { it.code == 'doc-green-ten-actions' }.stage", equalTo("expired"))
                .body("items.find { it.code == 'law-illegal-fundraising' }.stage", equalTo("in_force"))
                .body("items.source.reference", everyItem(equalTo("肇府〔2022〕6号")))
                .body("items.since", everyItem(equalTo("2022-04-15")));
        as("city-officer")
                .get("/api/v1/registers/policy-documents/entries?task=t4.8.2.m01")
                .then()
                .body("items.code", contains("doc-green-enterprise-method"));
        as("city-officer")
                .get("/api/v1/registers/policy-documents/entries?stage=to_draft&q=QFLP")
                .then()
                .body("items.code", contains("doc-qflp-guide"));
    }

    @Test
    @Tag("T17")
    void theSystemsOfThePlanAreEntriesWithWhatBecomesOfEach() {
        as("auditor")
                .header("Prefer", "count=exact")
                .get("/api/v1/registers/systems/entries?limit=200")
                .then()
                .body("total", equalTo(32))
                .body("items.findAll { it.fields.becomes == 'build' }.size()", equalTo(15))
                .body("items.find { it.code == 'risk-monitor' }.stage", equalTo("planned"))
                .body("items.find { it.code == 'green-platform' }.fields.becomes", equalTo("upgrade"))
                .body("items.find { it.code == 'yueshengshi' }.stage", equalTo("in_service"))
                .body("items.find { it.code == 'tech-fin-platform' }.region", equalTo("LOCAL-HTZ"));
        // A platform of one region is known to the others.
        as("district-441202")
                .get("/api/v1/registers/systems/entries?limit=200")
                .then()
                .body("items.code", hasItem("green-platform"))
                .body("items.findAll { it.code == 'green-platform' }.allowedActions.flatten()", hasSize(0));
    }

    @Test
    @Tag("T15")
    void leavesThatArePilotsCanBeListed() {
        as("city-officer")
                .get("/api/v1/tasks?plan=zq-fin-14fyp&verb=pilot&level=measure&limit=200")
                .then()
                .statusCode(200)
                .body("items.verbs", everyItem(hasItem("pilot")))
                .body("items.id", hasItems("t4.1.1.2.m04", "t4.7.2.m01"));
        as("city-officer").get("/api/v1/tasks?verb=dance").then().spec(Problems.at(400, "invalid-parameter", "?verb"));
    }

    @Test
    void theRegistersOfAnotherCityAreNotThere() {
        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/registers/listing-reserve")
                .then()
                .spec(Problems.of(404, "register-not-found"));
        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/registers")
                .then()
                .body("items.code", hasItem("sample-funds"))
                .body("items.code", not(hasItem("listing-reserve")));
        as("city-officer")
                .get("/api/v1/registers?plan=sample-15fyp")
                .then()
                .spec(Problems.at(404, "not-found", "?plan"));
    }
}
