package org.finplan.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a real server: {@code /bytes/N} answers N bytes, {@code /chunks/N} N chunks of 10,000, {@code /count} the size of what was sent, else 404. */
class ConnectionTest {

    private static Vertx vertx;
    private static HttpServer server;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        server = vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().startsWith("/bytes/")) {
                        int size = Integer.parseInt(request.path().substring("/bytes/".length()));
                        request.response().end(Buffer.buffer(new byte[size]));
                    } else if (request.path().startsWith("/chunks/")) {
                        int chunks = Integer.parseInt(request.path().substring("/chunks/".length()));
                        request.response().setChunked(true);
                        for (int i = 0; i < chunks; i++) {
                            request.response().write("x".repeat(10_000));
                        }
                        request.response().end();
                    } else if (request.path().equals("/count")) {
                        request.body().onSuccess(body -> request.response().end("x".repeat(body.length())));
                    } else {
                        request.response().setStatusCode(404).end("none");
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsEachAnswerToItsEnd() throws IOException {
        try (Connection connection = new Connection(server.actualPort())) {
            for (int size : new int[] {0, 1, 1024, 65_536, 1_000_000}) {
                byte[] head = Connection.head("GET", "/bytes/" + size, "token", 0);

                assertThat(connection.exchange(head)).isEqualTo(size);
            }
        }
    }

    @Test
    void readsAnAnswerInPieces() throws IOException {
        try (Connection connection = new Connection(server.actualPort())) {
            for (int chunks : new int[] {0, 1, 30}) {
                byte[] head = Connection.head("GET", "/chunks/" + chunks, "token", 0);

                assertThat(connection.exchange(head)).isEqualTo(10_000L * chunks);
                assertThat(connection.read(head)).asString().isEqualTo("x".repeat(10_000 * chunks));
            }
        }
    }

    @Test
    void sendsTheWholeBody() throws IOException {
        try (Connection connection = new Connection(server.actualPort())) {
            byte[] head = Connection.head("POST", "/count", "token", 200_001);

            assertThat(connection.upload(head, 200_001)).isEqualTo(200_001);
        }
    }

    @Test
    void anyOtherAnswerIsAnError() throws IOException {
        try (Connection connection = new Connection(server.actualPort())) {
            byte[] head = Connection.head("GET", "/elsewhere", "token", 0);

            assertThatThrownBy(() -> connection.exchange(head)).hasMessageContaining("404");
        }
    }

    @Test
    void aSteadyLoadCountsFromWhenEachRequestWasDue() throws IOException {
        byte[] head = Connection.head("GET", "/bytes/10", "token", 0);

        long[] taken = new SteadyLoad(640, 1, head).run(server.actualPort());

        assertThat(taken).hasSize(640 * 4 / 5).isSorted();
        assertThat(taken[0]).isPositive();
    }
}
