package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances of a service, of which some are away, slow or dying. */
@QuarkusTest
@WithTestResource(value = Surroundings.class, initArgs = @ResourceArg(name = "failing", value = "true"))
class InstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.token("city-admin");
        awaitInstances("tasks", 2);
    }

    @AfterEach
    void letGo() {
        surroundings.risk().letGo();
    }

    @Test
    void bothInstancesWorkAndOneThatSaysItIsNotReadyDoesNot() {
        spread("/api/v1/tasks/echo?both");
        assertThat(surroundings.tasks().arrivals("/api/v1/tasks/echo?both")).isPositive();
        assertThat(surroundings.secondTasks().arrivals("/api/v1/tasks/echo?both"))
                .isPositive();
        surroundings.secondTasks().ready(false);
        awaitInstances("tasks", 1);
        spread("/api/v1/tasks/echo?one");
        assertThat(surroundings.secondTasks().arrivals("/api/v1/tasks/echo?one"))
                .isZero();
        surroundings.secondTasks().ready(true);
        awaitInstances("tasks", 2);
        spread("/api/v1/tasks/echo?again");
        assertThat(surroundings.secondTasks().arrivals("/api/v1/tasks/echo?again"))
                .isPositive();
        assertThat(metrics()).contains("finplan_gateway_instance_up");
    }

    /** A refused connection carried nothing, so that even a write may go elsewhere. */
    @Test
    void whenAnInstanceIsGoneNeitherReadNorWriteFails() {
        for (int round = 0; round < 5; round++) {
            surroundings.secondTasks().stop();
            for (int i = 0; i < 10; i++) {
                String uri = "/api/v1/tasks/echo?gone=" + round + "." + i;
                assertThat(client.get(uri, token).status()).isEqualTo(200);
                assertThat(post(uri).status()).isEqualTo(200);
            }
            surroundings.secondTasks().start();
            awaitInstances("tasks", 2);
        }
    }

    @Test
    void aReadWhoseConnectionBreaksIsSentOnceMoreAndAWriteNever() {
        Client.Answer read = client.get("/api/v1/tasks/vanish?read", token);
        assertThat(read.status()).isEqualTo(503);
        assertThat(read.header("Retry-After")).isEqualTo("2");
        assertThat(surroundings.tasks().arrivals("/api/v1/tasks/vanish?read")).isEqualTo(1);
        assertThat(surroundings.secondTasks().arrivals("/api/v1/tasks/vanish?read"))
                .isEqualTo(1);
        assertThat(metrics()).containsPattern("finplan_gateway_retries_total\\{service=\"tasks\"} [1-9]");

        Client.Answer write = post("/api/v1/tasks/vanish?write");
        assertThat(write.status()).isEqualTo(503);
        assertThat(write.json().getString("detail")).contains("Idempotency-Key");
        assertThat(surroundings.tasks().arrivals("/api/v1/tasks/vanish?write")
                        + surroundings.secondTasks().arrivals("/api/v1/tasks/vanish?write"))
                .isEqualTo(1);
    }

    @Test
    void aSilentServiceIsLeftAloneUntilAReaderFindsItWell() {
        for (int i = 0; i < 2; i++) {
            assertThat(client.get("/api/v1/silent/hold", token).status()).isEqualTo(504);
        }
        Client.Answer open = client.get("/api/v1/silent/echo?open", token);
        assertThat(open.status()).isEqualTo(503);
        assertThat(open.json().getString("code")).isEqualTo("service-unavailable");
        assertThat(surroundings.indicators().arrivals("/api/v1/silent/echo?open"))
                .isZero();
        assertThat(client.get("/api/v1/tasks/echo", token).status()).isEqualTo(200);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> client.get("/api/v1/silent/echo?trial", token).status() == 200);
        assertThat(post("/api/v1/silent/echo").status()).isEqualTo(200);
    }

    /** Two requests run, one waits, the rest is refused at once; the other services do not notice. */
    @Test
    void aSaturatedServiceTakesNoPlaceOfTheOthers() {
        List<CompletableFuture<Client.Answer>> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(CompletableFuture.supplyAsync(
                    () -> client.get("/api/v1/alerts/hold", token), run -> new Thread(run, "caller").start()));
        }
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> many.stream().filter(CompletableFuture::isDone).count() >= 5);
        for (int i = 0; i < 20; i++) {
            assertThat(client.get("/api/v1/tasks/echo?beside", token).status()).isEqualTo(200);
        }
        Awaitility.await().atMost(PATIENCE).until(() -> {
            surroundings.risk().letGo();
            return many.stream().allMatch(CompletableFuture::isDone);
        });
        List<Client.Answer> refused = many.stream()
                .map(CompletableFuture::join)
                .filter(answer -> answer.status() != 200)
                .toList();
        assertThat(refused).hasSizeBetween(5, 6).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.json().getString("detail")).contains("繁忙");
        });
    }

    private void spread(String uri) {
        for (int i = 0; i < 40; i++) {
            assertThat(client.get(uri, token).status()).isEqualTo(200);
        }
    }

    private Client.Answer post(String uri) {
        return Client.send(client.request(uri, token).POST(BodyPublishers.ofString("{}")));
    }

    private String metrics() {
        return client.get("/q/metrics", token).response().body();
    }

    private void awaitInstances(String service, int count) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            JsonObject health = client.get("/health", null).json();
            assertThat(health.getJsonObject("instances").getJsonObject(service).getInteger("up"))
                    .isEqualTo(count);
        });
    }
}
