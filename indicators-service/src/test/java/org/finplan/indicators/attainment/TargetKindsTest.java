package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Test;

/** The kinds of target of a synthetic package (样例数据) as they are loaded, set, judged and told. */
@FinplanTest
class TargetKindsTest {

    private static final String CITY = "KINDS-CITY";
    private static final String EAST = "KINDS-EAST";

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "KINDS-CITY");
    }

    /** Case P12: 420 of 2000 in the first of five years is held against 400, not against a level. */
    @Test
    void theYearsOfACumulativeTargetAccumulateAndEachIsJudgedOnceWhateverHappens() {
        report("kinds-lending", CITY, "2026", "420", "");
        item("kinds-lending", CITY, "2026", "")
                .body("target.kind", equalTo("cumulative"))
                .body("target.path", equalTo("linear"))
                .body("actual.value", equalTo(420))
                .body("cumulated.value", equalTo(420))
                .body("cumulated.share", equalTo(0.21f))
                .body("cumulated.missing", hasSize(0))
                .body("expected", equalTo(400.0f))
                .body("baseline", nullValue())
                .body("state", equalTo("ahead"));
        report("kinds-lending", CITY, "2028", "500", "");
        item("kinds-lending", CITY, "2028", "")
                .body("state", equalTo("not-assessable"))
                .body("reason.code", equalTo("year-missing"))
                .body("cumulated.value", nullValue())
                .body("cumulated.missing", contains(2027));
        report("kinds-lending", CITY, "2027", "350", "");
        String known = item("kinds-lending", CITY, "2028", "")
                .body("cumulated.value", equalTo(1270))
                .body("state", equalTo("ahead"))
                .extract()
                .path("items.find { it.indicator == 'kinds-lending' }.actual.recordedAt");
        report("kinds-lending", CITY, "2026", "100", ",\"reason\":\"correction\"");
        item("kinds-lending", CITY, "2028", "")
                .body("cumulated.value", equalTo(950))
                .body("state", equalTo("behind"));
        item("kinds-lending", CITY, "2028", "&asOf=" + known).body("reason.code", equalTo("year-missing"));

        assertThat(told("kinds-lending", CITY, 7))
                .extracting(event -> event.data().get("period").textValue() + " "
                        + event.data().get("state").textValue() + " "
                        + event.data().path("actual").asText("null"))
                .containsExactlyInAnyOrder(
                        "2026 ahead 420",
                        "2028 not-assessable null",
                        "2027 on-course 770",
                        "2028 ahead 1270",
                        "2026 off-course 100",
                        "2027 off-course 450",
                        "2028 behind 950");
    }

    @Test
    void aYearThatIsOpenGetsItsTargetLater() {
        report("kinds-output", CITY, "2027", "121", "");
        item("kinds-output", CITY, "2027", "")
                .body("target", nullValue())
                .body("reason.code", equalTo("no-target"))
                .body("reason.text.en", containsString("year by year"))
                .body("reason.text.zh", containsString("逐年"));
        set("kinds-output", CITY, 2027, ",\"comparator\":\"ge\",\"value\":120,\"unit\":\"CNY_100M\"")
                .statusCode(201)
                .body("kind", equalTo("yearly"));
        item("kinds-output", CITY, "2027", "")
                .body("state", equalTo("achieved"))
                .body("target.path", nullValue());
        as("city-officer")
                .get("/api/v1/targets?plan=kinds-plan&indicator=kinds-output&region=" + CITY)
                .then()
                .body("items.year", hasItem(2026))
                .body("items.kind", not(hasItem("value")));
        set(
                        "kinds-output",
                        CITY,
                        2029,
                        ",\"comparator\":\"ge\",\"value\":120,\"unit\":\"CNY_100M\",\"path\":\"floor\","
                                + "\"baseline\":{\"year\":2025,\"value\":100}")
                .spec(Problems.at(422, "unknown-code", "/path"));
    }

    @Test
    void aDistrictHasItsShareOfWhatTheYearsAreToBring() {
        String number = ",\"comparator\":\"ge\",\"value\":800,\"unit\":\"CNY_100M\"";
        set("kinds-lending", EAST, 2028, number)
                .spec(Problems.at(422, "year-out-of-bounds", "/year"))
                .body("errors[0].accepted", contains("2030..2030"));
        set(
                        "kinds-accounts",
                        EAST,
                        2030,
                        ",\"kind\":\"cumulative\",\"comparator\":\"ge\",\"value\":8,\"unit\":\"ACCOUNT\"")
                .spec(Problems.at(422, "kind-not-for-indicator", "/kind"))
                .body("errors[0].accepted", contains("value", "range", "yearly"));
        set("kinds-lending", EAST, 2030, number + ",\"baseline\":{\"year\":2025,\"value\":1}")
                .spec(Problems.at(422, "value-not-for-comparator", "/baseline"));
        String profile = ",\"path\":\"custom\",\"points\":[{\"year\":2026,\"value\":50},{\"year\":2030,\"value\":%d}]";
        set("kinds-lending", EAST, 2030, number + profile.formatted(700))
                .spec(Problems.at(422, "path-not-to-target", "/points/1"));
        String id = set("kinds-lending", EAST, 2030, number + profile.formatted(800))
                .statusCode(201)
                .body("kind", equalTo("cumulative"))
                .body("period", equalTo("2026/2030"))
                .body("points", hasSize(2))
                .extract()
                .path("id");
        as("auditor")
                .get("/api/v1/targets/" + id + "/path")
                .then()
                .statusCode(200)
                .body("shape", equalTo("custom"))
                .body("growth", nullValue())
                .body("points.period", contains("2025", "2026", "2027", "2028", "2029", "2030"))
                .body("points[1].expected", equalTo(50.0f))
                .body("points[5].expected", equalTo(800));
    }

    @Test
    void anIndicatorWithoutBaselineAndGrowthReadsSo() {
        report("kinds-accounts", CITY, "2027-12-31", "480", "", "ACCOUNT");
        item("kinds-accounts", CITY, "2027", "")
                .body("baseline", nullValue())
                .body("target.path", nullValue())
                .body("corridor", nullValue())
                .body("reason.code", equalTo("no-baseline"));
        as("auditor")
                .get("/api/v1/indicators?plan=kinds-plan")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'kinds-accounts' }.baseline", nullValue())
                .body("items.find { it.code == 'kinds-accounts' }.growth", nullValue())
                .body("items.find { it.code == 'kinds-accounts' }.name.en", equalTo("样例：账户数"))
                .body("items.find { it.code == 'kinds-accounts' }.targets[0].nature", equalTo("expected"))
                .body("items.find { it.code == 'kinds-lending' }.targets[0].nature", equalTo("binding"));
    }

    private static ValidatableResponse set(String indicator, String region, int year, String more) {
        return as("city-officer")
                .body("{\"plan\":\"kinds-plan\",\"indicator\":\"" + indicator + "\",\"region\":\"" + region
                        + "\",\"year\":" + year + more + "}")
                .post("/api/v1/targets")
                .then();
    }

    private static List<Received> told(String indicator, String region, int count) {
        String aggregate = "attainment/kinds-plan/" + indicator + "/" + region;
        return TestEvents.await("indicators.events", event -> event.key().equals(aggregate), count);
    }

    private static ValidatableResponse item(String indicator, String region, String period, String more) {
        return as("city-officer")
                .get("/api/v1/attainment?plan=kinds-plan&region=" + region + "&period=" + period + more)
                .then()
                .statusCode(200)
                .rootPath("items.find { it.indicator == '" + indicator + "' }");
    }

    private static void report(String indicator, String region, String period, String value, String more) {
        report(indicator, region, period, value, more, "CNY_100M");
    }

    private static void report(String indicator, String region, String period, String value, String more, String unit) {
        as("city-officer")
                .body("{\"items\":[{\"indicator\":\"" + indicator + "\",\"region\":\"" + region + "\",\"period\":\""
                        + period + "\",\"value\":" + value + ",\"unit\":\"" + unit
                        + "\",\"source\":{\"title\":\"演示样本 sample\"}" + more + "}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }
}
