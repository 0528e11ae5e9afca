package org.finplan.gateway.service;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.gateway.connection.Connection;

/**
 * Connections to the instances of a service, shared out among the event loops: a request and its answer stay on the thread
 * that the caller's connection belongs to. A pool for all loops would give out any of its connections, and each piece of
 * an answer would wake another thread.
 */
final class Connections {

    /** Smaller shares would let one loop wait while another has places left. */
    private static final int LEAST_SHARE = 16;

    private final List<HttpClient> clients = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final ThreadLocal<HttpClient> ofLoop = ThreadLocal.withInitial(this::share);

    /**
     * Connections that are made when they are needed.
     *
     * @param vertx whose event loops serve the callers
     * @param loops how many they are
     * @param options of each connection
     * @param most connections to one instance, of all loops together
     * @param waiting most requests that wait for one, of all loops together
     */
    Connections(Vertx vertx, int loops, HttpClientOptions options, int most, int waiting) {
        int shares = Math.max(1, Math.min(loops, most / LEAST_SHARE));
        for (int i = 0; i < shares; i++) {
            PoolOptions pool = new PoolOptions()
                    .setHttp1MaxSize(share(most, shares, i))
                    .setMaxWaitQueueSize(share(waiting, shares, i));
            clients.add(vertx.httpClientBuilder()
                    .with(options)
                    .with(pool)
                    .withConnectHandler(Connection::sendAtTheEndOfATurn)
                    .build());
        }
    }

    /** The next share, for an event loop that asks for the first time. */
    private HttpClient share() {
        return clients.get(Math.floorMod(next.getAndIncrement(), clients.size()));
    }

    private static int share(int all, int shares, int number) {
        return all / shares + (number < all % shares ? 1 : 0);
    }

    /**
     * Opens a request.
     *
     * @param target where to
     * @return the request; failed when no connection comes about
     */
    Future<HttpClientRequest> request(RequestOptions target) {
        HttpClient client = Context.isOnEventLoopThread() ? ofLoop.get() : clients.get(0);
        return client.request(target);
    }

    void close() {
        clients.forEach(HttpClient::close);
    }
}
