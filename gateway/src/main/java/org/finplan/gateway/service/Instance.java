package org.finplan.gateway.service;

import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * One running copy of a service, and what the gateway knows of it. A request takes it with {@link #take} and gives it back
 * with exactly one of {@link #answered}, {@link #unanswered} and {@link #abandoned}, and with {@link #release} at its end.
 */
public final class Instance {

    private static final Logger LOG = Logger.getLogger(Instance.class);

    private final String service;
    private final String origin;
    private final RequestOptions target;
    private final RequestOptions health;
    private final Clients clients;
    private final HealthTally tally;
    private final Breaker breaker;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean degraded;

    Instance(
            String service,
            String origin,
            RequestOptions target,
            RequestOptions health,
            Clients clients,
            HealthTally tally,
            Breaker breaker) {
        this.service = service;
        this.origin = origin;
        this.target = target;
        this.health = health;
        this.clients = clients;
        this.tally = tally;
        this.breaker = breaker;
    }

    /**
     * Connections of the gateway to the instances of a service.
     *
     * @param requests for requests
     * @param streams for event streams and WebSockets, which stay open
     * @param checks for health, so that a busy service can still say that it is well
     */
    record Clients(Connections requests, Connections streams, Connections checks) {
        void close() {
            requests.close();
            streams.close();
            checks.close();
        }
    }

    /** {@return scheme, host and port} */
    public String origin() {
        return origin;
    }

    /** {@return whether it is well and its circuit closed} */
    public boolean up() {
        return tally.up() && breaker.closed();
    }

    /** {@return whether it is well and says that something beside requests suffers} */
    boolean degraded() {
        return degraded && up();
    }

    /** {@return requests under way} */
    int running() {
        return running.get();
    }

    boolean available(boolean safe, long now) {
        return tally.up() && breaker.admits(safe, now);
    }

    boolean take(boolean safe, long now) {
        if (!breaker.pass(safe, now)) {
            return false;
        }
        running.incrementAndGet();
        return true;
    }

    /**
     * Opens a request whose method and path are set later. Nothing is sent yet.
     *
     * @param stream whether the answer stays open, as event streams and WebSockets do
     * @return the request; failed when no connection comes about, see {@link #busy}
     */
    public Future<HttpClientRequest> open(boolean stream) {
        return (stream ? clients.streams() : clients.requests()).request(target);
    }

    /**
     * Tells an instance that has no place left from one that cannot be reached.
     *
     * @param failure of {@link #open}
     * @return whether there was no place
     */
    public static boolean busy(Throwable failure) {
        return failure instanceof ConnectionPoolTooBusyException || failure instanceof TimeoutException;
    }

    /** The head of an answer came. */
    public void answered() {
        breaker.succeeded();
    }

    /** The request was sent and got no answer. */
    public void unanswered() {
        breaker.failed(System.nanoTime());
    }

    /** The request ended for a reason that says nothing about the instance. */
    public void abandoned() {
        breaker.abandoned();
    }

    /** No connection came about: nobody else is sent here before a health check is answered well. */
    public void refused() {
        breaker.abandoned();
        if (tally.refused()) {
            LOG.warnf("%s at %s refuses connections", service, origin);
        }
    }

    /** The request is over. */
    public void release() {
        running.decrementAndGet();
    }

    /** {@return asks for the health and tells whether the instance may get requests now} */
    public Future<Boolean> check() {
        return clients.checks()
                .request(health)
                .onFailure(failure -> {
                    if (failure instanceof ConnectException) {
                        refused();
                    }
                })
                .compose(HttpClientRequest::send)
                .compose(Readiness::read)
                .otherwise(Readiness.NONE)
                .map(this::checked);
    }

    private boolean checked(Readiness said) {
        boolean good = said.ready();
        degraded = said.degraded();
        if (tally.record(good)) {
            LOG.infof("%s at %s is %s", service, origin, good ? "up" : "down");
        }
        if (good) {
            breaker.healthy(System.nanoTime());
        }
        return tally.up();
    }

    static RequestOptions question(RequestOptions target, String path, long timeoutMillis) {
        return new RequestOptions(target)
                .setMethod(HttpMethod.GET)
                .setURI(path)
                .setConnectTimeout(timeoutMillis)
                .setTimeout(timeoutMillis);
    }
}
