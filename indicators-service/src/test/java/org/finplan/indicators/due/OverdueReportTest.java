package org.finplan.indicators.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.finplan.indicators.planlife.PlanLives;
import org.finplan.indicators.target.Targets;
import org.finplan.platform.outbox.Outbox;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Late reports are found, told once, and noted when they arrive. Each test has a region of its own; the targets are samples. */
@FinplanTest
class OverdueReportTest {

    private static final String PLAN = "zq-fin-14fyp";
    private static final String INDICATOR = "inclusive-sme-loans";
    private static final String NEWEST = "2025";
    private static final String NEXT_PLAN = "kinds-plan";

    @Inject
    OverdueWork work;

    @Inject
    OverdueBatch batch;

    @Inject
    OverdueReportRepository reports;

    @Inject
    PlanRegister register;

    @Inject
    PlanLives lives;

    @Inject
    Targets targets;

    @Inject
    DueFigures due;

    @Inject
    HandedIn handedIn;

    @Inject
    Jdbi jdbi;

    /** The plans are watched before a test asks for anything. */
    @BeforeEach
    void watch() {
        work.due();
    }

    /** The plan has ended and is not archived: it is being evaluated and owes its last figures. */
    @Test
    void aTargetAsksForTheNewestFigureWhichTwoInstancesTellOnce() {
        ask("441223");
        Stream.generate(() -> CompletableFuture.runAsync(() -> work.perform(watch(PLAN))))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        work.perform(watch(PLAN));
        DueFigure again = new DueFigure(key("441223"), new DueDay(LocalDate.of(2026, 3, 31), false), null);
        assertThat(reports.tell(PLAN, List.of(again), now()))
                .as("the key holds without the lock")
                .isEmpty();

        List<TestEvents.Received> told = TestEvents.await("indicators.events", aggregate("441223"), 1);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).type()).isEqualTo("org.finplan.indicators.report.overdue.v1");
        assertThat(told.get(0).data().path("period").asText()).isEqualTo(NEWEST);
        assertThat(told.get(0).data().path("dueOn").asText()).isEqualTo("2026-03-31");
        assertThat(told.get(0).headers()).containsEntry("ce_region", "441223");
        String missing = "/api/v1/observations:missing?plan=" + PLAN + "&indicator=" + INDICATOR + "&region=441223";
        as("district-441223").get(missing + "&from=2025&to=2025").then().body("items.toldAt", contains(notNullValue()));
        as("district-441223")
                .get(missing + "&from=2021&to=2024")
                .then()
                .body("items.period", contains("2021", "2022", "2023", "2024"))
                .body("items.toldAt", everyItem(nullValue()));
        as("district-441223")
                .get(missing + "&from=2025&to=2025&asOf=2026-06-01T00:00:00Z")
                .then()
                .body("items.toldAt", contains(nullValue()));
    }

    /** Fifteen indicators, most of them without a figure of the city for most years, and all were due before. */
    @Test
    void whatWasDueBeforeThePlanWasWatchedIsNotTold() {
        work.perform(watch(PLAN));
        assertThat(reports.told(PLAN).keySet())
                .extracting(DueFigure.Key::region)
                .doesNotContain("441200");
    }

    @Test
    void aFigureThatArrivesIsNotedAndOneThatIsTakenBackIsMissingAgainAndNotToldAgain() {
        ask("LOCAL-YGCZ");
        work.perform(watch(PLAN));
        assertThat(report("LOCAL-YGCZ").arrivedAt()).isNull();

        deliver("LOCAL-YGCZ", "12.5");
        work.perform(watch(PLAN));
        OverdueReport arrived = report("LOCAL-YGCZ");
        assertThat(arrived.arrivedAt()).isAfter(arrived.toldAt());
        assertThat(arrived.dueOn()).isEqualTo("2026-03-31");

        withdraw("LOCAL-YGCZ");
        work.perform(watch(PLAN));
        assertThat(report("LOCAL-YGCZ").arrivedAt()).isNull();
        deliver("LOCAL-YGCZ", "13.5");
        work.perform(watch(PLAN));
        assertThat(report("LOCAL-YGCZ").arrivedAt()).isAfter(arrived.arrivedAt());
        assertThat(TestEvents.await("indicators.events", aggregate("LOCAL-YGCZ"), 1))
                .hasSize(1);
    }

    /** The program dies after some of what is told is written: nothing of it is, and the next look tells all of it. */
    @Test
    void aCrashBetweenLeavesNothingBehindAndLosesNothing() {
        ask("441226");
        OverdueBatch dying = of(event -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> dying.tell(watch(PLAN), now())))
                .hasMessageContaining("killed");
        assertThat(reports.told(PLAN)).doesNotContainKey(key("441226"));
        work.perform(watch(PLAN));
        assertThat(TestEvents.await("indicators.events", aggregate("441226"), 1))
                .hasSize(1);
    }

    /** It was handed in and waits for its time; nobody is asked for it until it is called off. */
    @Test
    void aFigureThatWaitsForItsReleaseIsNotToldUntilTheReleaseIsCalledOff() {
        ask("441225");
        String release = as("city-officer")
                .body("{\"title\":\"演示样本 sample\",\"releaseAt\":\"2999-01-01T00:00:00Z\",\"audience\":\"public\"}")
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("city-officer")
                .body("{\"release\":\"" + release + "\",\"items\":[" + item("441225", "9") + "]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        work.perform(watch(PLAN));
        assertThat(reports.told(PLAN)).doesNotContainKey(key("441225"));
        as("city-officer")
                .header(
                        "If-Match",
                        as("city-officer").get("/api/v1/releases/" + release).header("ETag"))
                .post("/api/v1/releases/" + release + ":cancel")
                .then()
                .statusCode(200);
        work.perform(watch(PLAN));
        assertThat(reports.told(PLAN)).containsKey(key("441225"));
    }

    /** The clock is moved: on its last day a figure is in time, on the next one it is overdue, holidays and weekends too. */
    @Test
    void whatBecomesOverdueWhileThePlanRunsIsToldOnTheDayAfterItsLast() {
        UUID id = watch(NEXT_PLAN);
        batch.tell(id, Instant.parse("2027-03-31T15:59:59Z"));
        assertThat(reports.told(NEXT_PLAN)).isEmpty();
        batch.tell(id, Instant.parse("2027-03-31T16:00:00Z"));
        Map<DueFigure.Key, OverdueReport> told = reports.told(NEXT_PLAN);
        assertThat(told.keySet())
                .extracting(DueFigure.Key::region, DueFigure.Key::period)
                .contains(tuple("KINDS-CITY", Period.ofYear(2026)));
        assertThat(told.keySet()).extracting(DueFigure.Key::period).containsOnly(Period.ofYear(2026));
        assertThat(told.values()).extracting(OverdueReport::dueOn).containsOnly(LocalDate.of(2027, 3, 31));
        assertThat(batch.tell(id, Instant.parse("2027-05-01T00:00:00Z"))).isZero();
    }

    @Test
    void whatWasLateIsListedByPages() {
        ask("LOCAL-HTZ");
        ask("LOCAL-ZNA");
        work.perform(watch(PLAN));
        deliver("LOCAL-ZNA", "1.5");
        work.perform(watch(PLAN));
        String path = "/api/v1/overdue-reports?plan=" + PLAN;
        as("district-LOCAL-HTZ")
                .get(path + "&missing=true")
                .then()
                .statusCode(200)
                .body("items.region", contains("LOCAL-HTZ"))
                .body("items[0].period", equalTo(NEWEST))
                .body("items[0].dueOn", equalTo("2026-03-31"))
                .body("items[0].name.zh", notNullValue())
                .body("items[0].toldAt", notNullValue())
                .body("items[0].arrivedAt", nullValue())
                .body("items[0].daysLate", greaterThan(200));
        as("city-officer")
                .get(path + "&missing=false&region=LOCAL-ZNA&indicator=" + INDICATOR)
                .then()
                .body("items.arrivedAt", contains(notNullValue()));
        String first = "&limit=1&indicator=" + INDICATOR;
        String cursor = as("city-officer").get(path + first).then().extract().path("nextCursor");
        as("city-officer")
                .get(path + first + "&cursor=" + cursor)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        as("city-officer").get(path + "&missing=false&region=LOCAL-HTZ").then().body("items", empty());

        as("district-441203").get(path + "&region=LOCAL-HTZ").then().spec(Problems.of(404, "not-found"));
        as("city-officer").get("/api/v1/overdue-reports").then().spec(Problems.at(400, "invalid-parameter", "?plan"));
        as("city-officer")
                .get(path + "&indicator=gdp")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?indicator"));
        as("city-officer").get(path + "&late=true").then().statusCode(400);
        as("city-officer").get(path + "&cursor=x").then().spec(Problems.at(400, "invalid-cursor", "?cursor"));
        RestAssured.given().get(path).then().statusCode(401);
    }

    /** Archived in a transaction that is taken back. */
    @Test
    void anArchivedPlanAsksForNothing() {
        ask("441204");
        QuarkusTransaction.begin();
        try {
            jdbi.useHandle(handle -> handle.execute(
                    "INSERT INTO plan_decision (plan, stage, reason, decided_at, decided_by)"
                            + " VALUES (?, 'evaluated', 'sample', now(), 'sample'), (?, 'archived', 'sample', now(), 'sample')",
                    PLAN,
                    PLAN));
            assertThat(of(event -> UUID.randomUUID()).tell(watch(PLAN), now())).isZero();
            assertThat(reports.told(PLAN)).doesNotContainKey(key("441204"));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private OverdueBatch of(Outbox outbox) {
        return new OverdueBatch(register, lives, targets, due, handedIn, reports, outbox);
    }

    private UUID watch(String plan) {
        return reports.watch(List.of(plan), now()).get(0).id();
    }

    private OverdueReport report(String region) {
        return reports.told(PLAN).get(key(region));
    }

    private static DueFigure.Key key(String region) {
        return new DueFigure.Key(INDICATOR, region, Period.parse(NEWEST));
    }

    private static String aggregate(String region) {
        return String.join("/", "report-overdue", PLAN, INDICATOR, region);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static void ask(String region) {
        as("city-officer")
                .body("{\"plan\":\"" + PLAN + "\",\"indicator\":\"" + INDICATOR + "\",\"region\":\"" + region
                        + "\",\"year\":2025,\"comparator\":\"ge\",\"value\":20,\"unit\":\"CNY_100M\","
                        + "\"baseline\":{\"year\":2020,\"value\":10},\"reason\":\"演示样本 sample\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(201);
    }

    private static void deliver(String region, String value) {
        as("city-officer")
                .body("{\"items\":[" + item(region, value) + "]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    private static String item(String region, String value) {
        return "{\"indicator\":\"" + INDICATOR + "\",\"region\":\"" + region + "\",\"period\":\"" + NEWEST
                + "\",\"value\":" + value + ",\"unit\":\"CNY_100M\",\"reason\":\"correction\","
                + "\"source\":{\"title\":\"演示样本 sample\"}}";
    }

    private static void withdraw(String region) {
        String id = as("city-officer")
                .get("/api/v1/indicators/" + INDICATOR + "/observations?region=" + region + "&from=2025&to=2025")
                .path("items[0].id");
        as("city-officer")
                .header("If-Match", "\"1\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + id + ":withdraw")
                .then()
                .statusCode(200);
    }
}
