package org.finplan.indicators.targetsetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import java.util.List;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Targets of the plan and of regions. */
@FinplanTest
class TargetResourceTest {

    private static final String PATH = "/api/v1/targets";

    @Test
    @Tag("I07")
    void thePlansTargetsComeWithTheWordingsOfTheProse() {
        as("city-officer")
                .get(PATH + "?plan=zq-fin-14fyp&indicator=deposits-balance")
                .then()
                .statusCode(200)
                .body("items.comparator", hasItems("ge", "gt"))
                .body("items.findAll { it.primary }.clause", contains("ch3.s3.2.t4"))
                .body("items.findAll { !it.primary }.clause", contains("ch3.s3.2.2.1"));
        as("city-officer")
                .get(PATH + "?plan=zq-fin-14fyp&indicator=npl-ratio")
                .then()
                .body("items[0].relative.region", equalTo("440000"))
                .body("items[0].value", equalTo(null));
        as("city-officer").get(PATH + "?plan=none").then().spec(Problems.at(400, "invalid-parameter", "?plan"));
        as("city-officer").get(PATH).then().spec(Problems.at(400, "invalid-parameter", "?plan"));
    }

    @Test
    @Tag("I05")
    void theShareHasTheTargetOfTheTableAndTheFloorOfTheProse() {
        as("city-officer")
                .get(PATH + "?plan=zq-fin-14fyp&indicator=financial-value-added-share&region=441200")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.find { it.primary }.value", equalTo(5.3f))
                .body("items.find { it.primary }.clause", equalTo("ch3.s3.2.t2"))
                .body("items.find { it.primary }.comparator", equalTo("ge"))
                .body("items.find { !it.primary }.value", equalTo(5))
                .body("items.find { !it.primary }.clause", equalTo("ch3.s3.2.1"))
                .body("items.find { !it.primary }.comparator", equalTo("ge"));
    }

    @Test
    @Tag("I14")
    void propertyAndLifePremiumsHaveTargetsOfTheirOwn() {
        as("city-officer")
                .get(PATH + "?plan=zq-fin-14fyp&indicator=property-premium-income")
                .then()
                .body("items.value", contains(35));
        as("city-officer")
                .get(PATH + "?plan=zq-fin-14fyp&indicator=life-premium-income")
                .then()
                .body("items.value", contains(80));
    }

    @Test
    @Tag("I27")
    void aFloorHasABenchmarkAndNoValue() {
        as("city-officer")
                .get(PATH + "?plan=zq-fin-14fyp&indicator=capital-adequacy-ratio")
                .then()
                .body("items", hasSize(1))
                .body("items[0].comparator", equalTo("ge_benchmark"))
                .body("items[0].value", equalTo(null));
    }

