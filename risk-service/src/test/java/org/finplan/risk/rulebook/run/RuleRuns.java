package org.finplan.risk.rulebook.run;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.finplan.platform.testing.Requests;

/** Runs of the rule book through the API, waited for. */
public final class RuleRuns {

    private RuleRuns() {}

    /** {@return the answer about a run that somebody asked for, when it is done} */
    public static ValidatableResponse done(String user) {
        String location = Requests.as(user)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}")
                .post("/api/v1/rule-runs")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/api/v1/"));
        await().untilAsserted(
                        () -> Requests.as(user).get(path).then().statusCode(200).body("state", equalTo("done")));
        return Requests.as(user).get(path).then();
    }
}
