package org.finplan.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.OtherCity.Question.get;
import static org.finplan.platform.testing.OtherCity.Question.post;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.OtherCity;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.milestone.MilestoneApi;
import org.finplan.tasks.register.RegisterEntries;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The plan of Sample City is loaded beside that of Zhaoqing; nothing crosses. */
@FinplanTest
class TwoCitiesTest {

    private static final String LEAF = "t4.2.1.1.m05";
    private static final String POINT = "{\"year\":2025,\"title\":{\"zh\":\"演示样本\"}}";
    private static final String ENTRY =
            "{\"name\":{\"zh\":\"演示样本\"},\"region\":\"441200\",\"date\":\"2025-03-01\",\"fields\":{\"scope\":\"sample\"}}";
    private static final String REVISION =
            "{\"name\":{\"zh\":\"演示样本\"},\"region\":\"441200\",\"reason\":\"sample\",\"fields\":{\"scope\":\"sample\"}}";
    private static final OtherCity SAMPLE =
            new OtherCity("SAMPLE-CITY", "SAMPLE-EAST", Pattern.compile("\"4412\\d\\d\"|\"LOCAL-|zq-fin-14fyp"));

    private static final String REASON = "{\"reason\":\"sample\"}";
    private static final String BASELINE = "{\"plan\":\"zq-fin-14fyp\",\"name\":{\"zh\":\"演示样本\"}}";
    private static final String OPENING =
            "{\"cause\":\"report-overdue\",\"enabled\":false,\"ladder\":\"standard\",\"workingDays\":10}";
    private static final String LADDER = """
            {"code": "sample", "nameZh": "演示样本", "nameEn": "sample", "workingDays": 10, "steps": [{"code": "a",
              "anchor": "due", "workingDays": 1, "states": ["assigned"], "tell": ["unit"], "colour": "blue",
              "kind": "reminder"}]}""";

    @Inject
    Jdbi jdbi;

