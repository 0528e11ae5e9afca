package org.finplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is there after a start on an empty database: the plan, its figures, and the scoreboard on them. */
@FinplanTest
class ScoreboardTest {

    private static final PlanPackage PLAN = PlanPackages.bundled("zq-fin-14fyp");

    @Test
    @Tag("I01")
    void theListReturnsFifteenIndicatorsWithTheirBaselinesAndTargets() {
        List<Map<String, Object>> items = json(as("city-officer")
                        .get("/api/v1/indicators?plan=zq-fin-14fyp")
                        .then()
                        .statusCode(200)
                        .body("nextCursor", nullValue())
                        .extract()
                        .asString())
                .getList("items");

        assertThat(items.stream().map(item -> item.get("number")).toList())
                .isEqualTo(IntStream.rangeClosed(1, 15).boxed().toList());
        for (IndicatorDefinition indicator : PLAN.indicators()) {
            Map<String, Object> item = items.get(indicator.number() - 1);
            assertThat(item).containsEntry("code", indicator.code()).containsEntry("unit", indicator.unit());
            assertThat(decimal(((Map<?, ?>) item.get("baseline")).get("value")))
                    .isEqualByComparingTo(indicator.baseline().value());
            Map<?, ?> target = (Map<?, ?>) ((List<?>) item.get("targets")).get(0);
            assertThat(target.get("comparator"))
                    .isEqualTo(indicator.target().comparator().code());
            assertThat(target.get("nature")).isEqualTo("expected");
            if (indicator.target().value() == null) {
                assertThat(target.get("value")).isNull();
            } else {
                assertThat(decimal(target.get("value")))
                        .isEqualByComparingTo(indicator.target().value());
            }
        }
    }

    @Test
    @Tag("I02")
    void theGrowthRuleIsAnObjectWithItsKind() {
        as("city-officer")
                .get("/api/v1/indicators?plan=zq-fin-14fyp")
                .then()
                .body("items[2].growth.min", equalTo(2))
                .body("items[2].growth.max", equalTo(3))
                .body("items[5].growth.kind", equalTo("relative"))
                .body("items[5].growth.min", nullValue());
    }

    @Test
    @Tag("I16")
    void greenCreditOf2025IsAchievedWith459Against351() {
        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025&region=441200")
                .then()
                .statusCode(200)
                .body("method", equalTo("attainment-1"))
                .body("items", hasSize(15))
                .body("items[12].indicator", equalTo("green-credit"))
                .body("items[12].state", equalTo("achieved"))
                .body("items[12].actual.value", equalTo(459))
                .body("items[12].actual.period", equalTo("2025-12"))
                .body("items[12].actual.source.quality", equalTo("newspaper"))
                .body("items[12].target.value", equalTo(351))
                .body("items[12].target.comparator", equalTo("ge"))
                .body("items[12].target.clause", equalTo("ch3.s3.2.t13"))
                .body("items[12].gap", equalTo(108))
                .body("items[0].state", equalTo("no-data"))
                .body("items[0].reason.code", equalTo("no-value"))
                .body("items[0].expected", equalTo(180));
    }

    @Test
    @Tag("I31")
    void oneCallReturnsAllStatesOfAYearWithTheTimeOfTheLatestFigure() {
        as("auditor")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025")
                .then()
                .body("items.state", hasSize(15))
                .body("items.state", everyItem(notNullValue()))
                .body("items.find { it.indicator == 'green-credit' }.actual.period", equalTo("2025-12"))
                .body("latestRecordedAt", notNullValue());
    }

    @Test
    @Tag("I30")
    void everyYearFrom2020To2025IsJudgedInOneCall() {
        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&from=2020&to=2025")
                .then()
                .body("items", hasSize(90))
                .body(
                        "items.findAll { it.period == '2020' && it.target.value != null }.reason.code",
                        everyItem(equalTo("baseline-period")))
                .body(
                        "items.find { it.period == '2020' && it.indicator == 'npl-ratio' }.reason.code",
                        equalTo("no-benchmark"))
                .body(
                        "items.find { it.period == '2021' && it.indicator == 'financial-value-added' }.expected",
                        equalTo(121.4302f));
    }

    @Test
    @Tag("I03")
    void theCorridorShowsTheLineByThePrintedGrowthBesideThePath() {
        String answer = as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025")
                .asString();

        assertThat(decimal(json(answer).get("items[0].corridor.low"))).isEqualByComparingTo("177.2366");
        assertThat(decimal(json(answer).get("items[0].corridor.high"))).isEqualByComparingTo("180");
    }

    @Test
    void districtsWithoutATargetAreNotAssessable() {
        as("district-441202")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025&region=441202")
                .then()
                .body("items.state", everyItem(equalTo("not-assessable")))
                .body("items.reason.code", everyItem(equalTo("no-target")));
    }

