package org.finplan.risk.notice;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import java.util.Map;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What everybody reads of the notices. */
@FinplanTest
class PublicNoticeTest {

    private static final String PUBLIC = "/api/v1/public/notices";

    @Test
    @Tag("G15")
    void thePublicReadsPublishedNoticesOnly() {
        String draft = NoticeApi.written("441225");
        String published = NoticeApi.published("441225", "website");
        NoticeApi.everybody()
                .queryParam("region", "441225")
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("max-age=60"))
                .body("items.id", hasItem(published), "items.id", not(hasItem(draft)))
                .body("items[0].keySet()", not(hasItem("createdBy")));
        NoticeApi.everybody()
                .get(PUBLIC + "/" + published)
                .then()
                .statusCode(200)
                .body("body.zh", equalTo("演示样本正文"), "issuer", equalTo("演示样本单位"), "version", equalTo(1));
        NoticeApi.everybody().get(PUBLIC + "/" + draft).then().spec(Problems.of(404, "not-found"));
        NoticeApi.everybody()
                .queryParam("state", "draft")
                .get(PUBLIC)
                .then()
                .spec(Problems.of(400, "invalid-parameter"));
    }

    @Test
    @Tag("G15")
    void aWithdrawalIsPublicAndTheTextIsGone() {
        String id = NoticeApi.published("441226", "website");
        String neverPublished = NoticeApi.written("441226");
        NoticeApi.act("risk-officer", id, "withdraw", Map.of("reason", "演示样本：已更新"))
                .then()
                .statusCode(200);
        NoticeApi.act("risk-officer", neverPublished, "withdraw", Map.of("reason", "演示样本"))
                .then()
                .statusCode(200);
        NoticeApi.everybody()
                .queryParam("region", "441226")
                .get(PUBLIC)
                .then()
                .statusCode(200)
                .body("items.id", contains(id), "items[0].state", equalTo("withdrawn"))
                .body("items[0].withdrawalReason", equalTo("演示样本：已更新"), "items[0].body", nullValue())
                .body("items[0].title.zh", equalTo("演示样本提示"));
    }

    @Test
    @Tag("G15")
    void anAnswerIsNotSentTwice() {
        String id = NoticeApi.published("441284", "website");
        for (String path : new String[] {PUBLIC + "?region=441284", PUBLIC + "/" + id}) {
            String tag = NoticeApi.everybody().get(path).header("ETag");
            NoticeApi.everybody().header("If-None-Match", tag).get(path).then().statusCode(304);
            NoticeApi.publish("risk-officer", id, path.contains("?") ? "radio" : "wechat")
                    .then()
                    .statusCode(200);
            NoticeApi.everybody().header("If-None-Match", tag).get(path).then().statusCode(200);
        }
    }

    @Test
    @Tag("G15")
    void onlyTheGatewaysPublicGetsIn() {
        RestAssured.get(PUBLIC).then().spec(Problems.of(401, "unauthenticated"));
        Requests.as("city-admin").get(PUBLIC).then().spec(Problems.of(403, "forbidden"));
        NoticeApi.everybody().get("/api/v1/alerts").then().spec(Problems.of(403, "forbidden"));
        NoticeApi.everybody()
                .body(NoticeApi.draft("441200"))
                .post("/api/v1/notices")
                .then()
                .spec(Problems.of(403, "forbidden"));
        NoticeApi.everybody().body("{}").post(PUBLIC).then().spec(Problems.of(405, "method-not-allowed"));
        NoticeApi.everybody()
                .queryParam("colour", "red")
                .get(PUBLIC)
                .then()
                .spec(Problems.of(400, "unknown-parameter"));
    }
}
