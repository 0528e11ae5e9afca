package org.finplan.indicators.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Definitions of series through HTTP: what they are, how a figure says its own, and what is said of comparisons across. */
@FinplanTest
class DefinitionTest {

    private static final String NO = "sample-output-no";
    private static final String LINKED = "sample-output-linked";

    private static ValidatableResponse get(String path) {
        return as("city-officer").get("/api/v1/" + path).then().statusCode(200);
    }

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "SAMPLE-CITY");
    }

    @Test
    void theDefinitionsOfASeriesAreThoseOfThePlans() {
        get("indicators/green-credit/definitions")
                .body("indicator", equalTo("green-credit"))
                .body("items.code", contains("green-credit-before-2025-10", "green-credit-2025-catalogue"))
                .body("items[0].since", nullValue())
                .body("items[0].until", equalTo("2025-09-30"))
                .body("items[1].since", equalTo("2025-10-01"))
                .body("items[1].plans", contains("zq-fin-14fyp"))
                .body("breaks.at", contains("2025-10-01"))
                .body("breaks.comparable", contains("unconfirmed"));
        get("indicators/" + LINKED + "/definitions").body("breaks[0].factor", equalTo(1.2f));
        get("indicators/loans-balance/definitions").body("items", empty()).body("breaks", empty());
        as("city-officer").get("/api/v1/indicators/no-such/definitions").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void greenCreditIsAchievedWithTheMarkThatItIsUnconfirmed() {
        String item = "items.find { it.indicator == 'green-credit' }.";
        get("attainment?plan=zq-fin-14fyp&period=2025&region=441200")
                .body(item + "state", equalTo("achieved"))
                .body(item + "actual.value", equalTo(459))
                .body(item + "actual.definition", equalTo("unconfirmed"))
                .body(item + "comparability", equalTo("unconfirmed"))
                .body(item + "comparabilityText.zh", containsString("待确认"))
                .body(item + "breaks.to", contains("green-credit-2025-catalogue"))
                .body("items.find { it.indicator == 'loans-balance' }.breaks", empty());
        withToken(Tokens.of("public", Set.of("public"), List.of(), List.of()))
                .get("/api/v1/public/observations?indicator=green-credit&region=441200&from=2025&to=2025&kind=level")
                .then()
                .statusCode(200)
                .body("items.definition", hasItem("unconfirmed"));
    }

    @Test
    void aReportSaysADefinitionOfItsPeriodOrOfTheOtherSideOfABreak() {
        report(
                        "city-officer-SAMPLE-CITY",
                        item(NO, "SAMPLE-WEST", "2024", "5", "CNY_100M", ",\"definition\":\"output-linked-old\""))
                .spec(Problems.of(422, "unknown-definition"))
                .body("errors[0].pointer", equalTo("/items/0/definition"))
                .body("errors[0].code", equalTo("unknown-definition"))
                .body("errors[0].accepted", contains("output-no-old", "output-no-new", "mixed", "unconfirmed"));
        report("city-officer", item("loans-balance", "441202", "2024", "5", "CNY_100M", ",\"definition\":\"mixed\""))
                .spec(Problems.of(422, "unknown-definition"))
                .body("errors[0].accepted", empty());
    }

    @Test
    void twoDefinitionsOfOnePeriodLiveBesideEachOther() {
        report("city-officer-SAMPLE-CITY", item(NO, "SAMPLE-WEST", "2026", "459", "CNY_100M", ""))
                .statusCode(200);
        report(
                        "city-officer-SAMPLE-CITY",
                        item(NO, "SAMPLE-WEST", "2026", "620", "CNY_100M", ",\"definition\":\"output-no-old\""))
                .statusCode(200)
                .body("counts.created", equalTo(1));

        get("indicators/" + NO + "/observations?region=SAMPLE-WEST&from=2026&to=2026")
                .body("items.findAll { it.primary }.value", contains(459))
                .body("items.definition", containsInAnyOrder("output-no-new", "output-no-old"));
    }

    @Test
    void anotherDefinitionAloneIsAVersionAndARevisionKeepsIt() {
        report("city-officer-SAMPLE-CITY", item(NO, "SAMPLE-EAST", "2027", "10", "CNY_100M", ""))
                .statusCode(200);
        report(
                        "city-officer-SAMPLE-CITY",
                        item(NO, "SAMPLE-EAST", "2027", "10", "CNY_100M", ",\"definition\":\"mixed\""))
                .body("counts.revised", equalTo(1));
        report(
                        "city-officer-SAMPLE-CITY",
                        item(NO, "SAMPLE-EAST", "2027", "11", "CNY_100M", ",\"reason\":\"correction\""))
                .body("counts.revised", equalTo(1));
        report(
                        "city-officer-SAMPLE-CITY",
                        item(NO, "SAMPLE-EAST", "2027", "11", "CNY_100M", ",\"definition\":\"mixed\""))
                .body("counts.unchanged", equalTo(1));

        get("indicators/" + NO + "/revisions?region=SAMPLE-EAST&from=2027&to=2027")
                .body("triangle.rows[0].steps.definition", contains("output-no-new", "mixed", "mixed"))
                .body("triangle.rows[0].comparability", equalTo("not-comparable"))
                .body("triangle.rows[0].revision", nullValue());
        List<JsonNode> told =
                TestEvents.await("indicators.events", "observation/" + NO + "/SAMPLE-EAST/level", 3).stream()
                        .map(Received::data)
                        .toList();
        assertThat(told)
                .extracting(event -> event.path("definition").textValue())
                .containsExactly("output-no-new", "mixed", "mixed");
        assertThat(told)
                .extracting(event -> event.path("comparability").textValue())
                .as("of each value and the one before")
                .containsExactly(null, "not-comparable", "not-comparable");
    }

    @Test
    void aDisputedCellIsMarkedAsItsReconciliationIs() {
        report(
                        "city-officer-SAMPLE-CITY",
                        item("green-credit", "SAMPLE-WEST", "2025", "7", "CNY_100M", ",\"definition\":\"mixed\""))
                .statusCode(200);
        String cell = as("city-officer")
                .body("{\"plan\":\"sample-plan\",\"indicator\":\"green-credit\",\"region\":\"SAMPLE-WEST\","
                        + "\"period\":\"2025\",\"note\":\"演示样本 sample\"}")
                .post("/api/v1/disputed-cells")
                .then()
                .statusCode(201)
                .body("comparability", equalTo("unconfirmed"))
                .extract()
                .path("id");

        get("disputed-cells?region=SAMPLE-WEST&indicator=green-credit")
                .body("items.find { it.id == '" + cell + "' }.comparability", equalTo("unconfirmed"))
                .body("items[0].breaks.to", contains("green-credit-2025-catalogue"));
        get("disputed-cells/" + cell).body("breaks.comparable", contains("unconfirmed"));
        get("reconciliations?plan=sample-plan&region=SAMPLE-CITY&period=2025&indicator=green-credit")
                .body("items[0].comparability", equalTo("unconfirmed"))
                .body("items[0].disputes", contains(cell));
    }

    @Test
    void growthAcrossTheBreakIsNoNumberAndSaysWhy() {
        report("city-officer-SAMPLE-CITY", item(NO, "SAMPLE-CITY", "2025", "459", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer-SAMPLE-CITY", item(NO, "SAMPLE-CITY", "2026", "720", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer-SAMPLE-CITY", item(NO, "SAMPLE-CITY", "2026", "56.9", "PCT", ",\"kind\":\"growth\""))
                .statusCode(200);

        get("indicators/" + NO + "/observations?region=SAMPLE-CITY&from=2026&to=2026&transform=yoy")
                .body("items[0].value", nullValue())
                .body("items[0].computed.gap", equalTo("not-comparable"))
                .body("items[0].computed.comparability", equalTo("not-comparable"))
                .body("items[0].computed.breaks.at", contains("2026-01-01"));
        get("indicators/" + NO + "/growth?region=SAMPLE-CITY&from=2026&to=2026")
                .body("items[0].state", equalTo("not-comparable"))
                .body("items[0].computed", nullValue())
                .body("items[0].comparability", equalTo("not-comparable"))
                .body("items[0].comparabilityText.en", containsString("cannot be compared"))
                .body("items[0].levels.value", contains(459, 720));
    }

    @Test
    void growthOverALinkSaysSo() {
        report("city-officer-SAMPLE-CITY", item(LINKED, "SAMPLE-CITY", "2025", "100", "CNY_100M", ""))
                .statusCode(200);
        report("city-officer-SAMPLE-CITY", item(LINKED, "SAMPLE-CITY", "2026", "132", "CNY_100M", ""))
                .statusCode(200);

        get("indicators/" + LINKED + "/observations?region=SAMPLE-CITY&from=2026&to=2026&transform=yoy")
                .body("items[0].value", equalTo(10.0f))
                .body("items[0].computed.comparability", equalTo("linked"))
                .body("items[0].computed.breaks.factor", contains(1.2f));
    }
}
