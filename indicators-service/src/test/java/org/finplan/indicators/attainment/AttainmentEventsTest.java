package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What figures make the service tell others. */
@FinplanTest
class AttainmentEventsTest {

    private static final String TOPIC = "indicators.events";

    @Test
    void aFigureIsToldAndSoIsTheJudgementItChanges() {
        report("premium-income", "441200", "2021", "79", "CNY_100M", "");
        report("premium-income", "441200", "2021", "84", "CNY_100M", ",\"reason\":\"correction\"");

        List<Received> figures =
                TestEvents.await(TOPIC, event -> event.key().equals("observation/premium-income/441200/level"), 2);
        Received revised = figures.get(figures.size() - 1);
        assertThat(revised.type()).isEqualTo("org.finplan.indicators.observation.recorded.v1");
        assertThat(revised.headers()).containsEntry("ce_region", "441200").containsKey("ce_traceparent");
        assertThat(revised.data().get("version").intValue()).isEqualTo(2);
        assertThat(revised.data().get("previousValue").decimalValue()).isEqualByComparingTo("79");
        assertThat(revised.data().get("reason").textValue()).isEqualTo("correction");

        List<Received> judgements = judgements("premium-income", "441200", "2021", 2);
        assertThat(states(judgements)).containsExactly("off-course", "ahead");
        Received last = judgements.get(1);
        assertThat(last.data().get("indicatorName").get("zh").textValue()).isEqualTo("保费收入");
        assertThat(last.data().get("clause").textValue()).isEqualTo("ch3.s3.2.t11");
        assertThat(last.data().get("target").decimalValue()).isEqualByComparingTo("115");
        assertThat(last.data().get("observation").textValue())
                .isEqualTo(revised.data().get("observation").textValue());
    }

    @Test
    void theSameFigureAgainIsNotTold() {
        report("manufacturing-loans", "441200", "2021", "246", "CNY_100M", "");
        report("manufacturing-loans", "441200", "2021", "246", "CNY_100M", "");
        report("manufacturing-loans", "441200", "2022", "300", "CNY_100M", "");

        List<Received> judgements = judgements("manufacturing-loans", "441200", "2022", 1);
        assertThat(judgements).hasSize(1);
        assertThat(judgements("manufacturing-loans", "441200", "2021", 1)).hasSize(1);
    }

    @Test
    @Tag("I09")
    void aFigureOfTheProvinceJudgesTheCityAnew() {
        report("npl-ratio", "441200", "2021", "0.94", "PCT", "");
        attainment("2021")
                .body("items[5].state", equalTo("not-assessable"))
                .body("items[5].reason.code", equalTo("no-benchmark"));

        report("npl-ratio", "440000", "2021-12", "1.00", "PCT", "");
        attainment("2021")
                .body("items[5].state", equalTo("achieved"))
                .body("items[5].benchmark.region", equalTo("440000"))
                .body("items[5].target.met", equalTo(true));

        report("npl-ratio", "440000", "2021-12", "0.90", "PCT", ",\"reason\":\"correction\"");
        List<Received> judgements = judgements("npl-ratio", "441200", "2021", 3);
        assertThat(states(judgements)).containsExactly("not-assessable", "achieved", "off-course");
    }

    @Test
    @Tag("I07")
    void aValueOf4875MeetsTheTableAndNotTheProseOfDeposits() {
        bothVerdicts("deposits-balance", "4875", 3);
    }

    @Test
    @Tag("I08")
    void aValueOf4380MeetsTheTableAndNotTheProseOfLoans() {
        bothVerdicts("loans-balance", "4380", 4);
    }

    /** The table says at least, the prose says more than; the table is what is judged. */
    private static void bothVerdicts(String indicator, String target, int place) {
        report(indicator, "441200", "2025", target, "CNY_100M", "");
        String item = "items[" + place + "].";

        attainment("2025")
                .body(item + "indicator", equalTo(indicator))
                .body(item + "state", equalTo("achieved"))
                .body(item + "target.comparator", equalTo("ge"))
                .body(item + "target.value", equalTo(Integer.parseInt(target)))
                .body(item + "target.met", equalTo(true))
                .body(item + "wordings", hasSize(1))
                .body(item + "wordings[0].comparator", equalTo("gt"))
                .body(item + "wordings[0].value", equalTo(Integer.parseInt(target)))
                .body(item + "wordings[0].met", equalTo(false));
        report(indicator, "441200", "2025", target + ".01", "CNY_100M", ",\"reason\":\"correction\"");
        attainment("2025").body(item + "target.met", equalTo(true)).body(item + "wordings[0].met", equalTo(true));
    }

    @Test
    void thePlanAsLoadedIsToldWithTheJudgementsOfItsFigures() {
        assertThat(states(judgements("green-credit", "441200", "2025", 1))).containsExactly("achieved");
        assertThat(states(judgements("loans-balance", "441200", "2024-01", 1))).containsExactly("behind");
        assertThat(states(judgements("agricultural-loans", "441200", "2023-04", 1)))
                .containsExactly("ahead");
        Received target = TestEvents.await(TOPIC, "target/zq-fin-14fyp/npl-ratio/441200", 1)
                .get(0);
        assertThat(target.data().path("comparator").textValue()).isEqualTo("lt_benchmark");
        assertThat(target.data().hasNonNull("value")).isFalse();
    }

    private static List<Received> judgements(String indicator, String region, String period, int count) {
        String aggregate = "attainment/zq-fin-14fyp/" + indicator + "/" + region;
        return TestEvents.await(
                TOPIC,
                event -> event.key().equals(aggregate)
                        && event.data().get("period").textValue().equals(period),
                count);
    }

    private static List<String> states(List<Received> judgements) {
        return judgements.stream()
                .map(event -> event.data().get("state").textValue())
                .toList();
    }

    private static ValidatableResponse attainment(String year) {
        return as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&region=441200&period=" + year)
                .then()
                .statusCode(200);
    }

    private static void report(String indicator, String region, String period, String value, String unit, String more) {
        asBoundTo("city-officer", region)
                .body("{\"items\":[{\"indicator\":\"" + indicator + "\",\"region\":\"" + region + "\",\"period\":\""
                        + period + "\",\"value\":" + value + ",\"unit\":\"" + unit + "\"" + more + "}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }
}
