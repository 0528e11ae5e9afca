package org.finplan.tasks.burden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Tokens;
import org.finplan.tasks.evidence.SampleObservations;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Who is asked for what, and which datum twice.
 *
 * <p>Requirements: T04, progress is asked of regions; T22, a leaf that moves an indicator cites what an observation says already.
 */
@FinplanTest
class BurdenTest {

    private static final String PATH = "/api/v1/reporting-burden";
    private static final String CITY = "441200";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    @Tag("T22")
    void whatAnObservationSaysAlreadyIsToBeCited() {
        String leaf = "t4.2.4.2.m06";
        assertThat(demand(leaf).getList("data.twice")).containsExactly(List.of());
        UUID older = UUID.randomUUID();
        UUID newer = UUID.randomUUID();
        SampleObservations.recorded(newer, "regional-equity-displayed-companies", CITY, "2024", 2);
        SampleObservations.recorded(older, "regional-equity-displayed-companies", CITY, "2023", 1);
        await().atMost(PATIENCE)
                .until(() -> demand(leaf).getString("data[0].observation.observation"), newer.toString()::equals);
        JsonPath demand = demand(leaf);
        assertThat(demand.getString("data[0].observation.period")).isEqualTo("2024");
        assertThat(demand.getInt("data[0].observation.version")).isEqualTo(2);
        assertThat(demand.getList("data[0].twice")).containsExactly("said-already");
        assertThat(demand.getBoolean("twice")).isTrue();
        assertThat(demand.<Object>get("perYear")).isNull();
    }

    @Test
    @Tag("T22")
    void leavesThatMoveOneIndicatorAskForOneFigure() {
        JsonPath demand = demand("t4.6.3.2.m04");
        assertThat(demand.getList("data[0].others.id")).contains("t4.2.2.2.m05", "t5.3.2.m12");
        assertThat(demand.getList("data[0].twice", String.class)).contains("asked-by-others");
    }

    @Test
    @Tag("T04")
    void aFigureThatTwoLeavesCiteIsAskedForTwice() {
        UUID observation = UUID.randomUUID();
        String one = "t4.3.2.4.m01";
        String other = "t4.3.2.4.m02";
        report(one, observation);
        SampleObservations.recorded(observation, "sample-cited-twice", CITY, "2024", 1);
        await().atMost(PATIENCE).until(() -> demand(one).getList("data").size() == 1);
        assertThat(demand(one).getList("data[0].twice")).isEmpty();
        assertThat(demand(one).getLong("reportsInLastYear")).isEqualTo(1);
        assertThat(demand(one).getString("lastReportedFor")).isEqualTo("2024-12-31");
        report(other, observation);
        JsonPath demand = demand(one);
        assertThat(demand.getString("data[0].period")).isEqualTo("2024");
        assertThat(demand.getBoolean("data[0].cited")).isTrue();
        assertThat(demand.getList("data[0].twice")).containsExactly("cited-by-others");
        assertThat(demand.getList("data[0].others.id")).containsExactly(other);
    }

    @Test
    @Tag("T04")
    void aUnitIsAskedByLeavesAndByMatters() {
        String matter = as("city-officer")
                .body(Map.of("title", "演示样本", "unit", "441223", "cause", "演示样本", "workingDays", 5))
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        List<Map<String, Object>> all = all("city-officer", "unit=441223&limit=3");
        assertThat(all).extracting(demand -> demand.get("task")).contains("t4.1.2.3.m01");
        assertThat(all).extracting(demand -> demand.get("supervision")).contains(matter);
        assertThat(all).allMatch(demand -> demand.get("region").equals("441223"));
        assertThat(all)
                .extracting(demand -> demand.get("kind"))
                .as("the leaves first")
                .isSortedAccordingTo((a, b) -> a.toString().compareTo(b.toString()));
        long total = as("city-officer")
                .header("Prefer", "count=exact")
                .get(PATH + "?unit=441223&limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("total");
        assertThat(all).hasSize((int) total);
        assertThat(all("district-441223", "unit=441223&limit=500")).hasSameSizeAs(all);
    }

    @Test
    @Tag("T04")
    void anOrganisationIsAskedForWhatItLeads() {
        String leaf = "t4.3.3.1.m01";
        as("city-admin")
                .header(
                        "If-Match",
                        as("city-admin").get("/api/v1/tasks/" + leaf).header("ETag"))
                .body("{\"organisation\":\"zq-gov\"}")
                .post("/api/v1/tasks/" + leaf + ":assign-lead")
                .then()
                .statusCode(200);
        assertThat(all("auditor", "unit=zq-gov&limit=500"))
                .extracting(demand -> demand.get("task"))
                .contains(leaf);
    }

    @Test
    @Tag("T25")
    void everybodySeesWhatConcernsTheRegionsThatTheyRead() {
        assertThat(all("district-441284", "limit=500"))
                .extracting(demand -> demand.get("region"))
                .contains(CITY, "441284")
                .doesNotContain("441202", "441223");
        RestAssured.given().get(PATH).then().statusCode(401);
        withToken(Tokens.of("sample-institution", Set.of("institution"), List.of(), List.of()))
                .get(PATH)
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("auditor").get(PATH + "?unit=no-such").then().statusCode(200).body("items", hasSize(0));
        as("auditor")
                .get(PATH + "?unit=" + "a".repeat(101))
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?unit"));
        as("auditor").get(PATH + "?office=a").then().statusCode(400);
        as("auditor").get(PATH + "?limit=501").then().spec(Problems.at(400, "invalid-parameter", "?limit"));
        as("auditor").get(PATH + "?cursor=damaged").then().spec(Problems.at(400, "invalid-cursor", "?cursor"));
    }

    private static JsonPath demand(String leaf) {
        JsonPath page = as("city-officer")
                .get(PATH + "?limit=500&unit=" + CITY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        page.setRootPath("items.find { it.task == '" + leaf + "' }");
        return page;
    }

    private static void report(String leaf, UUID observation) {
        Map<String, ?> proof = Map.of("kind", "observation", "observation", observation.toString(), "version", 1);
        as("city-officer")
                .body(Map.of(
                        "status",
                        "in_progress",
                        "reportedFor",
                        "2024-12-31",
                        "note",
                        "演示样本 sample",
                        "proof",
                        List.of(proof)))
                .post("/api/v1/tasks/" + leaf + "/progress-reports")
                .then()
                .statusCode(201);
    }

    private static List<Map<String, Object>> all(String user, String query) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = as(user).get(PATH + "?" + query + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(page.getList("items"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return all;
    }
}
