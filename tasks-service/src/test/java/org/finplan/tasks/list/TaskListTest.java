package org.finplan.tasks.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.finplan.platform.plan.Clause;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The tree of the bundled plan as callers see it.
 *
 * <p>Requirements: T01, all tasks are one tree of nine and five areas; T02, safeguards are tasks too; T03, the plan names
 * one lead; T04, a branch counts its leaves by status; T05 and T06, leaves are found by region, urban areas under their
 * district; T22, leaves and indicators are linked; T23, the plan sets no deadlines; T24, every node has its clause; T26,
 * texts are Chinese and English.
 */
@FinplanTest
class TaskListTest {

    private static final String PLAN = "zq-fin-14fyp";
    private static final PlanPackage PACKAGE = PlanPackages.bundled(PLAN);

    @Test
    @Tag("T01")
    void treeHasNineAreasUnderChapterFourAndFiveUnderChapterFive() {
        List<Map<String, Object>> nodes = all("plan=" + PLAN);
        assertThat(nodes).hasSize(481).extracting(node -> node.get("id")).doesNotHaveDuplicates();
        assertThat(nodes)
                .extracting(node -> node.get("id"))
                .containsExactlyElementsOf(
                        PACKAGE.tasks().stream().map(TaskNode::id).toList());
        assertThat(all("plan=" + PLAN + "&level=measure")).hasSize(369);
        assertThat(all("plan=" + PLAN + "&level=area&branch=task"))
                .hasSize(9)
                .allSatisfy(area -> assertThat((String) area.get("clause")).startsWith("ch4"));
        assertThat(all("plan=" + PLAN + "&level=area&branch=safeguard"))
                .hasSize(5)
                .allSatisfy(area -> assertThat((String) area.get("clause")).startsWith("ch5"));
    }

    @Test
    @Tag("T02")
    void safeguardsUseTheSameStates() {
        assertThat(all("plan=" + PLAN + "&branch=safeguard&level=measure"))
                .hasSize(64)
                .allSatisfy(leaf ->
                        assertThat((String) leaf.get("status")).isIn("not_started", "in_progress", "done", "stopped"));
    }

    @Test
    @Tag("T24")
    void everyNodeHasAClauseOfThePlan() {
        List<String> clauses = PACKAGE.clauses().stream().map(Clause::id).toList();
        assertThat(all("plan=" + PLAN)).allSatisfy(node -> assertThat(clauses).contains((String) node.get("clause")));
        as("auditor")
                .get("/api/v1/tasks/t4.1.1.1.m01")
                .then()
                .statusCode(200)
                .body("clause", equalTo("ch4.s1.1.1"))
                .body("clauses.id", equalTo(List.of("ch4", "ch4.s1", "ch4.s1.1", "ch4.s1.1.1")))
                .body("breadcrumbs.id", equalTo(List.of("t4.1", "t4.1.1", "t4.1.1.1")));
    }

    @Test
    @Tag("T04")
    void branchCountsItsLeavesByState() {
        JsonPath area = as("city-officer").get("/api/v1/tasks/t4.1").jsonPath();
        long leaves = PACKAGE.tasks().stream()
                .filter(node -> node.leaf() && node.id().startsWith("t4.1."))
                .count();
        assertThat(area.getLong("counts.leaves")).isEqualTo(leaves);
        Map<String, Integer> counts = area.getMap("counts.byStatus");
        assertThat(counts).containsOnlyKeys("not_started", "in_progress", "done", "stopped");
        assertThat(counts.values().stream().mapToLong(Integer::longValue).sum()).isEqualTo(leaves);
        assertThat(area.getString("status")).isNull();
    }

    @Test
    @Tag("T22")
    void linksBetweenLeavesAndIndicatorsWorkBothWays() {
        for (String indicator : List.of("green-credit", "listed-quoted-companies", "npl-ratio")) {
            List<String> linked = PACKAGE.tasks().stream()
                    .filter(node -> node.indicators().contains(indicator))
                    .map(TaskNode::id)
                    .toList();
            assertThat(all("plan=" + PLAN + "&indicator=" + indicator))
                    .extracting(node -> (String) node.get("id"))
                    .containsExactlyElementsOf(linked);
        }
        as("city-officer")
                .get("/api/v1/tasks/t4.1.2.2.m02")
                .then()
                .body("indicators", equalTo(List.of("listed-quoted-companies", "direct-financing-ratio")))
                .body("links.indicators.id", hasItem("direct-financing-ratio"));
        assertThat(all("plan=" + PLAN + "&indicator=deposits-balance")).isEmpty();
    }

