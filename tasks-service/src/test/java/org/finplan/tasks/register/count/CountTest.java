package org.finplan.tasks.register.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.register.RegisterEntries.end;
import static org.finplan.tasks.register.RegisterEntries.entered;
import static org.finplan.tasks.register.RegisterEntries.move;
import static org.finplan.tasks.register.RegisterEntries.number;
import static org.finplan.tasks.register.RegisterEntries.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.register.EntryConditions;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a register has on a day. */
@FinplanTest
class CountTest {

    private static final String RESERVE = "/api/v1/registers/listing-reserve:count";
    private static final String FUNDS = "/api/v1/registers/industry-funds:count";

    @Inject
    CountRepository repository;

    @Inject
    Jdbi jdbi;

    @Test
    @Tag("T08")
    void theReserveHasItsOpeningStockAtTheEndOf2020() {
        as("city-officer")
                .get(RESERVE + "?at=2020-12-31")
                .then()
                .statusCode(200)
                .body("count", equalTo(47))
                .body("opening", equalTo(47))
                .body("entered", equalTo(0))
                .body("left", equalTo(0))
                .body("complete", equalTo(true))
                .body("openingAt", equalTo("2020-12-31"))
                .body("openingClause", equalTo("ch1.s2.2"))
                .body("stages", contains("reserve", "cultivate", "tutor", "apply"))
                .body("lines", empty());
    }

    @Test
    @Tag("T08")
    void whatEntersAndLeavesIsInTheCountFromItsDayOn() {
        JsonPath before = count("city-officer", RESERVE + "?at=2022-12-31");
        String among = entered("city-officer", "listing-reserve", request("441200", "reserve", "2019-01-31", Map.of()));
        String later = entered("city-officer", "listing-reserve", request("441200", "reserve", "2022-03-31", Map.of()));
        move("city-officer", later, "listed", "2022-06-30", "演示样本").statusCode(200);
        entered("city-officer", "listing-reserve", request("441200", "reserve", "2022-05-31", Map.of()));
        end("city-officer", among, "2022-07-31").statusCode(200);

        assertThat(count("city-officer", RESERVE + "?at=2020-12-31").getInt("count"))
                .isEqualTo(47);
        JsonPath after = count("city-officer", RESERVE + "?at=2022-12-31");
        assertThat(after.getInt("entered")).isEqualTo(before.getInt("entered") + 2);
        assertThat(after.getInt("left")).isEqualTo(before.getInt("left") + 2);
        assertThat(after.getInt("count"))
                .isEqualTo(after.getInt("opening") + after.getInt("entered") - after.getInt("left"))
                .isEqualTo(before.getInt("count"));
        assertThat(count("city-officer", RESERVE + "?at=2022-12-31&by=year").getInt("lines[-1].count"))
                .isEqualTo(after.getInt("count"));
    }

    @Test
    @Tag("T08")
    void whereTheOpeningStockSaysNothingOnlyEntriesAreCountedAndThatIsSaid() {
        for (String query :
                List.of("at=2020-12-30", "at=2021-12-31&region=441202", "stage=reserve", "task=t4.2.4.1.m02")) {
            as("city-officer")
                    .get(RESERVE + "?" + query)
                    .then()
                    .statusCode(200)
                    .body("complete", equalTo(false))
                    .body("opening", equalTo(0));
        }
        as("district-441202").get(RESERVE + "?at=2021-12-31").then().body("complete", equalTo(false));
    }

