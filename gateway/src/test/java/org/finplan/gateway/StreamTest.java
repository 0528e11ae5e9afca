package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stays open: event streams and WebSockets pass as they are, under the same rules as all else. */
@GatewayTest
class StreamTest {

    private static final int SECONDS = 60;

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.token("auditor");
    }

    /** The route gives up after 400 ms of silence; each line is read before the service is told to end. */
    @Test
    void anEventStreamIsNeitherHeldBackNorCutWhileItLives() {
        HttpResponse<Stream<String>> answer = Client.exchange(
                client.request("/api/v1/slow/events", token)
                        .header("Accept", "text/event-stream")
                        .GET(),
                HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            Iterator<String> each = lines.filter(line -> !line.isEmpty()).iterator();
            assertThat(each.next()).isEqualTo(": begun");
            for (int i = 0; i < 10; i++) {
                assertThat(each.next()).isEqualTo(": still here");
            }
            assertThat(client.get("/api/v1/slow/hush", token).status()).isEqualTo(200);
            String last = each.next();
            while (each.hasNext()) {
                last = each.next();
            }
            assertThat(last).isEqualTo("data: last");
        }
    }

    @Test
    void aWebSocketPassesWithAToken() throws Exception {
        Heard heard = new Heard();
        WebSocket socket = open(token, heard).join();
        JsonObject headers = new JsonObject(heard.next());
        assertThat(headers.getString("authorization")).startsWith("Bearer ").doesNotContain(token);
        assertThat(headers.fieldNames()).doesNotContain("x-finplan-role", "cookie");
        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        String long1 = "长".repeat(20_000);
        socket.sendText(long1, true).join();
        assertThat(heard.next()).isEqualTo(long1);
        socket.sendText("leave", true).join();
        assertThat(heard.closed.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(1000);
        Awaitility.await().atMost(Duration.ofSeconds(SECONDS)).untilAsserted(() -> assertThat(
                        client.get("/q/metrics", token).response().body())
                .containsPattern("requests_seconds_count\\{.*route=\"tasks\",status=\"101\"}")
                .containsPattern("finplan_gateway_instance_running\\{.*service=\"tasks\"} 0"));
    }

    @Test
    void aWebSocketWithoutATokenOrAPartnerIsRefusedLikeAnyRequest() {
        assertThat(refusal(open("no-token", new Heard()))).isEqualTo(401);
        assertThat(refusal(open(token, new Heard(), "/api/v1/tasks/nothing"))).isEqualTo(404);
        assertThat(refusal(open(token, new Heard(), "/api/v2/none"))).isEqualTo(404);
    }

    private static int refusal(CompletableFuture<WebSocket> opening) {
        CompletableFuture<Integer> status = opening.handle((socket, failure) ->
                ((WebSocketHandshakeException) failure.getCause()).getResponse().statusCode());
        assertThatThrownBy(opening::join).isNotNull();
        return status.join();
    }

    private CompletableFuture<WebSocket> open(String bearer, Heard heard) {
        return open(bearer, heard, "/api/v1/tasks/socket");
    }

    private CompletableFuture<WebSocket> open(String bearer, Heard heard, String path) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + bearer)
                .header("X-Finplan-Role", "city-admin")
                .header("Cookie", "a=b")
                .buildAsync(URI.create("ws://" + client.base().getAuthority() + path), heard);
    }

    /** What the other side said. */
    private static final class Heard implements WebSocket.Listener {

        private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
        private final CompletableFuture<Integer> closed = new CompletableFuture<>();
        private final StringBuilder part = new StringBuilder();

        String next() throws InterruptedException {
            return texts.poll(SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                texts.add(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.complete(status);
            return null;
        }
    }
}
