package org.finplan.platform.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.web.sample.Requests.as;
import static org.finplan.platform.web.sample.Requests.asOfficer;
import static org.finplan.platform.web.sample.Requests.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.web.sample.SampleDatabase;
import org.finplan.platform.web.sample.SampleResource;
import org.finplan.platform.web.sample.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@WebTest
class IdempotencyTest {

    private static final String NOTES = "/api/v1/samples/notes";

    private final String key = UUID.randomUUID().toString();
    private final String text = UUID.randomUUID().toString();

    @AfterEach
    void letGo() {
        SampleResource.hold.countDown();
    }

    @Test
    void hasItsEffectOnceAndItsAnswerAsOftenAsAsked() throws SQLException {
        Response first = post(asOfficer(), body("441202", text));
        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());

        for (int i = 0; i < 3; i++) {
            post(asOfficer(), "{ \"text\": \"" + text + "\",\n \"region\": \"441202\" }")
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", "true")
                    .header("Location", equalTo(first.header("Location")))
                    .header("ETag", equalTo(first.header("ETag")))
                    .contentType("application/json")
                    .body(equalTo(first.asString()));
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherRequest() throws SQLException {
        post(asOfficer(), body("441202", text)).then().statusCode(201);

        post(asOfficer(), body("441203", text)).then().spec(problem(422, "idempotency-key-reused"));
        asOfficer()
                .header("Idempotency-Key", key)
                .body(body("441202", text))
                .post(NOTES + "?checked=true")
                .then()
                .spec(problem(422, "idempotency-key-reused"));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfCallersApart() throws SQLException {
        post(asOfficer(), body("441202", text)).then().statusCode(201);
        post(as("another-officer", "city-officer", List.of()), body("441202", text))
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void forgetsWhatFailedTogetherWithItsEffect() throws SQLException {
        asOfficer()
                .header("Idempotency-Key", key)
                .body(body("441202", text))
                .post(NOTES + "?fail=true")
                .then()
                .spec(problem(409, "figure-in-use"));
        assertThat(count()).isZero();
        post(asOfficer(), body("441202", text)).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void tellsThatTheFirstIsStillRunning() throws Exception {
        SampleResource.begun = new CountDownLatch(1);
        SampleResource.hold = new CountDownLatch(1);
        CompletableFuture<Response> first =
                CompletableFuture.supplyAsync(() -> post(asOfficer(), body("441202", text)));
        assertThat(SampleResource.begun.await(20, TimeUnit.SECONDS)).isTrue();

        post(asOfficer(), body("441202", text)).then().spec(problem(409, "idempotency-key-in-use"));

        SampleResource.hold.countDown();
        first.get(20, TimeUnit.SECONDS).then().statusCode(201);
        post(asOfficer(), body("441202", text)).then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void keepsAnAnswerSevenDays() throws SQLException {
        post(asOfficer(), body("441202", text)).then().statusCode(201);
        age("6 days 23 hours");
        post(asOfficer(), body("441202", text)).then().header("Idempotency-Replayed", "true");
        age("2 hours");
        post(asOfficer(), body("441202", text)).then().statusCode(201).header("Idempotency-Replayed", nullValue());
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void worksWithoutAKeyAndRefusesUnusableOnes() throws SQLException {
        asOfficer().body(body("441202", text)).post(NOTES).then().statusCode(201);
        for (String unusable : List.of("two words", "x".repeat(256))) {
            asOfficer()
                    .header("Idempotency-Key", unusable)
                    .body(body("441202", text))
                    .post(NOTES)
                    .then()
                    .spec(problem(400, "invalid-parameter"))
                    .body("errors[0].pointer", equalTo("header:Idempotency-Key"));
        }
        assertThat(count()).isEqualTo(1);
    }

    private Response post(RequestSpecification request, String body) {
        return request.header("Idempotency-Key", key).body(body).post(NOTES);
    }

    private static String body(String region, String text) {
        return "{\"region\":\"" + region + "\",\"text\":\"" + text + "\"}";
    }

    private int count() throws SQLException {
        try (Connection connection = SampleDatabase.superuser();
                PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM note WHERE text = ?")) {
            select.setString(1, text);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void age(String interval) throws SQLException {
        try (Connection connection = SampleDatabase.superuser();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE idempotency_key SET stored_at = stored_at - ?::interval WHERE key = ?")) {
            update.setString(1, interval);
            update.setString(2, key);
            update.executeUpdate();
        }
    }
}
