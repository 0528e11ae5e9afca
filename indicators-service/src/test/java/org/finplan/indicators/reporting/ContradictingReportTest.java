package org.finplan.indicators.reporting;

import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** What reports of flows say where longer periods and their parts contradict, on sample figures (演示样本). */
@FinplanTest
class ContradictingReportTest {

    private static final String FLOW = "financial-tax-revenue";
    private static final String CORRECTION = ",\"reason\":\"correction\"";

    @Test
    void aYearThatItsQuartersContradictIsTakenWithAWarningThatNamesBoth() {
        send(flow("441224", "1996-Q1", "20"), flow("441224", "1996-Q2", "25"), flow("441224", "1996-Q3", "25"))
                .body("warnings", hasSize(0));
        send(flow("441224", "1996-Q4", "25"), flow("441224", "1996", "100"))
                .body("counts.created", equalTo(2))
                .body("warnings.code", contains("contradicts-parts"))
                .body("warnings.pointer", contains("/items/1/value"))
                .body("warnings[0].value", equalTo("100"))
                .body(
                        "warnings[0].message",
                        allOf(
                                containsString("1996 为 100 CNY_100M"),
                                containsString("1996-Q1: 20，1996-Q2: 25，1996-Q3: 25，1996-Q4: 25"),
                                containsString("合计为 95 CNY_100M"),
                                containsString("相差 5")));
        as("city-officer")
                .header("Accept-Language", "en")
                .body("{\"items\":[" + flow("441224", "1996-Q4", "26") + "]}")
                .post(Reports.PATH + "?dryRun=true")
                .then()
                .body("warnings.pointer", contains("/items/0/value"))
                .body(
                        "warnings[0].message",
                        allOf(
                                containsString("1996 is 100 CNY_100M"),
                                containsString("add up to 96 CNY_100M"),
                                containsString("the difference of 4")));
        send(flow("441224", "1996-Q4", "30")).body("warnings", hasSize(0));
    }

    /** 95 in halves, 100 in quarters, and no year: who asks for the year gets another one by halves than by quarters. */
    @Test
    void halvesThatTheirQuartersContradictAreTold() {
        send(
                        flow("441225", "1996-S1", "45.0"),
                        flow("441225", "1996-S2", "50.0"),
                        flow("441225", "1996-Q1", "25.0"),
                        flow("441225", "1996-Q2", "25.0"),
                        flow("441225", "1996-Q3", "25.0"),
                        flow("441225", "1996-Q4", "25.0"))
                .body("warnings.code", contains("contradicts-parts"))
                .body("warnings.pointer", contains("/items/0/value"))
                .body("warnings[0].message", containsString("1996-S1 为 45.0"));
    }

    @Test
    void sumsSinceJanuaryTakePartAsWholesAndAsParts() {
        send(flow("441226", "1996-06-YTD", "40"), flow("441226", "1996-Q3", "20"), flow("441226", "1996-09-YTD", "70"))
                .body("warnings.pointer", contains("/items/2/value"))
                .body("warnings[0].message", containsString("1996-06-YTD: 40"));
    }

    @Test
    void whatRoundingExplainsOrNothingCoversIsNoContradiction() {
        send(flow("441223", "1996-S1", "49"), flow("441223", "1996-S2", "50"), flow("441223", "1996", "100"))
                .body("warnings", hasSize(0));
        send(flow("441223", "1995", "100"), flow("441223", "1995-Q1", "90"), flow("441223", "1995-Q2", "90"))
                .body("warnings", hasSize(0));
        send(
                        item("loans-balance", "441223", "1996-Q1", "10", "CNY_100M", ""),
                        item("loans-balance", "441223", "1996-Q2", "10", "CNY_100M", ""),
                        item("loans-balance", "441223", "1996-06", "10", "CNY_100M", ",\"kind\":\"cumulative\""),
                        item("loans-balance", "441223", "1996-S1", "10", "CNY_100M", ",\"kind\":\"cumulative\""))
                .body("warnings", hasSize(0));
    }

