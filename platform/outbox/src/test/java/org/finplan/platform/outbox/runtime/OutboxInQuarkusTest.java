package org.finplan.platform.outbox.runtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The thin layer that joins the outbox to a Quarkus service: JTA, handlers found as beans, dead letters by HTTP. */
@QuarkusTest
@WithTestResource(SampleStack.class)
class OutboxInQuarkusTest {

    @Inject
    SampleService service;

    @Inject
    DataSource dataSource;

    // The stack lives in another class loader; what the test needs of it comes as configuration.
    @ConfigProperty(name = "sample.keys")
    String keys;

    @BeforeAll
    static void bePatient() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(40));
    }

    @Test
    void anEventOfACommittedTransactionReachesTheHandler() {
        service.write("committed");
        service.write("committed");
        await().until(() -> service.effects("committed").equals(List.of(1L, 2L)));
    }

    @Test
    void anEventOfARolledBackTransactionIsNeverSeen() {
        assertThatThrownBy(() -> service.writeAndFail("rolled-back")).hasMessageContaining("sample failure");
        service.write("rolled-back");
        await().until(() -> !service.effects("rolled-back").isEmpty());
        assertThat(service.effects("rolled-back")).containsExactly(1L);
    }

    @Test
    void anAppendOutsideATransactionFails() {
        assertThatThrownBy(() -> service.writeWithoutTransaction("none")).hasMessageContaining("active transaction");
    }

    @Test
    void aDeadLetterIsShownAndReplayedByHttp() {
        service.failOn("poisoned");
        UUID event = service.write("poisoned");
        service.write("poisoned");
        await().until(() -> as("auditor")
                .get("/api/v1/dead-letters?state=waiting")
                .path("items.size()")
                .equals(1));
        String id = as("auditor")
                .get("/api/v1/dead-letters?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].event", equalTo(event.toString()))
                .body("items[0].direction", equalTo("incoming"))
                .body("items[0].state", equalTo("failed"))
                .extract()
                .path("items[0].id");
        service.mend();
        as("city-admin").post("/api/v1/dead-letters/" + id + ":replay").then().statusCode(202);
        await().until(() -> service.effects("poisoned").equals(List.of(1L, 2L)));
        as("city-admin").get("/api/v1/dead-letters/" + id).then().body("state", equalTo("replayed"));
        as("city-admin")
                .post("/api/v1/dead-letters/" + id + ":replay")
                .then()
                .statusCode(409)
                .body("code", equalTo("dead-letter-not-failed"));
        as("auditor").get("/api/v1/audit").then().body("items.action", hasItem("dead-letter.replay"));
    }

    @Test
    void deadLettersAreForThoseWhoMaySeeThem() {
        given().get("/api/v1/dead-letters").then().statusCode(401);
        as("district-441202").get("/api/v1/dead-letters").then().statusCode(403);
        as("auditor").post("/api/v1/dead-letters:replay").then().statusCode(403);
        as("city-admin").get("/api/v1/dead-letters?state=lost").then().statusCode(400);
        as("city-admin")
                .get("/api/v1/dead-letters/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void saysHowLongTheOldestEventHasWaitedAndStaysReady() throws SQLException {
        await().untilAsserted(
                        () -> outboxHealth().body("checks.find { it.name == 'outbox' }.data.state", equalTo("well")));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO outbox_parked VALUES ('stuck', 0, gen_random_uuid(), 'sample', now())");
            statement.execute("INSERT INTO outbox (id, shard_hash, topic, type, schema, source, occurred_at, aggregate,"
                    + " sequence, data) VALUES (gen_random_uuid(), 0, 'indicators.events', 'sample', 'sample', '/sample',"
                    + " now() - interval '1 hour', 'stuck', 1, '{}')");
            await().untilAsserted(() -> outboxHealth()
                    .body("checks.find { it.name == 'outbox' }.data.state", equalTo("degraded"))
                    .body("checks.find { it.name == 'outbox' }.data.oldestUnpublishedSeconds", greaterThan(3_500)));
            statement.execute("DELETE FROM outbox WHERE aggregate = 'stuck'");
            statement.execute("DELETE FROM outbox_parked");
        }
        await().untilAsserted(() ->
                outboxHealth().body("checks.find { it.name == 'outbox' }.data.oldestUnpublishedSeconds", lessThan(30)));
    }

    private static ValidatableResponse outboxHealth() {
        return given().get("/q/health/ready").then().statusCode(200);
    }

    private RequestSpecification as(String user) {
        Map<String, Object> claims = DemoUser.find(user).orElseThrow().claims();
        claims.put("upn", user);
        claims.put("iss", "finplan-gateway");
        claims.put("aud", "finplan-services");
        claims.put("iat", Instant.now().getEpochSecond());
        claims.put("exp", Instant.now().plusSeconds(600).getEpochSecond());
        return given().auth()
                .oauth2(SigningKey.readOrCreate(Path.of(keys), "sample").sign(claims));
    }
}