    @Test
    void whatBelongsToACityDoesNotExistForAnother() {
        String report = as("city-officer")
                .body("{\"status\":\"in_progress\",\"reportedFor\":\"2025-03-01\",\"note\":\"演示样本 sample\"}")
                .post("/api/v1/tasks/" + LEAF + "/progress-reports?plan=zq-fin-14fyp")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String entry = RegisterEntries.entered(
                "city-officer",
                "pilots",
                RegisterEntries.request("441200", "prepared", "2025-03-01", Map.of("scope", "演示样本 sample")));
        UUID letter = deadLetter("441202");
        String matter = "/api/v1/supervisions/" + supervision();
        String task = "/api/v1/tasks/" + LEAF;
        String progress = "/api/v1/progress-reports/" + report;
        String milestone = MilestoneApi.planned(LEAF, "2025-06-30").path();
        String dependency = dependency();
        String baseline = baseline();
        String key = as("city-admin")
                .body("{\"unit\":\"441202\",\"label\":\"演示样本 sample\"}")
                .post("/api/v1/calendar-keys")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        SAMPLE.seesNothing(
                List.of(
                        get("listTasks", "/api/v1/tasks?limit=200"),
                        get("listTasks", "/api/v1/tasks?plan=zq-fin-14fyp"),
                        get("getTask", task),
                        get("getTask", task + "?plan=zq-fin-14fyp"),
                        get("getTaskHistory", task + "/history"),
                        get("listProgressReports", "/api/v1/progress-reports?limit=200"),
                        get("listProgressReports", "/api/v1/progress-reports?plan=zq-fin-14fyp"),
                        get("listProgressReportsOfTask", task + "/progress-reports?plan=zq-fin-14fyp"),
                        get("getProgressReport", progress),
                        post("verifyProgressReport", progress + ":verify", "{}"),
                        post("returnProgressReport", progress + ":return", "{\"comment\":\"sample\"}"),
                        post(
                                "reportProgress",
                                task + "/progress-reports?plan=zq-fin-14fyp",
                                "{\"status\":\"done\",\"reportedFor\":\"2025-03-01\",\"note\":\"sample\"}"),
                        get("listTaskAssignments", task + "/assignments"),
                        post("assignTask", task + ":assign", "{\"lead\":\"zq-gov\"}"),
                        post("confirmProgressEvidence", progress + ":confirm-evidence", "{\"note\":\"sample\"}"),
                        get("getTaskRollUp", "/api/v1/tasks/t4.2.1/roll-up"),
                        new OtherCity.Question(
                                "setTaskRollUp", "PUT", "/api/v1/tasks/t4.2.1/roll-up", "{\"mode\":\"none\"}"),
                        get("listReportingBurden", "/api/v1/reporting-burden?limit=200"),
                        get("listReportingBurden", "/api/v1/reporting-burden?unit=441202"),
                        post("assignTaskLead", task + ":assign-lead", "{\"organisation\":\"zq-gov\"}"),
                        post("setTaskDueDate", task + ":set-due-date", "{\"dueDate\":\"2025-12-31\"}"),
                        post("makeWorkPoint", task + "/work-points", POINT),
                        new OtherCity.Question("reviseWorkPoint", "PUT", task, POINT.replace("\"year\":2025,", "")),
                        post("withdrawWorkPoint", task + ":withdraw", "{\"reason\":\"sample\"}"),
                        post(
                                "editTasks",
                                "/api/v1/tasks:edit?plan=zq-fin-14fyp&dryRun=true",
                                "{\"change\":{\"dueDate\":\"2025-12-31\"}}"),
                        get("listMilestonesOfTask", task + "/milestones"),
                        post(
                                "planMilestone",
                                task + "/milestones",
                                "{\"title\":{\"zh\":\"演示样本\"},\"plannedDate\":\"2025-06-30\"}"),
                        get("getMilestone", milestone),
                        new OtherCity.Question(
                                "reviseMilestone",
                                "PUT",
                                milestone,
                                "{\"title\":{\"zh\":\"演示样本\"},\"plannedDate\":\"2025-06-30\",\"reason\":\"sample\"}"),
                        post("achieveMilestone", milestone + ":achieve", "{\"actualDate\":\"2025-06-30\"}"),
                        post("takeBackMilestone", milestone + ":take-back", REASON),
                        post("removeMilestone", milestone + ":remove", REASON),
                        get("listTaskDependencies", task + "/dependencies"),
                        post("addTaskDependency", task + "/dependencies", "{\"predecessor\":\"t4.2.1.1.m01\"}"),
                        get("getTaskDependency", dependency),
                        post("removeTaskDependency", dependency + ":remove", REASON),
                        get("listBaselines", "/api/v1/baselines?limit=200"),
                        get("listBaselines", "/api/v1/baselines?plan=zq-fin-14fyp"),
                        get("getBaseline", baseline),
                        get(
                                "compareBaseline",
                                "/api/v1/baselines:compare?baseline="
                                        + baseline.substring(baseline.lastIndexOf('/') + 1)),
                        post("nameBaseline", "/api/v1/baselines", BASELINE),
                        get("listRegisters", "/api/v1/registers"),
                        get("listRegisters", "/api/v1/registers?plan=zq-fin-14fyp"),
                        get("getRegister", "/api/v1/registers/pilots"),
                        get("countRegister", "/api/v1/registers/pilots:count"),
                        get("listRegisterEntries", "/api/v1/registers/pilots/entries"),
                        get("getRegisterEntry", entry),
                        get("getRegisterEntryHistory", entry + "/history"),
                        get("listRegisterAssessments", entry + "/assessments"),
                        post("createRegisterEntry", "/api/v1/registers/pilots/entries", ENTRY),
                        post(
                                "importRegisterEntries",
                                "/api/v1/registers/pilots/entries:import",
                                "{\"items\":[" + ENTRY + "]}"),
                        new OtherCity.Question("reviseRegisterEntry", "PUT", entry, REVISION),
                        post("moveRegisterEntry", entry + ":move", "{\"stage\":\"running\",\"date\":\"2025-03-02\"}"),
                        post("endRegisterEntry", entry + ":end", "{\"date\":\"2025-03-02\",\"reason\":\"sample\"}"),
                        post(
                                "assessRegisterEntry",
                                entry + "/assessments",
                                "{\"date\":\"2025-03-02\",\"by\":\"sample\",\"finding\":\"sample\"}"),
                        get("listWorkingDays", "/api/v1/working-days?from=2026-01-01&to=2026-01-31&city=441200"),
                        get("addWorkingDays", "/api/v1/working-days:add?from=2026-01-01&days=1&city=441200"),
                        get("listSupervisions", "/api/v1/supervisions?limit=200"),
                        post(
                                "registerSupervision",
                                "/api/v1/supervisions",
                                "{\"title\":\"sample\",\"unit\":\"441202\",\"cause\":\"sample\"}"),
                        get("getSupervision", matter),
                        get("getSupervisionTimeline", matter + "/timeline"),
                        post("assignSupervision", matter + ":assign", "{}"),
                        post("acknowledgeSupervision", matter + ":acknowledge", "{}"),
                        post("replyToSupervision", matter + ":reply", "{\"text\":\"sample\"}"),
                        post("verifySupervision", matter + ":verify", "{\"accepted\":true}"),
                        post("closeSupervision", matter + ":close", "{}"),
                        post("scoreSupervision", matter + ":score", "{}"),
                        post("urgeSupervision", matter + ":urge", "{\"text\":\"sample\"}"),
                        post(
                                "suspendSupervision",
                                matter + ":suspend",
                                "{\"until\":\"2098-12-31\",\"reason\":\"sample\"}"),
                        post("decideSupervisionSuspension", matter + ":decide-suspension", "{\"accepted\":true}"),
                        post("resumeSupervision", matter + ":resume", "{}"),
                        post(
                                "askSupervisionExtension",
                                matter + ":request-extension",
                                "{\"due\":\"2098-12-31\",\"reason\":\"sample\"}"),
                        post("decideSupervisionExtension", matter + ":decide-extension", "{\"accepted\":true}"),
                        get("getMyWork", "/api/v1/my-work"),
                        get("getScorecards", "/api/v1/scorecards?period=2026"),
                        get("getAssessmentTable", "/api/v1/assessment-tables?plan=zq-fin-14fyp&period=2023"),
                        get("listSupervisionLadders", "/api/v1/supervision-ladders?city=441200"),
                        get("listSupervisionLadderVersions", "/api/v1/supervision-ladders/standard?city=441200"),
                        post("setSupervisionLadder", "/api/v1/supervision-ladders?city=441200", LADDER),
                        get("listSupervisionOpenings", "/api/v1/supervision-openings?city=441200"),
                        post("setSupervisionOpening", "/api/v1/supervision-openings?city=441200", OPENING),
                        get("listCalendarKeys", "/api/v1/calendar-keys"),
                        get("getCalendarKey", "/api/v1/calendar-keys/" + key),
                        post(
                                "makeCalendarKey",
                                "/api/v1/calendar-keys",
                                "{\"unit\":\"441202\",\"label\":\"sample\",\"city\":\"441200\"}"),
                        post("revokeCalendarKey", "/api/v1/calendar-keys/" + key + ":revoke", null),
                        get("listAuditRecords", "/api/v1/audit?limit=200"),
                        get("listDeadLetters", "/api/v1/dead-letters?limit=200"),
                        get("getDeadLetter", "/api/v1/dead-letters/" + letter),
                        post("replayDeadLetter", "/api/v1/dead-letters/" + letter + ":replay", null)),
                Set.of("verifyAudit", "replayDeadLetters", "getUnitCalendar", "exportAssessmentTable"));
        as("city-admin-SAMPLE-CITY")
                .post("/api/v1/dead-letters:replay")
                .then()
                .statusCode(202)
                .body("incoming", equalTo(0));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM dead_letter WHERE id = ?", letter));
    }

