package org.finplan.platform.web.storage;

import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.util.Map;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.Test;

/** With too little room on the disk nothing is written, and all is read. */
@WebTest
@TestProfile(WriteRefusalTest.NearlyFull.class)
class WriteRefusalTest {

    private static final String NOTE = "{\"region\":\"441202\",\"text\":\"full\"}";

    /** No disk has that much room. */
    public static final class NearlyFull implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("finplan.storage.directories", "target", "finplan.storage.least-free", "1000000G");
        }
    }

    @Test
    void refusesWhatMayWriteAndServesWhatReads() {
        asOfficer()
                .header("Idempotency-Key", "full")
                .body(NOTE)
                .post("/api/v1/samples/notes")
                .then()
                .spec(problem(503, "storage-full"))
                .header("Retry-After", equalTo("30"));
        asOfficer().get("/api/v1/samples/notes").then().statusCode(200);
    }

    @Test
    void tellsNobodyWhoMayNotWriteAnyway() {
        RestAssured.given()
                .contentType("application/json")
                .body(NOTE)
                .post("/api/v1/samples/notes")
                .then()
                .spec(problem(401, "unauthenticated"));
    }
}
