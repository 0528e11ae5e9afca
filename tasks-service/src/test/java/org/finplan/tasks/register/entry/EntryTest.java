package org.finplan.tasks.register.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.tasks.register.RegisterEntries.end;
import static org.finplan.tasks.register.RegisterEntries.enter;
import static org.finplan.tasks.register.RegisterEntries.entered;
import static org.finplan.tasks.register.RegisterEntries.move;
import static org.finplan.tasks.register.RegisterEntries.number;
import static org.finplan.tasks.register.RegisterEntries.path;
import static org.finplan.tasks.register.RegisterEntries.request;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entries come in, move from stage to stage, are revised and leave. */
@FinplanTest
class EntryTest {

    private static final String RESERVE = "listing-reserve";
    private static final String DISTRICT = "district-441202";

    @Test
    @Tag("T07")
    void aCompanyGoesThroughTheFiveStepsWithTheirDays() {
        String company = entered(DISTRICT, RESERVE, request("441202", "reserve", "2023-01-31", Map.of()));
        move(DISTRICT, company, "cultivate", "2023-06-30", null)
                .statusCode(200)
                .body("stage", equalTo("cultivate"))
                .body("since", equalTo("2023-06-30"))
                .body("enteredOn", equalTo("2023-01-31"))
                .body("nextStages", contains("tutor"))
                .body("skippingStages", contains("apply", "listed"));
        move(DISTRICT, company, "listed", "2024-06-30", " ")
                .spec(Problems.at(422, "skipped-stage-without-reason", "/reason"));
        move(DISTRICT, company, "listed", "2023-06-29", "演示样本")
                .spec(Problems.at(422, "date-before-last-stage", "/date"));
        move(DISTRICT, company, "listed", "2999-06-30", "演示样本").spec(Problems.at(422, "date-in-future", "/date"));
        move(DISTRICT, company, "floated", "2024-06-30", "演示样本")
                .spec(Problems.at(422, "unknown-stage", "/stage"))
                .body("errors[0].accepted", hasItem("listed"));
        move(DISTRICT, company, "listed", "2024-06-30", "演示样本：直接上市 / sample: listed at once")
                .statusCode(200)
                .body("nextStages", empty());
        move(DISTRICT, company, "apply", "2024-07-31", "演示样本")
                .spec(Problems.at(409, "stage-not-allowed", "/stage"))
                .body("errors[0].accepted", empty());
        as("auditor")
                .get(company + "/history")
                .then()
                .statusCode(200)
                .body("stages.stage", contains("reserve", "cultivate", "listed"))
                .body("stages.since", contains("2023-01-31", "2023-06-30", "2024-06-30"))
                .body("stages[2].reason", equalTo("演示样本：直接上市 / sample: listed at once"))
                .body("versions.version", contains(1, 2, 3))
                .body("versions[1].said.stage", equalTo("cultivate"));
        as(DISTRICT)
                .get(path(RESERVE) + "?at=2023-06-30&stage=cultivate&region=441202&limit=200")
                .then()
                .body("items.id", hasItem(company.substring(company.lastIndexOf('/') + 1)));
    }

    @Test
    @Tag("T07")
    void aMoveThatGoesBackIsAnsweredWithWhatIsAllowed() {
        String company = entered("city-officer", RESERVE, request("441200", "reserve", "2023-01-31", Map.of()));
        move("city-officer", company, "reserve", "2023-02-28", null)
                .spec(Problems.at(409, "stage-not-allowed", "/stage"))
                .body("errors[0].accepted", contains("cultivate", "tutor", "apply", "listed"));
        enter("city-officer", RESERVE, request("441200", "tutor", "2023-01-31", Map.of()))
                .spec(Problems.at(422, "skipped-stage-without-reason", "/reason"));
    }

