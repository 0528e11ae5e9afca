package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Set;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Test;

/** The plan of 2021 to 2025 is over: it judges its own years and nothing after them. */
@FinplanTest
class EndedPlanTest {

    private static final String PLAN = "zq-fin-14fyp";

    @Test
    void aFigureAfterThePlanIsKeptNotJudgedAndNotTold() {
        report("loans-balance", "441200", "2026-10", "4400", "CNY_100M", "");
        attainment(PLAN, "441200", "2026-10")
                .body("items[4].indicator", equalTo("loans-balance"))
                .body("items[4].state", equalTo("not-assessable"))
                .body("items[4].reason.code", equalTo("no-target"))
                .body("items[4].reason.text.zh", containsString("规划"))
                .body("items[4].reason.text.en", containsString("ended"))
                .body("items[4].target", nullValue())
                .body("items[4].expected", nullValue())
                .body("items[4].actual.value", equalTo(4400));
        report("loans-balance", "441200", "2026", "4500", "CNY_100M", "");
        report("npl-ratio", "441200", "2026-10", "0.5", "PCT", "");
        report("npl-ratio", "440000", "2026-10", "0.9", "PCT", "");
        attainment(PLAN, "441200", "2026-10")
                .body("items[5].state", equalTo("not-assessable"))
                .body("items[5].benchmark", nullValue());

        report("loans-balance", "441200", "2023-05", "2500", "CNY_100M", "");
        report("npl-ratio", "441200", "2023-05", "0.5", "PCT", "");
        assertThat(told("loans-balance", Set.of("2026-10", "2026", "2023-05"), 1))
                .extracting(event -> event.data().get("period").textValue())
                .containsExactly("2023-05");
        assertThat(told("npl-ratio", Set.of("2026-10", "2023-05"), 1))
                .extracting(event -> event.data().get("period").textValue())
                .containsExactly("2023-05");
    }

    @Test
    void aCorrectionOfItsOwnYearsIsJudgedAndSaysThatItCameAfterTheEnd() {
        report("loans-balance", "441200", "2022-08", "3300", "CNY_100M", "");
        report("loans-balance", "441200", "2022-08", "2000", "CNY_100M", ",\"reason\":\"correction\"");

        List<Received> judgements = told("loans-balance", Set.of("2022-08"), 2);
        assertThat(judgements)
                .extracting(event -> event.data().get("state").textValue())
                .containsExactly("ahead", "off-course");
        assertThat(judgements).allMatch(event -> event.data().get("afterEnd").booleanValue());
    }

    /** In a plan that goes on until 2030. */
    @Test
    void afterTheLastTargetOfARegionNothingIsJudged() {
        as("city-officer-SAMPLE-CITY")
                .body("{\"plan\":\"sample-plan\",\"indicator\":\"sample-bad-debtors\",\"region\":\"SAMPLE-WEST\","
                        + "\"year\":2027,\"comparator\":\"le\",\"value\":40,\"unit\":\"ENTERPRISE\","
                        + "\"baseline\":{\"year\":2025,\"value\":50},\"reason\":\"演示样本 sample\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(201);
        report("sample-bad-debtors", "SAMPLE-WEST", "2027", "39", "ENTERPRISE", "");
        report("sample-bad-debtors", "SAMPLE-WEST", "2029", "10", "ENTERPRISE", "");

        attainment("sample-plan", "SAMPLE-WEST", "2027").body("items[1].state", equalTo("achieved"));
        attainment("sample-plan", "SAMPLE-WEST", "2029")
                .body("items[1].state", equalTo("not-assessable"))
                .body("items[1].reason.code", equalTo("no-target"))
                .body("items[1].actual.value", equalTo(10));
    }

    private static List<Received> told(String indicator, Set<String> periods, int count) {
        String aggregate = "attainment/" + PLAN + "/" + indicator + "/441200";
        return TestEvents.await(
                "indicators.events",
                event -> event.key().equals(aggregate)
                        && periods.contains(event.data().get("period").textValue()),
                count);
    }

    private static ValidatableResponse attainment(String plan, String region, String period) {
        return asBoundTo("city-officer", region)
                .get("/api/v1/attainment?plan=" + plan + "&region=" + region + "&period=" + period)
                .then()
                .statusCode(200);
    }

    private static void report(String indicator, String region, String period, String value, String unit, String more) {
        asBoundTo("city-officer", region)
                .body("{\"items\":[{\"indicator\":\"" + indicator + "\",\"region\":\"" + region + "\",\"period\":\""
                        + period + "\",\"value\":" + value + ",\"unit\":\"" + unit
                        + "\",\"source\":{\"title\":\"演示样本 sample\"}" + more + "}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }
}
