package org.finplan.indicators.breakdown;

import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Targets of the city broken down to districts and units. The parts are samples (演示样本). */
@FinplanTest
class BreakdownResourceTest {

    private static final String PATH = "/api/v1/targets";

    @Test
    void aTargetIsBrokenDownToRegionsAndUnitsWithWhatIsLeft() {
        String id = planTarget("loans-balance");
        breakDown(id, "city-officer", "\"1\"", parts("3000", "1000"))
                .statusCode(200)
                .body("additive", equalTo(true))
                .body("regions.allocated", equalTo(4000))
                .body("regions.residual", equalTo(380))
                .body("regions.overAllocation", equalTo(0))
                .body("units.allocated", equalTo(500))
                .body("regionParts.target.region", contains("441284", "441224"))
                .body("unitParts.unit", contains("zq-gov"))
                .body("withoutTarget", hasItem("441226"))
                .body("withoutTarget", not(hasItem("441284")));

        as("district-441284")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025&region=441284")
                .then()
                .body("items.find { it.indicator == 'loans-balance' }.target.value", equalTo(3000));
        as("district-441284")
                .get(PATH + "/" + id + "/breakdown")
                .then()
                .statusCode(200)
                .body("regions", nullValue())
                .body("regionParts.target.region", contains("441284"));
        anExpectedTargetMayBeExceededAndTheAnswerShowsIt(id);
    }

    private void anExpectedTargetMayBeExceededAndTheAnswerShowsIt(String id) {
        breakDown(id, "city-officer", "\"1\"", parts("3500", "1000"))
                .statusCode(200)
                .body("regions.overAllocation", equalTo(120))
                .body("regionParts[0].target.version", equalTo(2));
    }

    /** Of the sample plan, which is in force: that of 2021 to 2025 has ended, and gets no more targets for the city. */
    @Test
    void aBindingTargetIsNeverExceededWhicheverWay() {
        String id = as("auditor-SAMPLE-CITY")
                .get(PATH + "?plan=sample-plan&region=SAMPLE-CITY&indicator=sample-bad-debtors")
                .path("items[0].id");
        revise(id, binding("SAMPLE-CITY", "30")).statusCode(200);

        breakDown(id, "city-officer-SAMPLE-CITY", "\"2\"", sampleParts("31", "10"))
                .spec(Problems.at(422, "breakdown-over-allocates", "/regions"))
                .body("errors[0].accepted", contains("0..30"));
        as("auditor-SAMPLE-CITY").get(PATH + "/" + id + "/breakdown").then().body("regionParts", hasSize(0));
        breakDown(id, "city-officer-SAMPLE-CITY", "\"2\"", sampleParts("20", "31"))
                .spec(Problems.at(422, "breakdown-over-allocates", "/units"));
        String part = breakDown(id, "city-officer-SAMPLE-CITY", "\"2\"", sampleParts("20", "10"))
                .statusCode(200)
                .extract()
                .path("regionParts[0].target.id");
        revise(part, binding("SAMPLE-EAST", "31")).spec(Problems.at(422, "breakdown-over-allocates", "/value"));
        revise(id, binding("SAMPLE-CITY", "10")).spec(Problems.at(422, "breakdown-over-allocates", "/value"));
    }

    private static ValidatableResponse revise(String id, String target) {
        String tag = as("city-officer-SAMPLE-CITY").get(PATH + "/" + id).header("ETag");
        return as("city-officer-SAMPLE-CITY")
                .header("If-Match", tag)
                .body(target)
                .post(PATH + "/" + id + ":revise")
                .then();
    }

    private static String binding(String region, String value) {
        return "{\"plan\":\"sample-plan\",\"indicator\":\"sample-bad-debtors\",\"region\":\"" + region
                + "\",\"year\":2030,\"comparator\":\"le\",\"value\":" + value
                + ",\"unit\":\"ENTERPRISE\",\"baseline\":{\"year\":2025,\"value\":50},\"nature\":\"binding\","
                + "\"reason\":\"演示样本 sample\"}";
    }

    private static String sampleParts(String east, String unit) {
        return "{\"unit\":\"ENTERPRISE\",\"reason\":\"演示样本 sample\",\"regions\":[{\"region\":\"SAMPLE-EAST\",\"value\":"
                + east + "}],\"units\":[{\"unit\":\"sample-gov\",\"value\":" + unit + "}]}";
    }

    /** Parts of the plan of 2021 to 2025, which has ended: a region's first part may come, and not be lowered then. */
    @Test
    void aPartOfAnEndedPlanIsNotLowered() {
        String id = planTarget("inclusive-sme-loans");
        breakDown(id, "city-officer", "\"1\"", parts("30", "10")).statusCode(200);
        breakDown(id, "city-officer", "\"1\"", parts("30", "9"))
                .spec(Problems.at(409, "plan-ended", "/regions/1/value"))
                .body("errors", hasSize(1))
                .body("errors[0].accepted", contains("ge 10"));
        breakDown(id, "city-officer", "\"1\"", parts("31", "10")).statusCode(200);
    }