    @Test
    void aWriteNeedsTheVersionThatWasRead() {
        String company = entered(DISTRICT, RESERVE, request("441202", "reserve", "2023-01-31", Map.of()));
        Map<String, Object> next = Map.of("stage", "cultivate", "date", "2023-06-30");
        as(DISTRICT).body(next).post(company + ":move").then().spec(Problems.of(428, "precondition-required"));
        as(DISTRICT)
                .header("If-Match", "\"7\"")
                .body(next)
                .post(company + ":move")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            as(DISTRICT)
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", key)
                    .body(next)
                    .post(company + ":move")
                    .then()
                    .statusCode(200)
                    .body("version", equalTo(2));
        }
        as(DISTRICT)
                .header("If-None-Match", as(DISTRICT).get(company).header("ETag"))
                .get(company)
                .then()
                .statusCode(304);
    }

    @Test
    void aRevisionKeepsWhatWasSaidBefore() {
        String company =
                entered(DISTRICT, RESERVE, request("441202", "reserve", "2023-01-31", Map.of("trade", "演示样本：电子")));
        Map<String, Object> body = request("441202", null, null, Map.of("trade", "演示样本：汽车"));
        body.remove("stage");
        body.remove("date");
        as(DISTRICT).header("If-Match", "\"1\"").body(body).put(company).then().statusCode(400);
        body.put("reason", "演示样本：更正行业");
        as(DISTRICT).body(body).put(company).then().spec(Problems.of(428, "precondition-required"));
        as(DISTRICT)
                .header("If-Match", "\"1\"")
                .body(body)
                .put(company)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("stage", equalTo("reserve"))
                .body("fields.trade", equalTo("演示样本：汽车"));
        as(DISTRICT)
                .get(company + "/history")
                .then()
                .body("versions.said.fields.trade", contains("演示样本：电子", "演示样本：汽车"))
                .body("versions[1].reason", equalTo("演示样本：更正行业"))
                .body("versions[1].recordedBy", equalTo(DISTRICT));
    }

    @Test
    @Tag("T08")
    void whatHasLeftStaysReadableAndTakesNoMoreWrites() {
        String company = entered(DISTRICT, RESERVE, request("441202", "reserve", "2023-01-31", Map.of()));
        end(DISTRICT, company, "2023-01-30").spec(Problems.at(422, "date-before-last-stage", "/date"));
        end(DISTRICT, company, "2999-01-30").spec(Problems.at(422, "date-in-future", "/date"));
        end(DISTRICT, company, "2023-12-31")
                .statusCode(200)
                .body("endedOn", equalTo("2023-12-31"))
                .body("allowedActions", empty())
                .body("nextStages", empty());
        end(DISTRICT, company, "2024-12-31").spec(Problems.of(409, "register-entry-ended"));
        move(DISTRICT, company, "cultivate", "2024-12-31", null).spec(Problems.of(409, "register-entry-ended"));
        String id = company.substring(company.lastIndexOf('/') + 1);
        as(DISTRICT).get(path(RESERVE) + "?at=2023-12-30&limit=500").then().body("items.id", hasItem(id));
        as(DISTRICT).get(path(RESERVE) + "?at=2023-12-31&limit=500").then().body("items.id", not(hasItem(id)));
    }

    @Test
    void fieldsAreHeldAgainstTheRegister() {
        Map<String, Object> fund = Map.of(
                "founder", "stranger",
                "size", Map.of("value", 3, "unit", "CNY"),
                "colour", "red");
        enter("city-officer", "industry-funds", request("441200", "set_up", "2023-01-31", fund))
                .spec(Problems.at(422, "register-fields-refused", "/fields/founder"))
                .body("errors.pointer", hasItems("/fields/size/unit", "/fields/colour", "/fields/trade"))
                .body("errors.find { it.pointer == '/fields/founder' }.accepted", hasItem("city-soe"))
                .body("errors.find { it.pointer == '/fields/trade' }.code", equalTo("missing-field"));
        Map<String, Object> linked = request("441200", "reserve", "2023-01-31", Map.of());
        linked.put("tasks", List.of("t9.9"));
        enter("city-officer", RESERVE, linked).spec(Problems.at(422, "unknown-task", "/tasks/0"));
        linked.put("tasks", List.of());
        linked.put("indicators", List.of("happiness"));
        enter("city-officer", RESERVE, linked).spec(Problems.at(422, "unknown-indicator", "/indicators/0"));
        linked.put("indicators", List.of());
        linked.put("region", "999999");
        enter("city-officer", RESERVE, linked).spec(Problems.at(422, "unknown-region", "/region"));
        linked.remove("region");
        enter("city-officer", RESERVE, linked).statusCode(400);
        enter("city-officer", "no-such", request("441200", "reserve", "2023-01-31", Map.of()))
                .spec(Problems.of(404, "register-not-found"));
    }

    @Test
    void aDistrictWritesItsOwnRegionAndOthersDoNotExistForIt() {
        enter(DISTRICT, RESERVE, request("441284", "reserve", "2023-01-31", Map.of()))
                .spec(Problems.at(403, "region-not-in-scope", "/region"));
        enter("auditor", RESERVE, request("441284", "reserve", "2023-01-31", Map.of()))
                .spec(Problems.of(403, "forbidden"));
        RestAssured.given()
                .body("{}")
                .contentType("application/json")
                .post(path(RESERVE))
                .then()
                .statusCode(401);
        String other = entered("district-441284", RESERVE, request("441284", "reserve", "2023-01-31", Map.of()));
        as(DISTRICT).get(other).then().spec(Problems.of(404, "register-entry-not-found"));
        as(DISTRICT).get(other + "/history").then().spec(Problems.of(404, "register-entry-not-found"));
        as(DISTRICT).get(path(RESERVE) + "?region=441284").then().spec(Problems.at(400, "unknown-region", "?region"));
        String ofTheCity = entered("city-officer", RESERVE, request("441200", "reserve", "2023-01-31", Map.of()));
        as(DISTRICT).get(ofTheCity).then().statusCode(200).body("allowedActions", empty());
        move(DISTRICT, ofTheCity, "cultivate", "2023-02-28", null).spec(Problems.of(403, "region-not-in-scope"));
        as("city-officer")
                .get(path("industry-funds") + other.substring(other.lastIndexOf('/')))
                .then()
                .spec(Problems.of(404, "register-entry-not-found"));
    }

    @Test
    @Tag("T14")
    void aFundOfACountyIsSeenByTheCityAndTheCountiesThatAreGivenAccess() {
        Map<String, Object> body = request(
                "441223",
                "set_up",
                "2023-01-31",
                Map.of("founder", "government", "size", number("1.2", "CNY_100M"), "trade", "演示样本：农业"));
        body.put("sharedWith", List.of("441226"));
        String fund = entered("district-441223", "industry-funds", body);
        as("city-officer").get(fund).then().statusCode(200);
        as("district-441226")
                .get(fund)
                .then()
                .statusCode(200)
                .body("fields.size.value", equalTo(1.2f))
                .body("blockedActions.name", hasItems("revise", "move", "end"));
        as("district-441226").get(fund + "/history").then().statusCode(200).body("stages", hasSize(1));
        as("district-441225").get(fund).then().spec(Problems.of(404, "register-entry-not-found"));
        end("district-441226", fund, "2024-01-31").spec(Problems.of(403, "region-not-in-scope"));
        body.put("sharedWith", List.of("000000"));
        enter("district-441223", "industry-funds", body).spec(Problems.at(422, "unknown-region", "/sharedWith/0"));
    }

    @Test
    @Tag("T09")
    void aCompanyHasAPlanOfStepsOfItsOwnLinkedToTheListingLeaves() {
        String company = entered(DISTRICT, RESERVE, request("441202", "reserve", "2023-01-31", Map.of()));
        String id = company.substring(company.lastIndexOf('/') + 1);
        Map<String, Object> body = request(
                "441202", "drafted", "2023-03-31", Map.of("company", id, "steps", List.of("演示样本：股改", "演示样本：辅导备案")));
        body.put("tasks", List.of("t4.2.4.2.m03"));
        body.put("indicators", List.of("listed-quoted-companies"));
        String plan = entered(DISTRICT, "company-plans", body);
        as(DISTRICT).get(plan).then().body("fields.steps", hasSize(2)).body("fields.company", equalTo(id));
        as(DISTRICT)
                .get(path("company-plans") + "?linksTo=" + id + "&task=t4.2.4.2.m03")
                .then()
                .body("items", hasSize(1));
        body.put("fields", Map.of("company", UUID.randomUUID().toString(), "steps", List.of("演示样本")));
        enter(DISTRICT, "company-plans", body).spec(Problems.at(422, "register-fields-refused", "/fields/company"));
    }

    @Test
    @Tag("T10")
    void anIndustryChainHasAPolicyAndAPlan() {
        Map<String, Object> body = request(
                "441200",
                "in_force",
                "2023-03-31",
                Map.of(
                        "chain",
                        "演示样本：链",
                        "policy",
                        "演示样本：政策",
                        "steps",
                        List.of("演示样本：一步"),
                        "places",
                        List.of("441203", "LOCAL-HTZ")));
        body.put("tasks", List.of("t4.1.2.2.m03"));
        body.put("indicators", List.of("manufacturing-loans"));
        String chain = entered("city-officer", "chain-plans", body);
        as("city-officer")
                .get(path("chain-plans") + "?indicator=manufacturing-loans&task=t4.1.2.2.m03&limit=200")
                .then()
                .body("items.id", hasItem(chain.substring(chain.lastIndexOf('/') + 1)));
    }

    @Test
    @Tag("T12")
    void aProjectForInsurersHasATypeAndAStateOfMatching() {
        List<String> types = List.of("energy", "water", "port", "road", "renewal", "business_district", "care");
        for (String type : types) {
            entered(
                    "city-officer",
                    "insurer-projects",
                    request("441204", "recommended", "2023-03-31", Map.of("type", type)));
        }
        String project = entered(
                "city-officer",
                "insurer-projects",
                request("441204", "recommended", "2023-03-31", Map.of("type", "port")));
        move("city-officer", project, "in_talks", "2023-05-31", null).statusCode(200);
        move("city-officer", project, "matched", "2023-09-30", null).statusCode(200);
        enter(
                        "city-officer",
                        "insurer-projects",
                        request("441204", "recommended", "2023-03-31", Map.of("type", "casino")))
                .spec(Problems.at(422, "register-fields-refused", "/fields/type"))
                .body("errors[0].accepted", equalTo(new ArrayList<>(types)));
    }

    @Test
    @Tag("T21")
    void theModelOfACountyIsLinkedToItsCopiesInOthers() {
        String model = as("district-441225")
                .get(path("model-copies") + "?q=官圩")
                .then()
                .body("items.code", contains("guanxu-branch"))
                .body("items[0].region", equalTo("441226"))
                .extract()
                .path("items[0].id");
        String copy = entered(
                "district-441225", "model-copies", request("441225", "planned", "2023-03-31", Map.of("model", model)));
        as("city-officer")
                .get(path("model-copies") + "?linksTo=" + model)
                .then()
                .body("items.id", hasItem(copy.substring(copy.lastIndexOf('/') + 1)))
                .body("items.fields.model", hasItem(model));
    }

    @Test
    void manyEntriesComeInTogetherOrNoneOrTheGoodOnes() {
        String path = path("credit-villages") + ":import";
        Map<String, Object> good = request("441202", "in_creation", "2023-03-31", Map.of());
        Map<String, Object> bad = request("441284", "in_creation", "2023-03-31", Map.of("colour", "red"));
        Map<String, Object> both = Map.of("items", List.of(good, bad, good));
        as(DISTRICT).body(both).post(path).then().spec(Problems.at(422, "register-import-refused", "/items/1/region"));
        as(DISTRICT)
                .body(both)
                .post(path + "?dryRun=true&mode=partial")
                .then()
                .statusCode(200)
                .body("state", equalTo("completed-with-errors"))
                .body("counts.created", equalTo(2));
        as(DISTRICT).get(path("credit-villages") + "?region=441202").then().body("items", empty());
        as(DISTRICT)
                .body(both)
                .post(path + "?mode=partial")
                .then()
                .body("counts.created", equalTo(2))
                .body("counts.rejected", equalTo(1))
                .body("errors[0].code", equalTo("region-not-in-scope"));
        as(DISTRICT).get(path("credit-villages") + "?region=441202").then().body("items", hasSize(2));
        as(DISTRICT).body(both).post(path + "?mode=some").then().spec(Problems.at(400, "invalid-parameter", "?mode"));
        as(DISTRICT).body("{\"items\":[]}").post(path).then().statusCode(400);
        as("auditor").body(both).post(path).then().spec(Problems.of(403, "forbidden"));
    }

    @Test
    void listsArePagedAndRefuseWhatTheyDoNotKnow() {
        String first = path("policy-documents") + "?limit=5";
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            var page = as("city-officer")
                    .get(first + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("nextCursor") == null ? null : "&cursor=" + page.getString("nextCursor");
        } while (cursor != null);
        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(14);
        for (String wrong : List.of("stage=sold", "task=t9", "indicator=none", "q=%20")) {
            as("city-officer")
                    .urlEncodingEnabled(false)
                    .get(first + "&" + wrong)
                    .then()
                    .spec(Problems.at(400, "invalid-parameter", "?" + wrong.substring(0, wrong.indexOf('='))));
        }
        as("city-officer").get(first + "&at=yesterday").then().statusCode(400);
        as("city-officer").get(first + "&plan=none").then().spec(Problems.at(400, "unknown-plan", "?plan"));
    }
}
