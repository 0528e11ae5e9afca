package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every operation that the gateway answers itself, whatever it is about. */
@GatewayTest
class OwnOperationTest {

    private static final String KEYS = "/api/v1/api-keys";
    private static final int OWNERS = 6;
    private static final int CALLS_OF_EACH = 40;

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
        client.awaitOk(KEYS, admin);
    }

    /** In ASCII, since what is sent by hand counts its octets. */
    private static JsonObject newKey(String owner) {
        return SampleKey.of(owner, "integrator", "operations:read").put("name", "sample");
    }

    private String secretFor(String owner) {
        Client.Answer made = Client.send(client.request(KEYS, admin)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(newKey(owner).encode())));
        assertThat(made.status()).isEqualTo(201);
        return made.json().getString("secret");
    }

    /** The first calls with a key wait together for one look-up, and go on together when it is over. */
    @Test
    void callersThatWaitForTheSameLookUpStayThemselves() {
        List<String> owners = IntStream.range(0, OWNERS)
                .mapToObj(i -> "owner-" + i + "-" + UUID.randomUUID())
                .toList();
        List<String> secrets = owners.stream().map(this::secretFor).toList();
        ExecutorService callers = Executors.newFixedThreadPool(48);
        try {
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int call = 0; call < CALLS_OF_EACH; call++) {
                for (int i = 0; i < OWNERS; i++) {
                    String owner = owners.get(i);
                    String secret = secrets.get(i);
                    calls.add(CompletableFuture.runAsync(() -> assertSeesOwnKeyOnly(owner, secret), callers));
                }
            }
            calls.forEach(CompletableFuture::join);
        } finally {
            callers.shutdownNow();
        }
    }

    private void assertSeesOwnKeyOnly(String owner, String secret) {
        JsonArray keys = client.get(KEYS, secret).json().getJsonArray("items");
        assertThat(keys).hasSize(1);
        assertThat(keys.getJsonObject(0).getString("owner")).isEqualTo(owner);
    }

    @Test
    void aBodyThatIsNotWholeInTimeIsAnswered408() {
        Wire.Reply reply = Wire.send(
                client.base(),
                "POST " + KEYS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + admin
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        assertThat(reply.status()).isEqualTo(408);
        assertThat(reply.text()).contains("application/problem+json", "\"request-timeout\"");
        assertThat(reply.answers()).isEqualTo(1);
        assertThat(reply.closed()).isTrue();
    }

    @Test
    void whoWaitsForLeaveToSendTheBodyGetsIt() {
        String body = newKey("waits-" + UUID.randomUUID()).encode();
        Wire.Reply reply = Wire.send(
                client.base(),
                "POST " + KEYS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + admin
                        + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nConnection: close\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        assertThat(reply.text()).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 201 ");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        Wire.Reply reply = Wire.send(
                client.base(),
                "POST " + KEYS + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + admin
                        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 70000\r\n\r\n"
                        + " ".repeat(70_000));
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.text()).contains("application/problem+json");
    }

    @Test
    void whatIsAskedForWithoutItsMethodOrItsPathIsRefusedAsElsewhere() {
        Client.Answer method = Client.send(client.request(KEYS, admin).DELETE());
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.header("Allow")).isEqualTo("GET, HEAD, POST");
        assertThat(client.get(KEYS + "/no-uuid", admin).status()).isEqualTo(404);
        assertThat(client.get(KEYS + "/a/b", admin).status()).isEqualTo(404);
        Client.Answer type = Client.send(
                client.request(KEYS, admin).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")));
        assertThat(type.status()).isEqualTo(415);
        Client.Answer form = Client.send(
                client.request(KEYS, admin).header("Accept", "image/png").GET());
        assertThat(form.status()).isEqualTo(406);
    }
}
