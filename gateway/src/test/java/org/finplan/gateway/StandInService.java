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
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final AtomicLong sentBytes = new AtomicLong();
    private final Map<String, AtomicInteger> arrivals = new ConcurrentHashMap<>();
    private final AtomicLong brokenRequests = new AtomicLong();
    private final Queue<HttpServerRequest> silent = new ConcurrentLinkedQueue<>();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private volatile boolean ready = true;
    private volatile String outbox = "well";
    private volatile int padding;
    private volatile boolean talking;
    private HttpServer server;
    private int port;

    StandInService(Vertx vertx) {
        this.vertx = vertx;
        start();
        this.port = server.actualPort();
    }

    void start() {
        server = vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        // As the services do.
                        .setMaxInitialLineLength(16_384)
                        .setMaxHeaderSize(65_536))
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

    /** {@return how many requests to {@code …/silent} are known to have broken off} */
    long brokenRequests() {
        return brokenRequests.get();
    }

    /** Reads what is left of all that came to {@code …/silent}: a program that does not read hears of no end either. */
    void readOn() {
        for (HttpServerRequest request = silent.poll(); request != null; request = silent.poll()) {
            request.resume();
        }
    }

    /** {@return bytes of request bodies that arrived} */
    long bodyBytes() {
        return bodyBytes.get();
    }

    /** {@return bytes of large answers that were given to the network} */
    long sentBytes() {
        return sentBytes.get();
    }

    /** {@return how many requests came for a path with query} */
    int arrivals(String uri) {
        AtomicInteger count = arrivals.get(uri);
        return count == null ? 0 : count.get();
    }

    /** Says from now on that it takes requests, or that it does not. */
    void ready(boolean now) {
        ready = now;
    }

    /**
     * Says from now on how its outbox is.
     *
     * @param state {@code well} or {@code degraded}
     * @param more characters that the answer is longer than it needs to be
     */
    void outbox(String state, int more) {
        outbox = state;
        padding = more;
    }

    private void health(HttpServerRequest request) {
        JsonObject data = JsonObject.of("state", outbox, "oldestUnpublishedSeconds", 0);
        JsonObject check = JsonObject.of("name", "outbox", "status", "UP", "data", data);
        JsonObject all =
                JsonObject.of("status", ready ? "UP" : "DOWN", "checks", JsonArray.of(check), "x", "x".repeat(padding));
        request.response()
                .setStatusCode(ready ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(all.encode());
    }

    /** {@return how many requests wait at {@code …/hold}} */
    int held() {
        return held.size();
    }

    /** Answers all that wait at {@code …/hold}. */
    void letGo() {
        for (HttpServerRequest request = held.poll(); request != null; request = held.poll()) {
            request.response().end("let go");
        }
    }

    private void handle(HttpServerRequest request) {
        arrivals.computeIfAbsent(request.uri(), uri -> new AtomicInteger()).incrementAndGet();
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
            case "silent" -> {
                request.exceptionHandler(broken -> brokenRequests.incrementAndGet());
                request.pause();
                silent.add(request);
            }
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
            case "hold" -> held.add(request);
            case "vanish" -> request.connection().close();
            case "events" -> talk(request);
            case "hush" -> {
                talking = false;
                request.response().end();
            }
            case "socket" -> socket(request);
            case "ready" -> health(request);
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
            sent.names().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), new JsonArray(sent.getAll(name))));
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
                sentBytes.addAndGet(size);
                response.write(size == CHUNK ? chunk : chunk.slice(0, size));
            }
            if (left.get() == 0 && !response.ended()) {
                response.end();
            }
        };
        response.drainHandler(drained -> fill.run());
        fill.run();
    }

    /** An event stream: a heartbeat now and then, until somebody asks for silence. */
    private void talk(HttpServerRequest request) {
        talking = true;
        HttpServerResponse response =
                request.response().setChunked(true).putHeader("Content-Type", "text/event-stream");
        response.write(": begun\n\n");
        vertx.setPeriodic(100, timer -> {
            if (talking) {
                response.write(": still here\n\n");
            } else {
                vertx.cancelTimer(timer);
                response.end("data: last\n\n");
            }
        });
    }

    /** A WebSocket that first tells which headers came, then says again what it hears, and leaves when told "leave". */
    private static void socket(HttpServerRequest request) {
        JsonObject headers = new JsonObject();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        request.toWebSocket().onSuccess(socket -> {
            socket.textMessageHandler(text -> {
                if (text.equals("leave")) {
                    socket.close();
                } else {
                    socket.writeTextMessage(text);
                }
            });
            socket.writeTextMessage(headers.encode());
        });
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
