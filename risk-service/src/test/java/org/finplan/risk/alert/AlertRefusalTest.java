package org.finplan.risk.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;
import org.finplan.risk.Feed;
import org.finplan.risk.SampleEvents;
import org.junit.jupiter.api.Test;

/** Who may not, and what cannot be asked for. Each test has an alert of its own. */
@FinplanTest
class AlertRefusalTest {

    private static final String RULE = "plan-indicator-off-path";
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Map<String, String> order = Map.of(
            "responsibleUnit",
            "sample unit",
            "instruction",
            "sample instruction",
            "dueOn",
            today.plusDays(7).toString());

    @Inject
    Feed feed;

    @Test
    void aMoveNeedsTheCurrentVersion() {
        String id = raised("listed-quoted-companies", "441224");
        String path = "/api/v1/alerts/" + id + ":acknowledge";
        Requests.as("risk-officer").body(Map.of()).post(path).then().spec(Problems.of(428, "precondition-required"));
        Requests.as("risk-officer")
                .header("If-Match", "\"99\"")
                .body(Map.of())
                .post(path)
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        assertThat(AlertApi.get(id).getString("state")).isEqualTo("raised");
    }

    @Test
    void whoIsUnknownOrHasNoRoleOrRegionIsRefused() {
        String id = raised("listed-quoted-companies", "441226");
        String alert = "/api/v1/alerts/" + id;
        Requests.withToken(Tokens.forUser("risk-officer").expired().token())
                .get(alert)
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        AlertApi.move("auditor", id, "acknowledge", Map.of()).then().spec(Problems.of(403, "forbidden"));
        AlertApi.move("district-441226", id, "order-disposal", order).then().spec(Problems.of(403, "forbidden"));
        Requests.as("district-441202").get(alert).then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441202").get(alert + "/timeline").then().spec(Problems.of(404, "not-found"));
        AlertApi.move("district-441202", id, "acknowledge", Map.of()).then().spec(Problems.of(404, "not-found"));
        Requests.as("risk-officer")
                .get("/api/v1/alerts/" + UUID.randomUUID())
                .then()
                .spec(Problems.of(404, "not-found"));
        Requests.as("auditor").get(alert).then().statusCode(200).body("allowedActions.size()", equalTo(0));
    }

    @Test
    void aDivisionReadsTheAlertsOfTheCityAndDoesNotWriteThem() {
        String id = raised("listed-quoted-companies", "441200");
        Requests.as("district-441202")
                .get("/api/v1/alerts/" + id)
                .then()
                .statusCode(200)
                .body("allowedActions.size()", equalTo(0), "blockedActions.name", hasItems("acknowledge", "close"));
        AlertApi.move("district-441202", id, "acknowledge", Map.of())
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
    }

    @Test
    void aDivisionListsOnlyWhatItMaySee() {
        raised("green-credit", "441203");
        raised("green-credit", "441204");
        Requests.as("district-441203")
                .queryParam("limit", 500)
                .get("/api/v1/alerts")
                .then()
                .statusCode(200)
                .body("items.region", hasItem("441203"), "items.region", not(hasItem("441204")));
    }

    @Test
    void wrongInputIsNamed() {
        String id = raised("listed-quoted-companies", "441203");
        Requests.as("risk-officer")
                .queryParam("level", "purple")
                .get("/api/v1/alerts")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?level"))
                .body("errors[0].accepted", contains("blue", "yellow", "orange", "red"));
        for (String name : List.of("state", "level", "sort")) {
            Requests.as("risk-officer")
                    .get("/api/v1/alerts?" + name)
                    .then()
                    .spec(Problems.at(400, "invalid-parameter", "?" + name));
        }
        Requests.as("risk-officer")
                .queryParam("region", "999999")
                .get("/api/v1/alerts")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?region"));
        Requests.as("risk-officer")
                .queryParam("colour", "red")
                .get("/api/v1/alerts")
                .then()
                .spec(Problems.of(400, "unknown-parameter"));
        AlertApi.move("risk-officer", id, "acknowledge", Map.of("remark", "sample"))
                .then()
                .spec(Problems.of(400, "invalid-body"));
        AlertApi.move("risk-officer", id, "acknowledge", Map.of()).then().statusCode(200);
        AlertApi.move("risk-officer", id, "order-disposal", Map.of("instruction", "sample"))
                .then()
                .spec(Problems.at(400, "invalid-body", "/responsibleUnit"));
        Requests.as("risk-officer").get("/api/v1/alerts/no-id").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void aMoveThatNeedsNoWordsNeedsNoBody() {
        String id = raised("listed-quoted-companies", "441284");
        AlertApi.request("risk-officer", id)
                .post("/api/v1/alerts/" + id + ":acknowledge")
                .then()
                .statusCode(200);
        AlertApi.request("risk-officer", id)
                .post("/api/v1/alerts/" + id + ":close")
                .then()
                .spec(Problems.of(422, "feedback-missing"));
        AlertApi.request("risk-officer", id)
                .post("/api/v1/alerts/" + id + ":order-disposal")
                .then()
                .spec(Problems.of(400, "invalid-body"));
    }

    private String raised(String indicator, String region) {
        feed.take(SampleEvents.attainment(indicator, region, "behind", "80", 1));
        return AlertApi.id(RULE, indicator, region);
    }
}
