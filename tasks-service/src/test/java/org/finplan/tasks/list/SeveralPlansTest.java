package org.finplan.tasks.list;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.tasks.SamplePlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A city has several plans (演示样本) beside each other, whose tasks have the same ids. */
@FinplanTest
class SeveralPlansTest {

    @Test
    @Tag("T01")
    void plansStandBesideEachOtherAndNoneIsTakenForAnother() {
        SamplePlan first = new SamplePlan("sample-beside-a");
        first.publish(SamplePlan.measure("t1.m1", "演示样本：甲|Sample: one", "演示样本|Sample", ""));
        SamplePlan second = new SamplePlan("sample-beside-b", first);
        second.publish(SamplePlan.measure("t1.m1", "演示样本：乙|Sample: two", "演示样本|Sample", ""));

        first.officer()
                .get("/api/v1/tasks?level=measure")
                .then()
                .body("items.plan", contains("sample-beside-a", "sample-beside-b"))
                .body("items.title.en", contains("Sample: one", "Sample: two"));
        first.officer().get("/api/v1/tasks?q=two").then().body("items.plan", contains("sample-beside-b"));
        first.officer().get(second.path("t1.m1")).then().body("title.zh", equalTo("演示样本：乙"));
        first.officer().get("/api/v1/tasks/t1.m1").then().spec(Problems.at(400, "plan-required", "?plan"));
        first.officer()
                .body(Map.of("edits", List.of(Map.of("task", "t1.m1", "version", 1, "dueDate", "2026-12-31"))))
                .post("/api/v1/tasks:edit?dryRun=true")
                .then()
                .spec(Problems.at(400, "plan-required", "?plan"))
                .body("errors[0].accepted", contains("sample-beside-a", "sample-beside-b"));
    }
}