    @Test
    @Tag("I28")
    void theCityAndTheRegionsDirectlyInsideComeInOneCall() {
        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025&children=true")
                .then()
                .body("items.region.unique().size()", greaterThanOrEqualTo(12));
    }

    @Test
    void asOfBeforeTheLoadNothingWasKnown() {
        as("city-officer")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2025&asOf=2022-04-15T00:00:00Z")
                .then()
                .body("items.state", everyItem(equalTo("not-assessable")));
        as("city-officer")
                .get("/api/v1/indicators/green-credit/observations?region=441200&asOf=2022-04-15T00:00:00Z")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    @Tag("I19")
    void bothPrintedValuesOfDepositsAreReadOneOfThemPrimary() {
        as("city-officer")
                .get("/api/v1/indicators/deposits-balance/observations?region=441200&from=2020&to=2020")
                .then()
                .body("items.value", hasItem(2893.07f))
                .body("items.value", hasItem(2893.08f))
                .body("items.findAll { it.primary }.value", contains(2893.07f))
                .body("items.source.clause", hasItem("ch1.s2.1"))
                .body("items.periodType", everyItem(equalTo("day")));
    }

    @Test
    @Tag("I23")
    void ranksAndSharesCanBeRead() {
        as("city-officer")
                .get("/api/v1/indicators/deposits-rank-in-province/observations?region=441200")
                .then()
                .statusCode(200)
                .body("items.kind", everyItem(equalTo("rank")));
    }

    @Test
    @Tag("I24")
    void watchItemsAreSeriesWithoutATarget() {
        as("city-officer")
                .get("/api/v1/indicators/loan-deposit-ratio/observations?region=441200&from=2020&to=2020")
                .then()
                .body("items.value", contains(85.9157f, 85.92f))
                .body("items.primary", contains(false, true))
                .body("items[0].status", equalTo("computed"));
        as("city-officer")
                .get("/api/v1/indicators/real-estate-loans-share/observations?region=441200&from=2020&to=2020")
                .then()
                .body("items.find { it.primary }.value", equalTo(47));
        for (String watched : List.of("loan-deposit-ratio", "real-estate-loans-share")) {
            as("city-officer")
                    .get("/api/v1/targets?plan=zq-fin-14fyp&indicator=" + watched)
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    @Tag("I26")
    void referenceRegionsAreListedApart() {
        as("city-officer")
                .get("/api/v1/regions")
                .then()
                .body("items.findAll { !it.code.startsWith('SAMPLE') }", hasSize(49))
                .body("items.findAll { it.reference }", hasSize(21));
    }

    @Test
    void unitsSayWhatTheyConvertTo() {
        as("city-officer")
                .get("/api/v1/units")
                .then()
                .body("items.find { it.code == 'CNY_100M' }.convertsTo", hasItem("CNY_1T"))
                .body("items.find { it.code == 'PCT' }.convertsTo", contains("TIMES"));
    }

    @Test
    void theWdiFiguresKeepEveryDigit() {
        String answer = as("city-officer")
                .get("/api/v1/indicators/npl-ratio/observations?region=100000&from=2015&to=2015")
                .asString();

        assertThat(answer).contains("1.67388016445151");
    }

    @Test
    void theSeriesIsReadPageByPageInBothDirections() {
        String first = as("city-officer")
                .header("Prefer", "count=exact")
                .get("/api/v1/indicators/gdp/observations?kind=all&limit=7")
                .then()
                .body("items", hasSize(7))
                .extract()
                .asString();
        String path = "/api/v1/indicators/gdp/observations?kind=all&limit=7&cursor=";
        int seen = 7;
        String cursor = json(first).getString("nextCursor");
        while (cursor != null) {
            JsonPath page = json(as("city-officer").get(path + cursor).asString());
            seen += page.getList("items").size();
            cursor = page.getString("nextCursor");
        }
        assertThat(seen).isEqualTo(json(first).getInt("total"));
        as("city-officer")
                .get("/api/v1/indicators/green-credit/observations?region=441200&sort=-period")
                .then()
                .body("items[0].period", equalTo("2025-12"));
    }

    @Test
    void everyClauseResolves() {
        as("city-officer")
                .get("/api/v1/plans/zq-fin-14fyp/clauses?limit=500")
                .then()
                .body("items", hasSize(184));
        as("city-officer")
                .get("/api/v1/plans/zq-fin-14fyp/clauses/ch3.s3.2.t13")
                .then()
                .statusCode(200);
        as("city-officer").get("/api/v1/plans/zq-fin-14fyp/clauses/ch9").then().statusCode(404);
    }

    private static JsonPath json(String text) {
        return JsonPath.from(text)
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
