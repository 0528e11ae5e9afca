package org.finplan.gateway.server;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.value.registry.ValueRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.gateway.connection.EventLoops;
import org.finplan.gateway.request.RequestLimitsConfig;
import org.jboss.logging.Logger;

/**
 * The HTTP server of the gateway. Quarkus' own server lets nobody near its connections and answers what it cannot read
 * without a word, so it is switched off; its router and all that hangs on it are served here. It opens when all else has
 * started, and closes when the requests under way are over, before anything that they need ends.
 */
@Singleton
class GatewayServer {

    private static final Logger LOG = Logger.getLogger(GatewayServer.class);
    private static final int FIRST = 1;
    private static final int LAST = Integer.MAX_VALUE;
    private static final int SHARED_RANDOM_PORT = -1;
    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final int LONGEST_LINE = 128 * 1024;
    private static final int LARGEST_HEAD = 256 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final int MOST_SECONDS = 30;

    private final Vertx vertx;
    private final HttpConfig config;
    private final RequestLimitsConfig limits;
    private final EventLoops loops;
    private final UnreadableRequests unreadable;
    private final AtomicInteger port = new AtomicInteger();
    private String deployment;

    GatewayServer(
            Vertx vertx,
            HttpConfig config,
            RequestLimitsConfig limits,
            EventLoops loops,
            UnreadableRequests unreadable) {
        this.vertx = vertx;
        this.config = config;
        this.limits = limits;
        this.loops = loops;
        this.unreadable = unreadable;
    }

    void open(@Observes @Priority(LAST) StartupEvent start) {
        HttpServerOptions options = options();
        deployment = await(vertx.deployVerticle(
                () -> new HttpListener(options, limits.headTime(), unreadable::answer, this::listening),
                new DeploymentOptions().setInstances(loops.count())));
        LOG.infof("Listening on http://%s:%d", config.host(), port.get());
    }

    void close(@Observes @Priority(FIRST) ShutdownEvent stop) {
        if (deployment != null) {
            await(vertx.undeploy(deployment));
        }
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(config.host())
                .setPort(config.port() == 0 ? SHARED_RANDOM_PORT : config.port())
                .setIdleTimeout(Math.toIntExact(IDLE.toSeconds()))
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                // Above these the codec cuts off; the limits of finplan.gateway.limits lie below, so that they answer
                // as problems.
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LARGEST_HEAD)
                // What is read at once is passed on in one piece.
                .setMaxChunkSize(PIECE)
                // HTTP/2 is spoken by the proxy that ends TLS; in the clear it would only add a second way to frame a
                // request.
                .setHttp2ClearTextEnabled(false)
                // WebSockets are passed on as they are; their extensions are for the service to negotiate.
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false);
    }

    /** Every event loop listens on the same port; Quarkus and its tests learn of it once. */
    private void listening(HttpServer server) {
        if (port.compareAndSet(0, server.actualPort())) {
            ValueRegistry values = Application.currentApplication().getValueRegistry();
            values.register(io.quarkus.vertx.http.HttpServer.HTTP_PORT, server.actualPort());
            values.register(io.quarkus.vertx.http.HttpServer.HTTP_TEST_PORT, server.actualPort());
            values.register(
                    io.quarkus.vertx.http.HttpServer.LOCAL_BASE_URI,
                    URI.create("http://" + config.host() + ":" + server.actualPort()));
        }
    }

    private static <T> T await(Future<T> change) {
        try {
            return change.toCompletionStage().toCompletableFuture().get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The HTTP server does not open or close", failed);
        }
    }
}