    @Test
    void aDistrictWithoutABaselineIsJudgedInTheTargetsYearOnly() {
        as("city-officer")
                .body(
                        "{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"manufacturing-loans\",\"region\":\"441225\",\"year\":2025,"
                                + "\"comparator\":\"ge\",\"value\":20,\"unit\":\"CNY_100M\"}")
                .post(PATH)
                .then()
                .statusCode(201);
        as("district-441225")
                .body("{\"items\":[{\"indicator\":\"manufacturing-loans\",\"region\":\"441225\",\"period\":\"2023\","
                        + "\"value\":15,\"unit\":\"CNY_100M\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        as("district-441225")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2023&region=441225")
                .then()
                .body("items[11].state", equalTo("not-assessable"))
                .body("items[11].reason.code", equalTo("no-baseline"));
    }

    @Test
    void whatCannotBeBrokenDownIsRefusedWithItsPlace() {
        String id = planTarget("deposits-balance");
        breakDown(id, "district-441284", "\"1\"", parts("1", "1")).spec(Problems.of(403, "forbidden"));
        breakDown(id, "auditor", "\"1\"", parts("1", "1")).spec(Problems.of(403, "forbidden"));
        breakDown(id, "city-officer", "\"9\"", parts("1", "1")).spec(Problems.of(412, "precondition-failed"));
        breakDown(UUID.randomUUID().toString(), "city-officer", "\"1\"", parts("1", "1"))
                .spec(Problems.of(404, "not-found"));
        breakDown(id, "city-officer", "\"1\"", "{\"unit\":\"CNY_100M\"}")
                .spec(Problems.at(422, "parts-out-of-bounds", "/regions"));
        breakDown(
                        id,
                        "city-officer",
                        "\"1\"",
                        "{\"unit\":\"CNY_100M\",\"regions\":[{\"region\":\"440000\",\"value\":1},{\"region\":\"441284\"}],"
                                + "\"units\":[{\"unit\":\"nobody\",\"value\":1}]}")
                .spec(Problems.of(422, "target-rejected"))
                .body("errors.pointer", hasItems("/regions/0/region", "/regions/1/value", "/units/0/unit"));
        breakDown(planTarget("direct-financing-ratio"), "city-officer", "\"1\"", parts("1", "1"))
                .spec(Problems.of(422, "target-does-not-add-up"));
        as("city-officer")
                .body(parts("1", "1"))
                .post(PATH + "/" + id + ":break-down")
                .then()
                .spec(Problems.of(428, "precondition-required"));
    }

    @Test
    @Tag("I03")
    void thePathRunsFrom11005To180BesideTheLineByThePrintedGrowth() {
        as("auditor")
                .get(PATH + "/" + planTarget("financial-value-added") + "/path")
                .then()
                .statusCode(200)
                .body("shape", equalTo("compound"))
                .body("points.period", contains("2020", "2021", "2022", "2023", "2024", "2025"))
                .body("points[0].expected", equalTo(110.05f))
                .body("points[5].expected", equalTo(180))
                .body("points[5].growthLow", equalTo(177.2366f));
        as("auditor")
                .get(PATH + "/" + planTarget("npl-ratio") + "/path")
                .then()
                .body("shape", nullValue())
                .body("points", hasSize(0));
        as("auditor").get(PATH + "/" + UUID.randomUUID() + "/path").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void aCustomPathStartsAtItsBaselineEndsAtItsTargetAndNeverTurnsBack() {
        String target = "{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"green-credit\",\"region\":\"441226\",\"year\":2025,"
                + "\"comparator\":\"ge\",\"value\":30,\"unit\":\"CNY_100M\",\"baseline\":{\"year\":2020,\"value\":10},"
                + "\"path\":\"custom\",\"points\":[%s]}";
        String start = "{\"year\":2020,\"value\":%s}";
        String middle = "{\"year\":2022,\"value\":%s}";
        String end = "{\"year\":2025,\"value\":30}";
        set(String.format(target, String.format(start, 11) + "," + end))
                .spec(Problems.at(422, "path-not-from-baseline", "/points/0"))
                .body("errors[0].accepted", contains("2020: 10"));
        set(String.format(target, String.format(start, 10) + "," + String.format(middle, 25)))
                .spec(Problems.at(422, "path-not-to-target", "/points/1"));
        set(String.format(target, String.format(start, 10) + "," + String.format(middle, 5) + "," + end))
                .spec(Problems.at(422, "path-not-a-line", "/points/1"));
        String location = set(String.format(
                        target, String.format(start, 10) + "," + String.format(middle, 25) + "," + end))
                .statusCode(201)
                .extract()
                .header("Location");
        as("auditor").get(location + "/path").then().body("points[1].expected", equalTo(17.5f));
    }

    private static ValidatableResponse set(String target) {
        return as("city-officer").body(target).post(PATH).then();
    }

    private static ValidatableResponse breakDown(String id, String caller, String ifMatch, String body) {
        return as(caller)
                .header("If-Match", ifMatch)
                .body(body)
                .post(PATH + "/" + id + ":break-down")
                .then();
    }

    private static String parts(String one, String other) {
        return "{\"unit\":\"CNY_100M\",\"reason\":\"演示样本 sample\",\"regions\":[{\"region\":\"441284\",\"value\":" + one
                + "},{\"region\":\"441224\",\"value\":" + other + "}],\"units\":[{\"unit\":\"zq-gov\",\"value\":500}]}";
    }

    private static String planTarget(String indicator) {
        return as("auditor")
                .get(PATH + "?plan=zq-fin-14fyp&region=441200&indicator=" + indicator)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.primary && it.year == 2025 }.id");
    }
}