    @Test
    @Tag("T05")
    void regionFilterFindsLeavesThatNameTheRegionOrItsParent() {
        List<Map<String, Object>> leaves = all("plan=" + PLAN + "&region=441284");
        assertThat(leaves).extracting(node -> (String) node.get("id")).contains("t4.1.2.2.m01");
        assertThat(leaves).allSatisfy(leaf -> assertThat(strings(leaf, "regions"))
                .containsAnyOf("441284", "441200", "LOCAL-SHURB", "LOCAL-BLC"));
        assertThat(all("plan=" + PLAN + "&region=441284&cityWide=true").size()).isGreaterThan(300);
    }

    @Test
    @Tag("T06")
    void urbanAreaOfADistrictIsFoundUnderTheDistrict() {
        assertThat(all("plan=" + PLAN + "&region=441204"))
                .extracting(node -> (String) node.get("id"))
                .contains("t4.1.1.1.m01");
        assertThat(all("plan=" + PLAN + "&region=441204&subAreas=false"))
                .extracting(node -> (String) node.get("id"))
                .doesNotContain("t4.1.1.1.m01");
    }

    @Test
    @Tag("T26")
    void textsComeInTheLanguageOfTheReaderChineseFirst() {
        as("city-officer")
                .get("/api/v1/tasks/t4.1")
                .then()
                .body("title.zh", equalTo("金融区域布局"))
                .body("title.en", equalTo("Regional layout of finance"))
                .body("text.language", equalTo("zh"))
                .body("text.title", equalTo("金融区域布局"));
        as("city-officer")
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .get("/api/v1/tasks/t4.1")
                .then()
                .body("text.title", equalTo("Regional layout of finance"));
    }

    @Test
    @Tag("T26")
    void searchFindsWordsOfBothLanguages() {
        assertThat(all("q=绿色")).isNotEmpty().allSatisfy(node -> assertThat(
                        node.get("title").toString() + node.get("summary"))
                .contains("绿色"));
        assertThat(all("q=绿")).hasSizeGreaterThanOrEqualTo(all("q=绿色").size());
        assertThat(all("q=GREEN%20credit")).isNotEmpty().allSatisfy(node -> assertThat(
                        (node.get("title").toString() + node.get("summary")).toLowerCase(Locale.ROOT))
                .contains("green")
                .contains("credit"));
        assertThat(all("q=nothing-of-the-kind")).isEmpty();
        assertThat(all("q=%25")).isEmpty();
    }

    @Test
    @Tag("T23")
    void planGivesTheHorizonAndNoDeadline() {
        as("city-officer")
                .get("/api/v1/tasks/t4.1.1.1.m01")
                .then()
                .body("dueDate", nullValue())
                .body("horizon.plan", equalTo(PLAN))
                .body("horizon.start", equalTo("2021-01-01"))
                .body("horizon.end", equalTo("2025-12-31"));
        assertThat(all("plan=" + PLAN))
                .allSatisfy(node -> assertThat(node.get("dueDate")).isNull());
    }

    @Test
    @Tag("T03")
    void planNamesOneLead() {
        assertThat(all("plan=" + PLAN + "&level=measure").stream()
                        .filter(node -> "zq-tourism-group".equals(node.get("lead")))
                        .map(node -> node.get("id")))
                .containsExactly("t4.5.4.m01");
    }

    @Test
    void childrenAndBranchesAreListedByTheirParent() {
        as("city-officer")
                .get("/api/v1/tasks?parent=t4.1")
                .then()
                .statusCode(200)
                .body("items.parent", everyItem(equalTo("t4.1")))
                .body("items.level", everyItem(equalTo("section")));
        assertThat(all("under=t4.1&level=measure"))
                .allSatisfy(node -> assertThat((String) node.get("id")).startsWith("t4.1."));
    }

