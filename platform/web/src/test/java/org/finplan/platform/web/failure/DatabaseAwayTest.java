package org.finplan.platform.web.failure;

import static org.awaitility.Awaitility.await;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.time.Duration;
import org.finplan.platform.web.sample.SampleDatabase;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that goes away is said so, and the service is back when the database is. */
@WebTest
class DatabaseAwayTest {

    @AfterEach
    void bringBack() {
        SampleDatabase.server().start();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> asOfficer().get("/api/v1/samples/notes").statusCode() == 200);
    }

    @Test
    void isAnsweredAsUnavailableWithATimeToComeBack() {
        SampleDatabase.server().stop();

        asOfficer()
                .get("/api/v1/samples/notes")
                .then()
                .spec(problem(503, "service-unavailable"))
                .header("Retry-After", equalTo("5"));
        asOfficer()
                .header("Idempotency-Key", "away")
                .body("{\"region\":\"441202\",\"text\":\"away\"}")
                .post("/api/v1/samples/notes")
                .then()
                .spec(problem(503, "service-unavailable"));
        RestAssured.get("/q/health/ready").then().statusCode(503);
        RestAssured.get("/q/health/live").then().statusCode(200);
    }
}