    @Test
    @Tag("T13")
    void theFundsHaveTheirOpeningStockAndWhatWasSetUpSinceWithTheirSizes() {
        as("city-officer")
                .get(FUNDS + "?at=2020-12-31")
                .then()
                .body("count", equalTo(17))
                .body("sums[0].value", equalTo(54.06f))
                .body("sums[0].unit", equalTo("CNY_100M"));
        JsonPath before = count("city-officer", FUNDS + "?at=2024-12-31");
        Map<String, Object> fields =
                Map.of("founder", "city-soe", "size", number("2.50", "CNY_100M"), "trade", "演示样本：制造业");
        String fund = entered("city-officer", "industry-funds", request("441200", "planned", "2024-01-31", fields));
        move("city-officer", fund, "set_up", "2024-03-31", null).statusCode(200);
        JsonPath after = count("city-officer", FUNDS + "?at=2024-12-31");
        assertThat(after.getInt("count")).isEqualTo(before.getInt("count") + 1);
        assertThat(decimal(after, "sums[0].value").subtract(decimal(before, "sums[0].value")))
                .isEqualByComparingTo("2.50");
        assertThat(count("city-officer", FUNDS + "?at=2024-03-30").getInt("count"))
                .isEqualTo(count("city-officer", FUNDS + "?at=2024-02-28").getInt("count"));
    }

    @Test
    @Tag("T11")
    void matchingEventsAreCountedByRegionAndYear() {
        for (String date : List.of("2021-05-31", "2021-09-30", "2022-05-31")) {
            entered(
                    "city-officer",
                    "matching-events",
                    request(
                            "441225",
                            "held",
                            date,
                            Map.of(
                                    "parties", List.of("演示样本：银行"),
                                    "projects", List.of("演示样本：项目"),
                                    "outcome", "演示样本：签约",
                                    "amount", number("0.5", "CNY_100M"))));
        }
        entered(
                "city-officer",
                "matching-events",
                request("441225", "planned", "2022-06-30", Map.of("parties", List.of("演示样本"))));
        as("district-441225")
                .get("/api/v1/registers/matching-events:count?region=441225&by=region&by=year&at=2022-12-31")
                .then()
                .statusCode(200)
                .body("count", equalTo(3))
                .body("complete", equalTo(true))
                .body("lines.region", contains("441225", "441225"))
                .body("lines.year", contains(2021, 2022))
                .body("lines.entered", contains(2, 1))
                .body("lines.count", contains(2, 3))
                .body("sums[0].value", equalTo(1.5f));
        as("city-officer")
                .get("/api/v1/registers/matching-events:count?by=colour")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?by"));
        as("city-officer")
                .get("/api/v1/registers/matching-events:count?stage=lost")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?stage"));
        as("city-officer").get("/api/v1/registers/none:count").then().spec(Problems.of(404, "register-not-found"));
    }

    @Test
    @Tag("T18")
    void trainingEventsHaveDateAudienceAndChaptersOfThePlan() {
        String event = entered(
                "city-officer",
                "training-events",
                request(
                        "441223",
                        "held",
                        "2022-07-31",
                        Map.of(
                                "audience",
                                "演示样本：干部",
                                "chapters",
                                List.of("ch4", "ch5"),
                                "people",
                                number("40", "PERSON"))));
        as("city-officer")
                .get(event)
                .then()
                .body("since", equalTo("2022-07-31"))
                .body("fields.chapters", contains("ch4", "ch5"));
        as("city-officer")
                .get("/api/v1/registers/training-events:count?region=441223&at=2022-12-31")
                .then()
                .body("count", equalTo(1))
                .body("sums.find { it.field == 'people' }.value", equalTo(40));
    }

    @Test
    @Tag("T19")
    void theCountsOfTalentWorkHaveASeriesOfTheirOwnForEachLeaf() {
        for (String[] count : new String[][] {{"2021-12-31", "3"}, {"2022-12-31", "5"}}) {
            Map<String, Object> body = request(
                    "441226",
                    "recorded",
                    count[0],
                    Map.of("people", number(count[1], "PERSON"), "programmes", number("1", "PIECE")));
            body.put("tasks", List.of("t5.4.2.m08"));
            entered("district-441226", "talent-counts", body);
        }
        as("city-officer")
                .get("/api/v1/registers/talent-counts:count?task=t5.4.2.m08&region=441226&by=year&at=2023-12-31")
                .then()
                .body("lines.year", contains(2021, 2022))
                .body("lines.collect { line -> line.sums.find { it.field == 'people' }.entered }", contains(3, 5))
                .body("lines.collect { line -> line.sums.find { it.field == 'people' }.value }", contains(3, 8))
                .body("sums.find { it.field == 'programmes' }.value", equalTo(2));
    }

