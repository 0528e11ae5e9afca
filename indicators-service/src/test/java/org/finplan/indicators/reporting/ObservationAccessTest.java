package org.finplan.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.PATH;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.indicators.reporting.Reports.series;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Tokens;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who reads and writes figures, what a repeated request does, and how a figure is withdrawn. */
@FinplanTest
class ObservationAccessTest {

    @Inject
    Jdbi jdbi;

    @Test
    void anOfficerWritesOwnRegionsOnlyAndDoesNotSeeThoseOfOthers() {
        long before = Reports.rows(jdbi);
        report("district-441202", item("gdp", "441203", "2024", "1", "CNY_100M", ""))
                .spec(Problems.at(403, "region-not-in-scope", "/items/0/region"))
                .body("errors[0].accepted", hasItem("441202"));
        report("district-441202", item("gdp", "441200", "2024", "1", "CNY_100M", ""))
                .spec(Problems.of(403, "region-not-in-scope"));
        assertThat(Reports.rows(jdbi)).isEqualTo(before);

        report("district-441202", item("gdp", "441202", "2024", "123", "CNY_100M", ""))
                .statusCode(200);
        as("district-441203")
                .get("/api/v1/indicators/gdp/observations?region=441202")
                .then()
                .spec(Problems.of(404, "not-found"));
        as("district-441203")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&region=441202")
                .then()
                .spec(Problems.of(404, "not-found"));
        as("district-441203")
                .get("/api/v1/indicators/gdp/observations?limit=500")
                .then()
                .statusCode(200)
                .body("items.region", org.hamcrest.Matchers.not(hasItem("441202")))
                .body("items.region", hasItems("441200", "441203"));
    }

    @Test
    void aUnitReadsItsCityAsAWholeAndNoPartOfIt() {
        report("city-officer", item("gdp", "441225", "2031", "77", "CNY_100M", ""))
                .statusCode(200);
        for (String role : List.of("unit-officer", "institution-reporter")) {
            String token = Tokens.of("sample-" + role, Set.of(role), List.of("441200"), List.of("zq-gov"));
            withToken(token)
                    .get("/api/v1/indicators/gdp/observations?region=441200&from=2020&to=2020")
                    .then()
                    .statusCode(200)
                    .body("items.value", hasItem(2311.65f));
            withToken(token)
                    .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025")
                    .then()
                    .statusCode(200)
                    .body("items.find { it.indicator == 'green-credit' }.state", equalTo("achieved"));
            withToken(token)
                    .get("/api/v1/indicators/gdp/observations?region=441225")
                    .then()
                    .spec(Problems.of(404, "not-found"));
            withToken(token)
                    .get("/api/v1/indicators/gdp/observations?limit=500&from=2031&to=2031")
                    .then()
                    .statusCode(200)
                    .body("items.region", org.hamcrest.Matchers.not(hasItem("441225")));
            withToken(token)
                    .body("{\"items\":[" + item("gdp", "441200", "2023", "1", "CNY_100M", "") + "]}")
                    .post(PATH)
                    .then()
                    .spec(Problems.of(403, "forbidden"));
        }
        withToken(Tokens.of("sample-nobody", Set.of(), List.of(), List.of()))
                .get("/api/v1/indicators/gdp/observations?region=441200")
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    @Test
    void whoMayNotWriteIs403AndWhoIsNobodyIs401() {
        String body = "{\"items\":[" + item("gdp", "441200", "2022", "1", "CNY_100M", "") + "]}";
        long before = Reports.rows(jdbi);

        as("auditor").body(body).post(PATH).then().spec(Problems.of(403, "forbidden"));
        as("risk-officer").body(body).post(PATH).then().spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        for (Tokens token : List.of(
                Tokens.forUser("city-officer").expired(),
                Tokens.forUser("city-officer").issuedBy("somebody"),
                Tokens.forUser("city-officer").meantFor("others"),
                Tokens.forUser("city-officer").signedByStranger())) {
            withToken(token.token()).body(body).post(PATH).then().spec(Problems.of(401, "unauthenticated"));
        }
        assertThat(Reports.rows(jdbi)).isEqualTo(before);
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndStoresOnce() {
        String key = UUID.randomUUID().toString();
        String body = "{\"items\":[" + item("gdp", "441223", "2021", "180", "CNY_100M", "") + "]}";
        String first = as("city-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(1))
                .extract()
                .asString();

        as("city-officer")
                .header("Idempotency-Key", key)
                .body(body)
                .post(PATH)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body(equalTo(first));
        as("city-officer")
                .header("Idempotency-Key", key)
                .body(body.replace("180", "181"))
                .post(PATH)
                .then()
                .spec(Problems.of(422, "idempotency-key-reused"));
    }

    @Test
    void aWithdrawalIsAVersionAndNeedsTheTagOfTheOneBefore() {
        report("city-officer", item("green-credit", "441200", "2022", "250", "CNY_100M", ""))
                .statusCode(200);
        String id = as("city-officer")
                .get("/api/v1/indicators/green-credit/observations?region=441200&from=2022&to=2022")
                .path("items[0].id");
        String path = PATH + "/" + id;
        String reason = "{\"reason\":\"correction\"}";

        as("city-officer")
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("versions", hasSize(1));
        as("city-officer").header("If-None-Match", "\"1\"").get(path).then().statusCode(304);
        as("city-officer").body(reason).post(path + ":withdraw").then().spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", "\"7\"")
                .body(reason)
                .post(path + ":withdraw")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(path + ":withdraw")
                .then()
                .spec(Problems.at(422, "reason-required", "/reason"));
        as("district-441202")
                .header("If-Match", "\"1\"")
                .body(reason)
                .post(path + ":withdraw")
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(reason)
                .post(path + ":withdraw")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("withdrawn", equalTo(true));
        as("city-officer")
                .header("If-Match", "\"2\"")
                .body(reason)
                .post(path + ":withdraw")
                .then()
                .spec(Problems.of(409, "already-withdrawn"));
        series("green-credit", "441200", "2022").body("items", hasSize(0));
        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2022")
                .then()
                .body("items[12].state", equalTo("no-data"));
    }

    @Test
    void unknownPlacesAre404AndUnknownWordsAre400() {
        as("city-officer").get(PATH + "/" + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
        as("city-officer").get("/api/v1/indicators/none/observations").then().spec(Problems.of(404, "not-found"));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?region=x")
                .then()
                .spec(Problems.of(404, "not-found"));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?vintages=old")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?vintages"));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?from=spring")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?from"));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?cursor=abc")
                .then()
                .spec(Problems.of(400, "invalid-cursor"));
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?asOf=yesterday")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
