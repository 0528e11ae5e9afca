package org.finplan.indicators.release;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;

/** What tests of releases send and wait for. */
final class Releases {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Releases() {}

    static String announce(String user, Instant at, String more) {
        return announceTo("public", user, at, more);
    }

    static String announceTo(String audience, String user, Instant at, String more) {
        return as(user).body("{\"title\":\"sample release 演示样本\",\"releaseAt\":\"" + at + "\",\"audience\":\""
                        + audience + "\"" + more + "}")
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .body("state", equalTo("staged"))
                .extract()
                .path("id");
    }

    static ValidatableResponse stage(
            String user, String release, String region, String period, String value, String more) {
        return as(user).body("{\"release\":\"" + release + "\",\"items\":[" + item(region, period, value, more) + "]}")
                .post("/api/v1/observations")
                .then();
    }

    static String item(String region, String period, String value, String more) {
        return "{\"indicator\":\"premium-income\",\"region\":\"" + region + "\",\"period\":\"" + period
                + "\",\"value\":" + value + ",\"unit\":\"CNY_100M\"" + more + "}";
    }

    static void awaitState(String release, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> as("city-officer")
                .get("/api/v1/releases/" + release)
                .then()
                .body("state", equalTo(state)));
    }
}
