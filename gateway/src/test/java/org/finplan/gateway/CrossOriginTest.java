package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of origins that are set may call; of others, the answers do not say so. */
@GatewayTest
class CrossOriginTest {

    private static final String TOOLS = "https://tools.example";
    private static final String ALLOW = "Access-Control-Allow-Origin";

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.issuer().token("district", List.of("district-officer"), List.of("441202"));
    }

    @Test
    void aPreflightNeedsNoCredentials() {
        for (String origin : List.of(TOOLS, "http://localhost:3000")) {
            Client.Answer answer = preflight("/api/v1/observations", origin);
            assertThat(answer.status()).isEqualTo(204);
            assertThat(answer.header(ALLOW)).isEqualTo(origin);
            assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "PATCH");
            assertThat(answer.header("Access-Control-Allow-Headers"))
                    .contains("Authorization", "Idempotency-Key", "If-Match", "Content-Type");
            assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
            assertThat(answer.header("Vary")).contains("Origin");
            assertThat(answer.header("Date")).isNotNull();
        }
        assertThat(preflight("/api/v1/api-keys", TOOLS).status()).isEqualTo(204);
    }

    @Test
    void everyAnswerCanBeReadARefusalToo() {
        for (String path : List.of("/api/v1/tasks/echo", "/api/v1/events", "/api/v1/nowhere")) {
            for (String credential : new String[] {token, null}) {
                Client.Answer answer = Client.send(
                        client.request(path, credential).header("Origin", TOOLS).GET());
                assertThat(answer.header(ALLOW)).as(path).isEqualTo(TOOLS);
                assertThat(answer.header("Access-Control-Expose-Headers"))
                        .contains("ETag", "Location", "Retry-After", "RateLimit", "Idempotency-Replayed");
                assertThat(answer.header("Vary")).contains("Origin");
                assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
            }
        }
    }

    @Test
    void anOriginThatIsNotSetGetsNothing() {
        for (String origin :
                List.of("https://evil.example", "null", "https://tools.example.evil.example", TOOLS + ":444")) {
            Client.Answer asked = preflight("/api/v1/observations", origin);
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.header(ALLOW)).isNull();
            Client.Answer read = Client.send(client.request("/api/v1/tasks/echo", token)
                    .header("Origin", origin)
                    .GET());
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.header(ALLOW)).isNull();
            assertThat(read.header("Vary"))
                    .as("a cache must not give it to another")
                    .contains("Origin");
        }
    }

    @Test
    void publicRoutesHaveASettingOfTheirOwn() {
        Client.Answer asked = preflight("/api/v1/public/observations", "https://anybody.example");
        assertThat(asked.status()).isEqualTo(204);
        assertThat(asked.header(ALLOW)).isEqualTo("*");
        Client.Answer read = Client.send(client.request("/api/v1/public/observations/echo", null)
                .header("Origin", "https://anybody.example")
                .GET());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header(ALLOW)).isEqualTo("*");
        assertThat(read.header("Access-Control-Allow-Credentials")).isNull();
    }

    private Client.Answer preflight(String path, String origin) {
        return Client.send(client.request(path, null)
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