    /** 10000 of ten thousand yuan are known to half of ten thousand, though they are kept as 1 of 100 million. */
    @Test
    void theDigitsThatWereDeliveredDecide() {
        send(
                        item(FLOW, "441202", "1996-S1", "10000", "CNY_10K", ""),
                        item(FLOW, "441202", "1996-S2", "10000", "CNY_10K", ""),
                        item(FLOW, "441202", "1996", "20001", "CNY_10K", ""))
                .body("warnings", hasSize(0));
        send(item(FLOW, "441202", "1996", "20002", "CNY_10K", CORRECTION))
                .body("warnings.code", contains("contradicts-parts"))
                .body("warnings[0].value", equalTo("20002"))
                .body("warnings[0].message", containsString("相差 0.0002"));
    }

    @Test
    void theCellIsShownAsDisputedUntilItsPeriodsAgree() {
        String flow = "premium-income";
        send(
                item(flow, "441284", "1997-S1", "40", "CNY_100M", ""),
                item(flow, "441284", "1997-S2", "50", "CNY_100M", ""),
                item(flow, "441284", "1997", "100", "CNY_100M", ""),
                item(flow, "441200", "1997", "100", "CNY_100M", ""));
        String cell = "items[0].parts.find { it.region == '441284' }.contradictedBy";
        reconciliation(flow)
                .body("items[0].whole.contradictedBy", nullValue())
                .body(cell + ".sum", equalTo(90))
                .body(cell + ".difference", equalTo(10))
                .body(cell + ".tolerance", equalTo(1.5f))
                .body(cell + ".parts.figure.period", contains("1997-S1", "1997-S2"))
                .body(cell + ".parts.value", contains(40, 50));

        send(item(flow, "441284", "1997-S2", "60", "CNY_100M", CORRECTION)).body("warnings", hasSize(0));
        reconciliation(flow).body(cell, nullValue());
    }

    @Test
    void workOnACellIsNotSettledWhileItsPeriodsContradictIt() {
        String flow = "securities-turnover";
        for (String region :
                new String[] {"441202", "441203", "441204", "441284", "441223", "441224", "441225", "441226"}) {
            String code = region.equals("441204") ? "441283" : region;
            send(item(flow, code, "1997", "10", "CNY_100M", ""));
        }
        send(
                item(flow, "441200", "1997", "80", "CNY_100M", ""),
                item(flow, "441200", "1997-S1", "20", "CNY_100M", ""),
                item(flow, "441200", "1997-S2", "20", "CNY_100M", ""));
        String id = as("city-officer")
                .body("{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"" + flow + "\",\"period\":\"1997\","
                        + "\"region\":\"441200\",\"note\":\"演示样本 sample\"}")
                .post("/api/v1/disputed-cells")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        reconciliation(flow).body("items[0].state", equalTo("agrees")).body("items[0].disputes", hasItem(id));

        settle(id).spec(Problems.of(409, "still-differs"));
        send(item(flow, "441200", "1997-S1", "60", "CNY_100M", CORRECTION)).body("warnings", hasSize(0));
        settle(id).statusCode(200).body("state", equalTo("closed"));
        reconciliation(flow).body("items[0].disputes", not(hasItem(id)));
    }

    private static String flow(String region, String period, String value) {
        return item(FLOW, region, period, value, "CNY_100M", CORRECTION);
    }

    private static ValidatableResponse send(String... items) {
        return report("city-officer", String.join(",", items)).statusCode(200);
    }

    private static ValidatableResponse reconciliation(String indicator) {
        return as("auditor")
                .get("/api/v1/reconciliations?plan=zq-fin-14fyp&period=1997&indicator=" + indicator)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse settle(String id) {
        return as("city-officer")
                .header("If-Match", "\"1\"")
                .body("")
                .post("/api/v1/disputed-cells/" + id + ":settle")
                .then();
    }
}
