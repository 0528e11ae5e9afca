package org.finplan.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The other side of the proxy: a real HTTP server on loopback whose paths end in what it shall do, such as {@code …/echo}
 * or {@code …/silent}.
 */
final class StandInService {

    private static final int CHUNK = 64 * 1024;

    private final Vertx vertx;
    private final Map<String, String> fixed = new ConcurrentHashMap<>();
    private final AtomicLong completedBodies = new AtomicLong();
    private final AtomicLong bodyBytes = new AtomicLong();
    private HttpServer server;
    private int port;

    StandInService(Vertx vertx) {
        this.vertx = vertx;
        start();
        this.port = server.actualPort();
    }

    void start() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    void stop() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Answers a path with query with a JSON text. */
    void answer(String uri, String json) {
        fixed.put(uri, json);
    }

    /** {@return how many request bodies arrived to their end} */
    long completedBodies() {
        return completedBodies.get();
    }

    /** {@return bytes of request bodies that arrived} */
    long bodyBytes() {
        return bodyBytes.get();
    }

    private void handle(HttpServerRequest request) {
        String json = fixed.get(request.uri());
        if (json != null) {
            request.response().putHeader("Content-Type", "application/json").end(json);
            return;
        }
        String path = request.path();
        switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "echo" -> echo(request);
            case "count" -> count(request);
            case "large" -> large(request, Long.parseLong(request.getParam("bytes")));
            case "silent" -> request.pause();
            case "broken" -> broken(request);
            case "hop" -> hop(request);
            case "created" ->
                request.response()
                        .setStatusCode(201)
                        .putHeader("Location", url() + "/api/v1/tasks/1")
                        .end();
            case "not-modified" ->
                request.response().setStatusCode(304).putHeader("ETag", "\"1\"").end();
            case "no-content" -> request.response().setStatusCode(204).end();
            case "ready" ->
                request.response().putHeader("Content-Type", "application/json").end("{\"status\":\"UP\"}");
            default ->
                request.response()
                        .setStatusCode(404)
                        .putHeader("Content-Type", "application/problem+json")
                        .end("{\"code\":\"from-service\"}");
        }
    }

    /** Tells the caller what arrived. */
    private void echo(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            JsonObject headers = new JsonObject();
            MultiMap sent = request.headers();
            sent.names()
                    .forEach(name ->
                            headers.put(name.toLowerCase(java.util.Locale.ROOT), new JsonArray(sent.getAll(name))));
            JsonObject answer = JsonObject.of(
                    "method",
                    request.method().name(),
                    "uri",
                    request.uri(),
                    "headers",
                    headers,
                    "body",
                    body.toString());
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-Request-Id", "set-by-the-service")
                    .end(answer.encode());
        });
    }

    private void count(HttpServerRequest request) {
        AtomicLong count = new AtomicLong();
        request.handler(piece -> {
            count.addAndGet(piece.length());
            bodyBytes.addAndGet(piece.length());
        });
        request.endHandler(end -> {
            completedBodies.incrementAndGet();
            request.response()
                    .putHeader("Content-Type", "application/json")
                    .end(JsonObject.of("bytes", count.get()).encode());
        });
    }

    private void large(HttpServerRequest request, long bytes) {
        HttpServerResponse response = request.response().setChunked(true);
        AtomicLong left = new AtomicLong(bytes);
        Buffer chunk = Buffer.buffer(new byte[CHUNK]);
        Runnable fill = () -> {
            while (left.get() > 0 && !response.writeQueueFull()) {
                int size = (int) Math.min(left.get(), CHUNK);
                left.addAndGet(-size);
                response.write(size == CHUNK ? chunk : chunk.slice(0, size));
            }
            if (left.get() == 0 && !response.ended()) {
                response.end();
            }
        };
        response.drainHandler(drained -> fill.run());
        fill.run();
    }

    /** Begins an answer and dies. */
    private static void broken(HttpServerRequest request) {
        request.response().putHeader("Content-Length", "1000").write("begun").onComplete(written -> request.connection()
                .close());
    }

    private static void hop(HttpServerRequest request) {
        request.response()
                .putHeader("Connection", "X-Secret-Hop")
                .putHeader("X-Secret-Hop", "1")
                .putHeader("Keep-Alive", "timeout=7")
                .putHeader("Proxy-Authenticate", "Basic")
                .putHeader("Trailer", "X-T")
                .putHeader("Upgrade", "h2c")
                .putHeader("Server", "stand-in")
                .putHeader("ETag", "\"7\"")
                .end("hop");
    }
}