    @Test
    @Tag("T20")
    void publicityEventsAreCountedByRegionWithTheKindOfPlace() {
        for (String place : List.of("community", "campus", "enterprise")) {
            entered(
                    "district-441224",
                    "publicity-events",
                    request("441224", "held", "2022-07-31", Map.of("place", place)));
        }
        as("city-officer")
                .get("/api/v1/registers/publicity-events:count?by=region&region=441224")
                .then()
                .body("lines.region", contains("441224"))
                .body("lines.count", contains(3));
        as("city-officer")
                .get("/api/v1/registers/publicity-events/entries?region=441224&q=campus")
                .then()
                .body("items.fields.place", contains("campus"));
    }

    /** The statement finds what counting one by one finds. */
    @Test
    @Tag("T08")
    void theStatementCountsAsThePlainWayDoes() {
        List<RandomEntry> entries = RandomEntry.some(new Random(20260331), 300);
        String register = "sample-random";
        QuarkusTransaction.requiringNew().run(() -> entries.forEach(entry -> insert(register, entry)));
        for (int day : new int[] {0, 400, 1000, 1500, 2500, 4000}) {
            LocalDate at = RandomEntry.FIRST.plusDays(day);
            for (LocalDate after : new LocalDate[] {null, RandomEntry.FIRST.plusDays(900)}) {
                assertThat(turnovers(register, after, at))
                        .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                        .usingRecursiveComparison()
                        .isEqualTo(RandomEntry.turnovers(entries, after, at).stream()
                                .sorted(Comparator.comparing(Turnover::region).thenComparing(Turnover::year))
                                .toList());
            }
        }
    }

    private List<Turnover> turnovers(String register, LocalDate after, LocalDate at) {
        return QuarkusTransaction.requiringNew()
                .call(() -> repository.turnovers(
                        new EntryConditions(RegionSet.ALL).and("e.register = :register", Map.of("register", register)),
                        RandomEntry.STAGES.subList(0, 4),
                        after,
                        at,
                        List.of("size")));
    }

    private void insert(String register, RandomEntry entry) {
        UUID id = UUID.randomUUID();
        RandomEntry.Step first = entry.steps().get(0);
        RandomEntry.Step last = entry.steps().get(entry.steps().size() - 1);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO register_entry (id, plan, register, name_zh, name_en, region, stage, stage_since,
                                entered_on, ended_on, end_reason, fields, search_text, search_grams, created_by,
                                created_at, updated_at)
                            VALUES (:id, 'zq-fin-14fyp', :register, '演示样本', 'sample', :region, :stage, :since, :entered,
                                :ended, CASE WHEN CAST(:ended AS date) IS NOT NULL THEN 'sample' END,
                                jsonb_build_object('size', jsonb_build_object('value', CAST(:size AS numeric))), '', '{}',
                                'sample', now(), now())""")
                    .bind("id", id)
                    .bind("register", register)
                    .bind("region", entry.region())
                    .bind("stage", last.stage())
                    .bind("since", last.day())
                    .bind("entered", first.day())
                    .bind("ended", entry.end())
                    .bind("size", entry.size())
                    .execute();
            for (int i = 0; i < entry.steps().size(); i++) {
                handle.createUpdate("INSERT INTO register_stage (entry, number, stage, since, recorded_by, recorded_at)"
                                + " VALUES (:id, :number, :stage, :since, 'sample', now())")
                        .bind("id", id)
                        .bind("number", i + 1)
                        .bind("stage", entry.steps().get(i).stage())
                        .bind("since", entry.steps().get(i).day())
                        .execute();
            }
        });
    }

    private static JsonPath count(String user, String path) {
        return as(user).get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static BigDecimal decimal(JsonPath body, String path) {
        return new BigDecimal(body.get(path).toString());
    }
}
