package org.finplan.gateway.server;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.function.Consumer;
import org.finplan.gateway.connection.Connection;

/** The server on one event loop; those of all loops share the port. Vert.x closes it when it is undeployed. */
final class HttpListener extends AbstractVerticle {

    private final HttpServerOptions options;
    private final Duration headTime;
    private final Consumer<HttpServerRequest> unreadable;
    private final Consumer<HttpServer> listening;

    /**
     * A listener that does not listen yet.
     *
     * @param options of the server
     * @param headTime longest time that the head of a request may take
     * @param unreadable answers requests whose head cannot be read
     * @param listening told when it listens
     */
    HttpListener(
            HttpServerOptions options,
            Duration headTime,
            Consumer<HttpServerRequest> unreadable,
            Consumer<HttpServer> listening) {
        this.options = options;
        this.headTime = headTime;
        this.unreadable = unreadable;
        this.listening = listening;
    }

    @Override
    public void start(Promise<Void> started) {
        // The handler of Quarkus: its router, and around it a context for each request and the count of those under
        // way.
        vertx.createHttpServer(options)
                .connectionHandler(this::prepare)
                .requestHandler(VertxHttpRecorder.getRootHandler())
                .invalidRequestHandler(unreadable::accept)
                .listen()
                .onSuccess(listening::accept)
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void prepare(HttpConnection connection) {
        RequestHeads.watch(Connection.pipeline(connection), headTime);
        Connection.sendAtTheEndOfATurn(connection);
    }
}
