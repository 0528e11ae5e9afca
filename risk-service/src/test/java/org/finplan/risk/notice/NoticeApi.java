package org.finplan.risk.notice;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.testing.Requests;
import org.finplan.platform.testing.Tokens;

/** Notices through the API. */
final class NoticeApi {

    private static final String NOTICES = "/api/v1/notices";

    private NoticeApi() {}

    static Map<String, Object> draft(String region) {
        return Map.of(
                "region",
                region,
                "issuer",
                "演示样本单位",
                "title",
                Map.of("zh", "演示样本提示", "en", "Sample notice"),
                "body",
                Map.of("zh", "演示样本正文"));
    }

    static String written(String region) {
        return Requests.as("risk-officer")
                .body(draft(region))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String published(String region, String... channels) {
        String id = written(region);
        publish("risk-officer", id, channels).then().statusCode(200);
        return id;
    }

    static Response publish(String user, String id, String... channels) {
        List<Map<String, String>> on = java.util.Arrays.stream(channels)
                .map(channel -> Map.of("channel", channel))
                .toList();
        return act(user, id, "publish", Map.of("channels", on));
    }

    static Response act(String user, String id, String action, Map<String, ?> body) {
        return withTag(user, id).body(body).post(NOTICES + "/" + id + ":" + action);
    }

    static RequestSpecification withTag(String user, String id) {
        return Requests.as(user)
                .header(
                        "If-Match",
                        Requests.as("auditor").get(NOTICES + "/" + id).header("ETag"));
    }

    /** A request as the gateway sends it on for a caller without credentials. */
    static RequestSpecification everybody() {
        return Requests.withToken(Tokens.of("public", Set.of("public"), List.of(), List.of()));
    }
}
