package org.finplan.tasks.register;

import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.register.RegisterEntries.enter;
import static org.finplan.tasks.register.RegisterEntries.entered;
import static org.finplan.tasks.register.RegisterEntries.move;
import static org.finplan.tasks.register.RegisterEntries.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pilots are applied for, decided above, run and are assessed. */
@FinplanTest
class PilotTest {

    private static final String PILOTS = "pilots";
    private static final Map<String, Object> SCOPE =
            Map.of("scope", "演示样本：范围", "start", "2023-01-01", "end", "2024-12-31");

    @Test
    @Tag("T16")
    void aPilotThatNeedsApprovalNamesWhoDecidedAndWhen() {
        Map<String, Object> body = request("441200", "applied", "2023-01-31", SCOPE);
        body.put("tasks", List.of("t4.7.2.m01"));
        String pilot = entered("city-officer", PILOTS, body);
        move("city-officer", pilot, "approved", "2023-03-31", null)
                .spec(Problems.at(422, "deciding-body-missing", "/decidedBy"));
        move("city-officer", pilot, Map.of("stage", "refused", "date", "2023-03-31", "decidedBy", "演示样本：上级机构"))
                .statusCode(200)
                .body("stage", equalTo("refused"))
                .body("nextStages", contains("applied"));
        move("city-officer", pilot, "applied", "2023-05-31", null).statusCode(200);
        move("city-officer", pilot, Map.of("stage", "approved", "date", "2023-08-31", "decidedBy", "演示样本：上级机构"))
                .statusCode(200);
        as("city-officer")
                .get(pilot + "/history")
                .then()
                .body("stages.stage", contains("applied", "refused", "applied", "approved"))
                .body("stages[1].decidedBy", equalTo("演示样本：上级机构"))
                .body("stages[3].since", equalTo("2023-08-31"));
        enter("city-officer", PILOTS, request("441200", "approved", "2023-01-31", SCOPE))
                .spec(Problems.at(422, "deciding-body-missing", "/decidedBy"));
    }

    @Test
    @Tag("T15")
    void aPilotHasStartEndScopeAndDatedAssessments() {
        String pilot = entered("district-441203", PILOTS, request("441203", "running", "2023-01-31", SCOPE));
        String assessments = pilot + "/assessments";
        Map<String, Object> finding =
                Map.of("date", "2023-12-31", "by", "演示样本：评估单位", "finding", "演示样本：按计划推进", "evidence", "演示样本 1 号");
        as("district-441203")
                .body(finding)
                .post(assessments)
                .then()
                .statusCode(201)
                .body("date", equalTo("2023-12-31"))
                .body("recordedBy", equalTo("district-441203"));
        as("city-officer")
                .body(Map.of("date", "2023-06-30", "by", "演示样本：评估单位", "finding", "演示样本：起步"))
                .post(assessments)
                .then()
                .statusCode(201);
        as("auditor").get(assessments).then().body("items.date", contains("2023-06-30", "2023-12-31"));
        as("district-441203")
                .body(Map.of("date", "2023-01-30", "by", "演示样本", "finding", "演示样本"))
                .post(assessments)
                .then()
                .spec(Problems.at(422, "date-before-last-stage", "/date"));
        as("district-441203")
                .body(Map.of("date", "2999-01-30", "by", "演示样本", "finding", "演示样本"))
                .post(assessments)
                .then()
                .spec(Problems.at(422, "date-in-future", "/date"));
        as("district-441203")
                .body("{\"date\":\"2023-06-30\"}")
                .post(assessments)
                .then()
                .statusCode(400);
        as("district-441202").get(assessments).then().spec(Problems.of(404, "register-entry-not-found"));
        as("auditor").body(finding).post(assessments).then().spec(Problems.of(403, "forbidden"));
        String company =
                entered("city-officer", "listing-reserve", request("441200", "reserve", "2023-01-31", Map.of()));
        as("city-officer")
                .body(finding)
                .post(company + "/assessments")
                .then()
                .spec(Problems.of(422, "register-not-assessed"));
        as("city-officer").get(company + "/assessments").then().statusCode(200).body("items", empty());
    }
}