    @Test
    void eachCityHasItsOwn() {
        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/tasks")
                .then()
                .statusCode(200)
                .body("items.id", contains("t1", "t1.m1"));
        as("city-officer").get("/api/v1/tasks/t1.m1").then().spec(Problems.of(404, "task-not-found"));
        as("city-officer").get("/api/v1/tasks?plan=sample-15fyp").then().spec(Problems.at(404, "not-found", "?plan"));
        as("city-officer")
                .get("/api/v1/tasks?plan=none")
                .then()
                .spec(Problems.at(400, "unknown-plan", "?plan"))
                .body("errors[0].accepted", contains("zq-fin-14fyp"));
        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/tasks?region=no-such")
                .then()
                .spec(Problems.at(400, "unknown-region", "?region"))
                .body("errors[0].accepted", hasItem("SAMPLE-EAST"))
                .body("errors[0].accepted", not(hasItem("441200")));
        as("district-SAMPLE-EAST").get("/api/v1/tasks").then().body("items", hasSize(2));
        as("district-441202").get("/api/v1/tasks?plan=sample-15fyp").then().spec(Problems.of(404, "not-found"));
    }

    /** An officer of the city whose token names a district has the plan before its eyes and does not act for the city. */
    @Test
    void whoIsBoundToAPartOfTheCityDoesNotActForIt() {
        asBoundTo("city-officer", "441202")
                .header("If-Match", "\"1\"")
                .body("{\"organisation\":\"zq-gov\"}")
                .post("/api/v1/tasks/" + LEAF + ":assign-lead")
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
    }

