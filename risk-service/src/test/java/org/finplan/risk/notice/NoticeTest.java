package org.finplan.risk.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Notices from the draft to the history. */
@FinplanTest
class NoticeTest {

    private static final String NOTICES = "/api/v1/notices/";

    @Test
    @Tag("R22")
    void aNoticeIsPublishedPerChannelWithItsTime() {
        String id = NoticeApi.written("441200");
        Requests.as("risk-officer")
                .get(NOTICES + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("draft"), "publishedAt", nullValue())
                .body("allowedActions", contains("revise", "publish", "withdraw"));
        NoticeApi.act(
                        "risk-officer",
                        id,
                        "publish",
                        Map.of(
                                "channels",
                                List.of(
                                        Map.of("channel", "radio", "publishedAt", "2026-01-05T01:02:03Z"),
                                        Map.of("channel", "website", "address", "https://example.org/1"))))
                .then()
                .statusCode(200)
                .body("state", equalTo("published"), "publishedAt", equalTo("2026-01-05T01:02:03Z"));
        JsonPath further = NoticeApi.publish("city-officer", id, "wechat")
                .then()
                .statusCode(200)
                .body("publications.channel", contains("radio", "website", "wechat"))
                .body("publications[0].name.zh", equalTo("电台"))
                .body("allowedActions", contains("publish", "withdraw"))
                .extract()
                .jsonPath();
        assertThat(further.getInt("version")).isEqualTo(2);
        assertThat(Instant.parse(further.getString("publications[2].publishedAt")))
                .isAfter(Instant.parse("2026-01-05T01:02:03Z"));
    }

    @Test
    @Tag("R22")
    void aWithdrawnNoticeStaysInTheHistory() {
        String id = NoticeApi.published("441200", "website");
        NoticeApi.act("risk-officer", id, "withdraw", Map.of("reason", "演示样本：已更新"))
                .then()
                .statusCode(200);
        Requests.as("auditor")
                .get(NOTICES + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"), "withdrawal.reason", equalTo("演示样本：已更新"))
                .body("withdrawal.by", equalTo("risk-officer"), "body.zh", equalTo("演示样本正文"))
                .body("publications.channel", contains("website"), "allowedActions.size()", equalTo(0));
        Requests.as("risk-officer")
                .queryParams(Map.of("state", "withdrawn", "limit", 500))
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        Requests.as("auditor")
                .queryParam("resource", NOTICES + id)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItems("notice.write", "notice.publish", "notice.withdraw"));
    }

    @Test
    void aDraftIsRevisedAndWhatThePublicReadIsNot() {
        String id = NoticeApi.written("441202");
        Map<String, Object> other = NoticeApi.draft("441203");
        NoticeApi.withTag("city-admin", id)
                .body(other)
                .put(NOTICES + id)
                .then()
                .statusCode(200)
                .body("region", equalTo("441203"), "version", equalTo(1));
        NoticeApi.publish("city-admin", id, "lecture").then().statusCode(200);
        NoticeApi.withTag("city-admin", id)
                .body(other)
                .put(NOTICES + id)
                .then()
                .spec(Problems.of(409, "notice-action-not-allowed"))
                .body("errors[0].accepted", contains("publish", "withdraw"));
        NoticeApi.act("city-admin", id, "withdraw", Map.of("reason", "演示样本"))
                .then()
                .statusCode(200);
        NoticeApi.publish("city-admin", id, "radio").then().spec(Problems.of(409, "notice-action-not-allowed"));
    }

    @Test
    void wrongInputIsNamedAndNothingIsPublished() {
        String id = NoticeApi.written("441200");
        NoticeApi.publish("risk-officer", id, "website", "fax")
                .then()
                .spec(Problems.at(422, "unknown-channel", "/channels/1/channel"))
                .body("errors[0].accepted", contains("wechat", "television", "radio", "lecture"));
        NoticeApi.publish("risk-officer", id, "website", "website")
                .then()
                .spec(Problems.at(422, "channel-taken", "/channels/1/channel"));
        Map<String, String> later = Map.of("channel", "radio", "publishedAt", "2999-01-01T00:00:00Z");
        NoticeApi.act("risk-officer", id, "publish", Map.of("channels", List.of(later)))
                .then()
                .spec(Problems.at(422, "published-in-future", "/channels/0/publishedAt"));
        NoticeApi.act("risk-officer", id, "publish", Map.of("channels", List.of()))
                .then()
                .spec(Problems.at(400, "invalid-body", "/channels"));
        NoticeApi.act("risk-officer", id, "withdraw", Map.of())
                .then()
                .spec(Problems.at(400, "invalid-body", "/reason"));
        Requests.as("risk-officer")
                .body(NoticeApi.draft("999999"))
                .post("/api/v1/notices")
                .then()
                .spec(Problems.at(422, "unknown-region", "/region"));
        Requests.as("risk-officer")
                .body(Map.of("region", "441200"))
                .post("/api/v1/notices")
                .then()
                .spec(Problems.at(400, "invalid-body", "/title"));
        Requests.as("risk-officer")
                .queryParam("state", "lost")
                .get("/api/v1/notices")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"));
        Requests.as("risk-officer").get(NOTICES + id).then().body("state", equalTo("draft"), "version", equalTo(0));
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        String id = NoticeApi.written("441200");
        Map<String, ?> body = Map.of("channels", List.of(Map.of("channel", "radio")));
        Requests.as("risk-officer")
                .body(body)
                .post(NOTICES + id + ":publish")
                .then()
                .spec(Problems.of(428, "precondition-required"));
        Requests.as("risk-officer")
                .header("If-Match", "\"7\"")
                .body(body)
                .post(NOTICES + id + ":publish")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
    }

    @Test
    void whoDoesNotWriteNoticesSeesOnlyWhatWasPublished() {
        String draft = NoticeApi.written("441200");
        String published = NoticeApi.published("441200", "website");
        String elsewhere = NoticeApi.published("441203", "website");
        Requests.as("district-441202").get(NOTICES + draft).then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441202").get(NOTICES + elsewhere).then().spec(Problems.of(404, "not-found"));
        Requests.as("district-441202")
                .get(NOTICES + published)
                .then()
                .statusCode(200)
                .body("allowedActions.size()", equalTo(0));
        Requests.as("district-441202")
                .queryParam("limit", 500)
                .get("/api/v1/notices")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(published), "items.id", not(hasItem(draft)));
        Requests.as("auditor").get(NOTICES + draft).then().statusCode(200).body("allowedActions.size()", equalTo(0));
        NoticeApi.publish("auditor", draft, "radio").then().spec(Problems.of(403, "forbidden"));
        NoticeApi.publish("district-441202", published, "radio").then().spec(Problems.of(403, "forbidden"));
        Requests.as("risk-officer").get(NOTICES + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
        NoticeApi.everybody().get("/api/v1/notices").then().spec(Problems.of(403, "forbidden"));
    }

    @Test
    void theListIsReadPageByPage() {
        String first = NoticeApi.published("441224", "website");
        String second = NoticeApi.published("441224", "website");
        for (String user : List.of("risk-officer", "district-441224")) {
            JsonPath page = Requests.as(user)
                    .queryParams(Map.of("region", "441224", "limit", 1))
                    .header("Prefer", "count=exact")
                    .get("/api/v1/notices")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(second), "total", equalTo(2), "nextCursor", notNullValue())
                    .extract()
                    .jsonPath();
            Requests.as(user)
                    .queryParams(Map.of("region", "441224", "limit", 1, "cursor", page.getString("nextCursor")))
                    .get("/api/v1/notices")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(first), "nextCursor", nullValue());
        }
    }
}
