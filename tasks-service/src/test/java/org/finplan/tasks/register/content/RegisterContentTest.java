package org.finplan.tasks.register.content;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.PublishedPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The registers of a sample plan (样例) as its versions come in force. */
@FinplanTest
class RegisterContentTest {

    private static final String REGISTER = "/api/v1/registers/sample-funds";

    @Test
    @Tag("T13")
    void aVersionThatSaysOtherwiseRevisesTheEntryAndOneThatLosesItEndsIt() {
        PublishedPlan plan = new PublishedPlan("sample-register-a");
        enforce(plan, 1, plan.files(text -> text));
        String entry = awaitName(plan, "演示样本：母基金");
        officer(plan).get(entry).then().body("stage", equalTo("set_up")).body("fields.size.value", equalTo(1.5f));
        // Published again with other words elsewhere: nothing of it is touched.
        enforce(plan, 2, plan.files(text -> text.replace("演示样本：领域", "演示样本：新领域")));
        enforce(plan, 3, plan.files(text -> text.replace("演示样本：母基金", "演示样本：新母基金")
                .replace("\"1.5\"", "\"2.5\"")));
        awaitName(plan, "演示样本：新母基金");
        officer(plan)
                .get(entry)
                .then()
                .body("version", equalTo(2))
                .body("fields.size.value", equalTo(2.5f))
                .body("since", equalTo("2025-01-31"));
        officer(plan)
                .get(entry + "/history")
                .then()
                .body("versions.said.fields.size.value", contains(1.5f, 2.5f))
                .body("versions[1].recordedBy", equalTo("plan-package"))
                .body("stages.stage", contains("set_up"));
        // Another one takes its place: what the plan names no more leaves, and stays readable.
        enforce(plan, 4, plan.files(text -> text.replace("\"code\": \"sample-fund\"", "\"code\": \"sample-next\"")));
        await().untilAsserted(() -> officer(plan)
                .get(REGISTER + "/entries?at=2999-01-01")
                .then()
                .body("items.code", contains("sample-next")));
        officer(plan)
                .get(entry)
                .then()
                .body("code", equalTo("sample-fund"))
                .body("endReason", containsString("version 4"))
                .body("allowedActions", empty());
    }

    @Test
    @Tag("T13")
    void whatAPersonChangedStaysAsItIs() {
        PublishedPlan plan = new PublishedPlan("sample-register-b");
        enforce(plan, 1, plan.files(text -> text));
        String entry = awaitName(plan, "演示样本：母基金");
        officer(plan)
                .header("If-Match", "\"1\"")
                .body(Map.of("stage", "closed", "date", "2025-06-30", "reason", "演示样本：清算"))
                .post(entry + ":move")
                .then()
                .statusCode(200);
        enforce(plan, 2, plan.files(text -> text.replace("演示样本：母基金", "演示样本：新母基金")));
        enforce(plan, 3, plan.files(text -> text.replace("\"code\": \"sample-fund\"", "\"code\": \"sample-next\"")));
        await().untilAsserted(() ->
                officer(plan).get(REGISTER + "/entries").then().body("items.code", hasItem("sample-next")));
        officer(plan)
                .get(entry)
                .then()
                .body("name.zh", equalTo("演示样本：母基金"))
                .body("stage", equalTo("closed"))
                .body("version", equalTo(2));
    }

    @Test
    void aRegisterThatThePlanLosesIsReadAndNoMoreWritten() {
        PublishedPlan plan = new PublishedPlan("sample-register-c");
        enforce(plan, 1, plan.files(text -> text));
        String entry = awaitName(plan, "演示样本：母基金");
        enforce(plan, 2, plan.files(text -> text.replace("\"sample-funds\"", "\"sample-other-funds\"")));

        await().untilAsserted(
                        () -> officer(plan).get(REGISTER).then().statusCode(200).body("retired", equalTo(true)));
        officer(plan).get(entry).then().statusCode(200).body("allowedActions", empty());
        officer(plan)
                .body(Map.of("name", Map.of("zh", "演示样本"), "region", plan.region("CITY"), "date", "2025-06-30"))
                .post(REGISTER + "/entries")
                .then()
                .spec(Problems.of(409, "register-retired"));
        officer(plan).get("/api/v1/registers/sample-other-funds").then().body("retired", nullValue());
    }

    private static void enforce(PublishedPlan plan, int version, PlanFiles files) {
        plan.publish(version, files);
        plan.answers("tasks.events", version);
        plan.enforce(version, files);
    }

    /** Waits until the entry that the package names has a name, and gives its path. */
    private static String awaitName(PublishedPlan plan, String name) {
        String entries = REGISTER + "/entries";
        await().untilAsserted(
                        () -> officer(plan).get(entries).then().statusCode(200).body("items.name.zh", contains(name)));
        return REGISTER + "/entries/" + officer(plan).get(entries).jsonPath().getString("items[0].id");
    }

    private static RequestSpecification officer(PublishedPlan plan) {
        return asBoundTo("city-officer", plan.region("CITY"));
    }
}