    @Test
    @Tag("I29")
    void aTargetOfADistrictIsSetJudgedRevisedAndItsFirstVersionStaysReadable() {
        as("district-441204")
                .body("{\"items\":[{\"indicator\":\"green-credit\",\"region\":\"441204\",\"period\":\"2023\","
                        + "\"value\":20,\"unit\":\"CNY_100M\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        String location = as("city-officer")
                .body(target("441204", "28", ""))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("version", equalTo(1))
                .extract()
                .header("Location");
        attainment("441204", "2023").body("items[12].state", equalTo("ahead"));

        String id = location.substring(location.lastIndexOf('/') + 1);
        as("city-officer").body(target("441204", "28", "")).post(PATH).then().spec(Problems.of(409, "target-exists"));
        String revised = target("441204", "40", ",\"reason\":\"more was asked for\"");
        as("city-officer")
                .body(revised)
                .post(PATH + "/" + id + ":revise")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", "\"4\"")
                .body(revised)
                .post(PATH + "/" + id + ":revise")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(target("441204", "40", ""))
                .post(PATH + "/" + id + ":revise")
                .then()
                .spec(Problems.at(422, "field-missing", "/reason"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(target("441223", "28", ",\"reason\":\"x\""))
                .post(PATH + "/" + id + ":revise")
                .then()
                .spec(Problems.of(422, "target-rejected"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(revised)
                .post(PATH + "/" + id + ":revise")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        attainment("441204", "2023").body("items[12].state", equalTo("behind"));

        as("district-441204")
                .get(PATH + "/" + id)
                .then()
                .body("versions.value", contains(28, 40))
                .body("current.reason", equalTo("more was asked for"));
        as("district-441202").get(PATH + "/" + id).then().spec(Problems.of(404, "not-found"));

        List<TestEvents.Received> changes =
                TestEvents.await("indicators.events", "attainment/zq-fin-14fyp/green-credit/441204", 2);
        assertThat(changes.stream().map(event -> event.data().get("state").asText()))
                .containsExactly("ahead", "behind");
        assertThat(changes.get(1).data().get("previousState").asText()).isEqualTo("ahead");
        assertThat(TestEvents.await("indicators.events", "target/zq-fin-14fyp/green-credit/441204", 2))
                .hasSize(2);
    }

    /** The plan of 2021 to 2025 is over: what it is held against is not made less. */
    @Test
    void aTargetOfAnEndedPlanIsNotLoweredAndNoneIsAddedBesideIt() {
        String location = as("city-officer")
                .body(target("441225", "30", ""))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        for (String easier : List.of(
                target("441225", "29.99", ",\"reason\":\"less\""),
                target("441225", "30", ",\"reason\":\"wider\"")
                        .replace("\"ge\"", "\"between\"")
                        .replace("\"value\":30", "\"value\":20,\"upper\":40"))) {
            as("city-officer")
                    .header("If-Match", "\"1\"")
                    .body(easier)
                    .post(location + ":revise")
                    .then()
                    .spec(Problems.at(409, "plan-ended", "/value"))
                    .body("errors[0].accepted", contains("ge 30"))
                    .body("detail", containsString("2025-12-31"));
        }
        as("city-officer")
                .body(target("441225", "50", "").replace("\"year\":2025", "\"year\":2024"))
                .post(PATH)
                .then()
                .spec(Problems.at(409, "plan-ended", "/year"));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(target("441225", "30", ",\"reason\":\"later\",\"path\":\"step\""))
                .post(location + ":revise")
                .then()
                .spec(Problems.at(409, "plan-ended", "/path"))
                .body("errors[0].accepted", contains("2021: 12.4573"));
        as("auditor").get(location).then().body("versions.value", contains(30));
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body(target("441225", "31", ",\"reason\":\"more\""))
                .post(location + ":revise")
                .then()
                .statusCode(200)
                .body("version", equalTo(2));
    }

    @Test
    void whatIsWrongWithATargetIsSaidAtOnce() {
        as("city-admin")
                .body("{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"npl-ratio\",\"region\":\"440000\",\"year\":2030,"
                        + "\"comparator\":\"ge\",\"value\":1,\"unit\":\"CNY\",\"path\":\"curved\",\"nature\":\"odd\","
                        + "\"baseline\":{\"year\":2031}}")
                .post(PATH)
                .then()
                .spec(Problems.of(422, "target-rejected"))
                .body("errors.pointer", hasItems("/region", "/year", "/comparator", "/unit", "/path", "/nature"))
                .body("errors.pointer", hasItems("/baseline/value", "/baseline/year"))
                .body(
                        "errors.find { it.pointer == '/comparator' }.accepted",
                        contains("le", "lt", "between", "lt_benchmark"));
        as("city-admin").body("{}").post(PATH).then().spec(Problems.of(422, "field-missing"));
        as("city-admin")
                .body("{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"npl-ratio\",\"region\":\"441226\",\"year\":2025,"
                        + "\"comparator\":\"lt_benchmark\",\"value\":1}")
                .post(PATH)
                .then()
                .spec(Problems.at(422, "value-not-for-comparator", "/value"));
    }

    @Test
    void aBandHasTwoEnds() {
        String band = "{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"direct-financing-ratio\",\"region\":\"441226\","
                + "\"year\":2025,\"comparator\":\"between\",\"value\":20,%s\"unit\":\"PCT\"}";
        as("city-officer")
                .body(String.format(band, ""))
                .post(PATH)
                .then()
                .spec(Problems.at(422, "field-missing", "/upper"));
        as("city-officer")
                .body(String.format(band, "\"upper\":20,"))
                .post(PATH)
                .then()
                .spec(Problems.at(422, "value-not-for-comparator", "/upper"));
        as("city-officer")
                .body(String.format(band, "\"upper\":30,"))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("upper", equalTo(30));
    }

    @Test
    void onlyTheCitySetsTargets() {
        as("district-441202").body(target("441202", "30", "")).post(PATH).then().spec(Problems.of(403, "forbidden"));
        as("auditor").body(target("441202", "30", "")).post(PATH).then().spec(Problems.of(403, "forbidden"));
        as("auditor").get(PATH + "/" + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
        as("district-441202")
                .get(PATH + "?plan=zq-fin-14fyp&region=441202")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("district-441202").get(PATH + "?plan=zq-fin-14fyp&limit=500").then().body("items.region", hasItem("441200"));
    }

    private static io.restassured.response.ValidatableResponse attainment(String region, String year) {
        return as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=" + year + "&region=" + region)
                .then()
                .statusCode(200);
    }

    private static String target(String region, String value, String more) {
        return "{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"green-credit\",\"region\":\"" + region
                + "\",\"year\":2025,\"comparator\":\"ge\",\"value\":" + value
                + ",\"unit\":\"CNY_100M\",\"baseline\":{\"year\":2020,\"value\":10}" + more + "}";
    }
}