    @Test
    void pagesJoinWithoutGapOrRepeat() {
        assertThat(new HashSet<>(ids("level=measure&limit=50"))).hasSize(369);
        as("city-officer")
                .header("Prefer", "count=exact")
                .get("/api/v1/tasks?limit=1")
                .then()
                .body("total", equalTo(481))
                .body("items", hasSize(1));
        String cursor = as("city-officer").get("/api/v1/tasks?limit=5").path("nextCursor");
        as("city-officer")
                .get("/api/v1/tasks?limit=5&branch=task&cursor=" + cursor)
                .then()
                .spec(Problems.of(400, "invalid-cursor"));
        as("city-officer")
                .queryParam("q", "a\0b")
                .get("/api/v1/tasks")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?q"));
    }

    @Test
    void readerWithTheCurrentVersionGetsNoBody() {
        String tag = as("city-officer").get("/api/v1/tasks/t5.1").header("ETag");
        as("city-officer")
                .header("If-None-Match", tag)
                .get("/api/v1/tasks/t5.1")
                .then()
                .statusCode(304);
        as("city-officer")
                .header("If-None-Match", tag)
                .header("Accept-Language", "en")
                .get("/api/v1/tasks/t5.1")
                .then()
                .statusCode(200);
    }

    @Test
    void wrongQuestionsAreRefusedWithWhatIsAccepted() {
        as("city-officer").get("/api/v1/tasks?regio=441284").then().spec(Problems.of(400, "unknown-parameter"));
        as("city-officer")
                .get("/api/v1/tasks?region=999999")
                .then()
                .spec(Problems.at(400, "unknown-region", "?region"));
        as("city-officer")
                .get("/api/v1/tasks?indicator=no-such")
                .then()
                .spec(Problems.at(400, "unknown-indicator", "?indicator"))
                .body("errors[0].accepted", hasItems("green-credit", "npl-ratio"));
        as("city-officer")
                .get("/api/v1/tasks?status=finished")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?status"))
                .body("errors[0].accepted", hasItem("not_started"));
        as("city-officer").get("/api/v1/tasks?plan=other").then().spec(Problems.at(400, "unknown-plan", "?plan"));
        as("city-officer").get("/api/v1/tasks?flagged=maybe").then().statusCode(400);
        for (String name : List.of("flagged", "subAreas", "cityWide", "status", "branch", "level")) {
            as("city-officer")
                    .get("/api/v1/tasks?" + name)
                    .then()
                    .spec(Problems.at(400, "invalid-parameter", "?" + name));
        }
        as("city-officer")
                .queryParam("q", " ")
                .get("/api/v1/tasks")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?q"));
        as("city-officer").get("/api/v1/tasks/t9.9").then().spec(Problems.of(404, "task-not-found"));
        as("city-officer").get("/api/v1/tasks/t4.1?plan=other").then().spec(Problems.of(404, "task-not-found"));
    }

    @Test
    void onlyCallersOfTheGatewayAreAnswered() {
        RestAssured.given().get("/api/v1/tasks").then().spec(Problems.of(401, "unauthenticated"));
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer "
                                + Tokens.forUser("city-officer")
                                        .signedByStranger()
                                        .token())
                .get("/api/v1/tasks")
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        as("institution-91441200MA4UN0P81X").get("/api/v1/tasks").then().spec(Problems.of(403, "forbidden"));
        as("district-441284").get("/api/v1/tasks/t4.1").then().statusCode(200).body("id", not(nullValue()));
    }

    private static List<String> ids(String query) {
        return all(query).stream().map(node -> (String) node.get("id")).toList();
    }

    private static List<Map<String, Object>> all(String query) {
        String limit = query.contains("limit=") ? "" : "&limit=500";
        List<Map<String, Object>> items = new ArrayList<>();
        String cursor = null;
        do {
            JsonPath page = as("city-officer")
                    .urlEncodingEnabled(false)
                    .get("/api/v1/tasks?" + query + limit + (cursor == null ? "" : "&cursor=" + cursor))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.getList("items"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return items;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Map<String, Object> node, String field) {
        return (List<String>) node.get(field);
    }
}
