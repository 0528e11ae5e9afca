package org.finplan.risk.network.ranking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.finplan.platform.testing.Requests;

/** Rankings through the API. */
final class Rankings {

    private Rankings() {}

    static Response order(String network, String body) {
        return Requests.as("risk-officer").body(body).post(network + "/failure-rankings");
    }

    /** {@return the answer about a ranking when it is done} */
    static ValidatableResponse done(String path) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        Requests.as("auditor").get(path).then().statusCode(200).body("state", equalTo("done")));
        return Requests.as("auditor").get(path).then();
    }
}