    @Test
    void theDatabaseHidesThePlansOfOtherCitiesWhereTheCodeForgets() {
        assertThat(plans("*")).contains("zq-fin-14fyp", "sample-15fyp");
        assertThat(plans("SAMPLE-CITY,SAMPLE-EAST")).containsExactly("sample-15fyp");
        assertThat(plans("SAMPLE-EAST")).isEmpty();
    }

    private List<String> plans(String readable) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(handle -> {
                    handle.createQuery("SELECT set_config('finplan.read_regions', :regions, true),"
                                    + " set_config('finplan.write_regions', '', true) AS writable")
                            .bind("regions", readable)
                            .mapToMap()
                            .one();
                    return handle.createQuery(
                                    "SELECT plan FROM task UNION SELECT plan FROM clause UNION SELECT code FROM plan"
                                            + " UNION SELECT plan FROM task_milestone UNION SELECT plan FROM task_dependency"
                                            + " UNION SELECT plan FROM plan_baseline"
                                            + " ORDER BY 1")
                            .mapTo(String.class)
                            .list();
                }));
    }

    private static String dependency() {
        String id = as("city-officer")
                .body("{\"predecessor\":\"t4.2.1.1.m04\"}")
                .post("/api/v1/tasks/" + LEAF + "/dependencies?plan=zq-fin-14fyp")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/api/v1/task-dependencies/" + id;
    }

    private static String baseline() {
        String id = as("city-officer")
                .body(BASELINE)
                .post("/api/v1/baselines")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/api/v1/baselines/" + id;
    }

    private static String supervision() {
        return as("city-officer")
                .body("{\"title\":\"演示样本\",\"unit\":\"441202\",\"cause\":\"演示样本\"}")
                .post("/api/v1/supervisions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private UUID deadLetter(String region) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO dead_letter (id, consumer, topic, partition, record_offset, aggregate, headers, state,
                            reason, attempts, received_at, announced_at)
                        VALUES (:id, 'tasks-service', 'sample', 0, :offset, 'zq-fin-14fyp/sample',
                            jsonb_build_object('ce_region', :region), 'failed', 'sample', 5, now(), now())""")
                .bind("id", id)
                .bind("offset", id.getMostSignificantBits() & Long.MAX_VALUE)
                .bind("region", region)
                .execute());
        return id;
    }
}
