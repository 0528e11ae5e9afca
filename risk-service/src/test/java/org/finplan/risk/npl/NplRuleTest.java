package org.finplan.risk.npl;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.ObservationRecorded;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ratio of the city and its divisions against the province's. Each test has a period of its own. */
@FinplanTest
class NplRuleTest {

    private static final String CITY = "441200";
    private static final String PROVINCE = "440000";

    @Inject
    Feed feed;

    @Inject
    Jdbi jdbi;

    @Test
    @Tag("I09")
    void withoutTheProvinceNothingCanBeSaid() {
        Event<ObservationRecorded> city = feed.take(SampleEvents.nplRatio(CITY, "2020", "0.94", 1));
        JsonPath assessment = assessment(CITY, "2020");
        assertThat(assessment.getString("items[0].state")).isEqualTo("not-assessable");
        assertThat(assessment.getString("items[0].cause")).isEqualTo("no-benchmark");
        assertThat(assessment.getString("items[0].reason.zh")).contains("全省");
        assertThat(assessment.getString("items[0].actual.observation"))
                .isEqualTo(city.data().observation().toString());
        assertThat(assessment.getMap("items[0].expected")).isNull();
        assertThat(assessment.getString("items[0].periodEnd")).isEqualTo("2020-12-31");
    }

    @Test
    @Tag("I09")
    @Tag("R02")
    void theProvincesFigureJudgesEveryFigureOfItsDay() {
        feed.take(SampleEvents.nplRatio(CITY, "2021", "0.94", 1));
        feed.take(SampleEvents.nplRatio("441202", "2021", "1.20", 1));
        Event<ObservationRecorded> province = feed.take(SampleEvents.nplRatio(PROVINCE, "2021", "1.00", 1));
        assertThat(assessment(CITY, "2021").getString("items[0].state")).isEqualTo("clear");
        JsonPath division = assessment("441202", "2021");
        assertThat(division.getString("items[0].state")).isEqualTo("breached");
        assertThat(division.getString("items[0].level")).isEqualTo("orange");
        assertThat(new BigDecimal(division.getString("items[0].gap"))).isEqualByComparingTo("0.20");
        assertThat(division.getString("items[0].expected.observation"))
                .isEqualTo(province.data().observation().toString());
        assertThat(division.getString("items[0].clause")).isEqualTo("ch3.s3.2.t6");
        JsonPath alert = alert("441202");
        assertThat(alert.getString("items[0].state")).isEqualTo("raised");
        assertThat(alert.getString("items[0].evidence.expectedObservation"))
                .isEqualTo(province.data().observation().toString());
        assertThat(alert.getString("items[0].title.zh")).contains("端州区");
    }

    @Test
    @Tag("I09")
    void aRevisedOrWithdrawnProvinceIsFollowed() {
        feed.take(SampleEvents.nplRatio(PROVINCE, "2022", "1.00", 1));
        feed.take(SampleEvents.nplRatio("441203", "2022", "1.10", 1));
        assertThat(alert("441203").getString("items[0].state")).isEqualTo("raised");
        feed.take(SampleEvents.nplRatio(PROVINCE, "2022", "1.30", 2));
        assertThat(alert("441203").getString("items[0].state")).isEqualTo("closed");
        feed.take(SampleEvents.nplRatio(PROVINCE, "2022", "1.05", 3));
        assertThat(alert("441203").getString("items[0].state")).as("relapsed").isEqualTo("raised");
        feed.take(SampleEvents.nplWithdrawn(PROVINCE, "2022", 4));
        assertThat(assessment("441203", "2022").getString("items[0].cause")).isEqualTo("no-benchmark");
        assertThat(alert("441203").getString("items[0].state")).isEqualTo("closed");
    }

    @Test
    @Tag("I09")
    void aWithdrawnFigureIsJudgedNoMore() {
        feed.take(SampleEvents.nplRatio(PROVINCE, "2023", "1.00", 1));
        feed.take(SampleEvents.nplRatio("441204", "2023", "1.10", 1));
        feed.take(SampleEvents.nplWithdrawn("441204", "2023", 2));
        assertThat(assessment("441204", "2023").getString("items[0].cause")).isEqualTo("no-figure");
        assertThat(alert("441204").getString("items[0].state")).isEqualTo("closed");
    }

    @Test
    @Tag("I09")
    void aStockAtTheEndOfTheYearIsTheFigureOfTheYear() {
        feed.take(SampleEvents.nplRatio(PROVINCE, "2024", "1.00", 1));
        feed.take(SampleEvents.nplRatio("441223", "2024-12-31", "1.50", 1));
        assertThat(assessment("441223", "2024-12-31").getString("items[0].state"))
                .isEqualTo("breached");
    }

    @Test
    void figuresThatTheRuleIsNotAboutLeaveNothing() {
        feed.take(SampleEvents.nplRatio("440300", "2021", "9.00", 1));
        feed.take(SampleEvents.nplRatio(CITY, "2010", "9.00", 1));
        assertThat(assessment("440300", "2021").getList("items")).isEmpty();
        assertThat(assessment(CITY, "2010").getList("items"))
                .as("before the plan")
                .isEmpty();
        long kept = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM npl_figure WHERE region = '440300' OR period = '2010'")
                .mapTo(Long.class)
                .one());
        assertThat(kept).isZero();
    }

    @Test
    void theCityAndTheProvinceNeverMissEachOther() throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            for (int month = 1; month <= 9; month++) {
                String period = "2025-0" + month;
                CountDownLatch together = new CountDownLatch(2);
                List<Future<?>> both = List.of(
                        pool.submit(() -> take(together, SampleEvents.nplRatio("441226", period, "2.00", 1))),
                        pool.submit(() -> take(together, SampleEvents.nplRatio(PROVINCE, period, "1.00", 1))));
                for (Future<?> one : both) {
                    one.get();
                }
                assertThat(assessment("441226", period).getString("items[0].state"))
                        .as(period)
                        .isEqualTo("breached");
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(alert("441226").getList("items")).hasSize(1);
    }

    private void take(CountDownLatch together, Event<ObservationRecorded> event) {
        together.countDown();
        try {
            together.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        feed.take(event);
    }

    private static JsonPath assessment(String region, String period) {
        return Requests.as("auditor")
                .queryParams(Map.of("rule", "npl-ratio-above-province", "region", region, "period", period))
                .get("/api/v1/rule-assessments")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath alert(String region) {
        return Requests.as("auditor")
                .queryParams(Map.of("rule", "npl-ratio-above-province", "region", region))
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
