package org.finplan.tasks.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.TaskNode;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plan packages are loaded once, again, and changed.
 *
 * <p>Requirements: T01, the tree is that of the plan package; T03, an assigned lead keeps who assigned it and when.
 */
@FinplanTest
class TreeLoaderTest {

    private static final PlanPackage PACKAGE = PlanPackages.bundled("zq-fin-14fyp");
    private static final String LEAF = "t5.5.2.m01";

    @Inject
    TreeLoader loader;

    @Test
    @Tag("T01")
    void samePackageChangesNothing() {
        assertThat(loader.load(PACKAGE, 1)).isFalse();
    }

    @Test
    @Tag("T01")
    void changedPackageRewritesTheTextsAndKeepsTheProgress() {
        as("city-officer")
                .body("{\"status\":\"in_progress\",\"reportedFor\":\"2023-06-30\",\"note\":\"sample\"}")
                .post("/api/v1/tasks/" + LEAF + "/progress-reports")
                .then()
                .statusCode(201);
        assertThat(loader.load(with("sample-changed", retitled()), 2)).isTrue();
        as("city-officer")
                .get("/api/v1/tasks/" + LEAF)
                .then()
                .body("title.en", equalTo("Sample title"))
                .body("earlier[0].version", equalTo(1))
                .body("earlier[0].title.zh", equalTo(title(LEAF)))
                .body("cooperating", equalTo(List.of("zq-gov")))
                .body("links.cooperating.title.en", hasItem("Zhaoqing Municipal People's Government"))
                .body("dueDate", equalTo("2023-12-31"))
                .body("overdue", equalTo(true))
                .body("claimedStatus", equalTo("in_progress"));
        as("city-officer")
                .queryParam("q", "sample title")
                .get("/api/v1/tasks")
                .then()
                .body("items.id", hasItem(LEAF))
                .body("items.overdue", hasItem(true));
        assertThat(loader.load(PACKAGE, 3)).isTrue();
        as("city-officer")
                .queryParam("q", "sample title")
                .get("/api/v1/tasks")
                .then()
                .body("items", equalTo(List.of()));
    }

    @Test
    @Tag("T01")
    void nodeThatThePackageLosesIsRetiredWithItsProgress() {
        String gone = "t5.5.2.m02";
        String reports = "/api/v1/tasks/" + gone + "/progress-reports";
        String report = "{\"status\":\"in_progress\",\"reportedFor\":\"2023-06-30\",\"note\":\"sample\"}";
        as("city-officer").body(report).post(reports).then().statusCode(201);
        List<TaskNode> fewer = new ArrayList<>(PACKAGE.tasks());
        fewer.removeIf(node -> node.id().equals(gone));

        assertThat(loader.load(with("sample-lossy", fewer), 4)).isTrue();

        as("city-officer")
                .get("/api/v1/tasks/" + gone)
                .then()
                .statusCode(200)
                .body("retired", equalTo(true))
                .body("claimedStatus", equalTo("in_progress"))
                .body("allowedActions", equalTo(List.of()));
        as("city-officer").get(reports).then().body("items", hasSize(1));
        as("city-officer").body(report).post(reports).then().spec(Problems.of(409, "task-retired"));
        as("city-officer")
                .header("If-Match", "*")
                .body("{\"organisation\":\"zq-gov\"}")
                .post("/api/v1/tasks/" + gone + ":assign-lead")
                .then()
                .spec(Problems.of(409, "task-retired"));
        assertThat(loader.load(PACKAGE, 5)).isTrue();
        as("city-officer").get("/api/v1/tasks/" + gone).then().body("retired", nullValue());
    }

    @Test
    @Tag("T03")
    void assignedLeadKeepsWhoAssignedItAndWhen() {
        String path = "/api/v1/tasks/t5.4.1.m01";
        String tag = as("city-officer").get(path).header("ETag");
        as("city-officer")
                .header("If-Match", tag)
                .body("{\"organisation\":\"no-such\"}")
                .post(path + ":assign-lead")
                .then()
                .spec(Problems.at(422, "unknown-organisation", "/organisation"));
        as("district-441284")
                .header("If-Match", tag)
                .body("{\"organisation\":\"zq-gov\"}")
                .post(path + ":assign-lead")
                .then()
                .spec(Problems.of(403, "forbidden"));
        as("city-officer")
                .body("{\"organisation\":\"zq-gov\"}")
                .post(path + ":assign-lead")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", tag)
                .body("{\"organisation\":\"zq-gov\"}")
                .post(path + ":assign-lead")
                .then()
                .statusCode(200)
                .body("lead", equalTo("zq-gov"))
                .body("leadAssignment.source", equalTo("assigned"))
                .body("leadAssignment.assignedBy", equalTo("city-officer"));
        as("city-officer")
                .header("If-Match", tag)
                .body("{\"organisation\":\"zq-gov\"}")
                .post(path + ":assign-lead")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
    }

    private static String title(String id) {
        return PACKAGE.tasks().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .title()
                .zh();
    }

    private static List<TaskNode> retitled() {
        return PACKAGE.tasks().stream()
                .map(node -> node.id().equals(LEAF) ? retitled(node) : node)
                .toList();
    }

    private static TaskNode retitled(TaskNode node) {
        return new TaskNode(
                node.id(),
                node.parent(),
                node.clause(),
                node.branch(),
                node.level(),
                new LocalizedText("样例标题", "Sample title"),
                node.summary(),
                node.verbs(),
                node.regions(),
                node.partnerRegions(),
                node.organisations(),
                node.systems(),
                node.indicators(),
                node.lead(),
                List.of("zq-gov"),
                LocalDate.parse("2023-12-31"));
    }

    private static PlanPackage with(String fingerprint, List<TaskNode> tasks) {
        return new PlanPackage(
                PACKAGE.plan(),
                fingerprint,
                PACKAGE.units(),
                PACKAGE.series(),
                PACKAGE.indicators(),
                PACKAGE.regions(),
                PACKAGE.clauses(),
                PACKAGE.verbs(),
                tasks,
                PACKAGE.organisations(),
                PACKAGE.systems(),
                PACKAGE.facts(),
                PACKAGE.published(),
                PACKAGE.derived(),
                PACKAGE.holidays(),
                PACKAGE.definitions(),
                PACKAGE.registers());
    }
}
