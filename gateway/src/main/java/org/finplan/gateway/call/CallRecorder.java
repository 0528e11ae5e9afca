package org.finplan.gateway.call;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.finplan.gateway.accesslog.CallListener;
import org.finplan.gateway.database.Database;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Credential;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.access.RegionTree;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * Records the calls of the API: the end of a request leaves a line in a bounded queue, a worker writes what waits in
 * batches. While the database is unavailable the batch in hand is kept and tried again.
 */
@ApplicationScoped
class CallRecorder implements CallListener {

    private static final Logger LOG = Logger.getLogger(CallRecorder.class);
    private static final String API = "/api/";
    private static final int LONGEST_PATH = 500;
    private static final int BATCH = 2_000;
    private static final long PAUSE_MILLIS = 250;
    private static final long LAST_WRITE_SECONDS = 5;

    private final Vertx vertx;
    private final Database database;
    private final CallRepository calls;
    private final RegionTree regions;
    private final Clock clock;
    private final CallQueue queue;
    private final AtomicLong recorded = new AtomicLong();
    private final AtomicLong lostBefore = new AtomicLong();
    private volatile List<Call> inHand = List.of();
    private Future<Void> writing = Future.succeededFuture();

    CallRecorder(
            Vertx vertx,
            Database database,
            CallRepository calls,
            RegionTree regions,
            Clock clock,
            CallConfig config,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.database = database;
        this.calls = calls;
        this.regions = regions;
        this.clock = clock;
        this.queue = new CallQueue(config.queue());
        Gauge.builder("finplan.gateway.calls.waiting", queue, CallQueue::size)
                .description("Calls that wait to be recorded")
                .register(metrics);
        FunctionCounter.builder("finplan.gateway.calls.recorded", recorded, AtomicLong::doubleValue)
                .description("Calls that were recorded")
                .register(metrics);
        FunctionCounter.builder("finplan.gateway.calls.lost", queue, CallQueue::lost)
                .description("Calls that were not recorded, for want of room or by a fault")
                .register(metrics);
    }

    void begin(@Observes StartupEvent start) {
        vertx.setPeriodic(PAUSE_MILLIS, tick -> write());
    }

    /** Writes what still waits; what the database does not take in time is lost, and said so. */
    void end(@Observes ShutdownEvent stop) {
        try {
            while (!inHand.isEmpty() || queue.size() > 0) {
                write().toCompletionStage().toCompletableFuture().get(LAST_WRITE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warnf("%d calls could not be recorded before the stop", inHand.size() + queue.size());
        }
    }

    @Override
    public void ended(RoutingContext context, boolean completed, long nanos) {
        HttpServerRequest request = context.request();
        String path = request.path();
        if (path == null || !path.startsWith(API)) {
            return;
        }
        Exchange exchange = Exchange.of(context);
        Identity caller = Identity.of(context);
        queue.offer(new Call(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Identifiers.nextFast(),
                caller == null ? null : caller.client(),
                caller == null ? null : caller.subject(),
                regionsOf(caller),
                caller == null ? null : caller.key().orElse(null),
                clean(request.method().name()),
                clean(path),
                exchange.route(),
                completed ? context.response().getStatusCode() : null,
                TimeUnit.NANOSECONDS.toMillis(nanos),
                request.bytesRead(),
                context.response().bytesWritten(),
                exchange.trace().traceId()));
    }

    /** Who is bound to none belongs to the only city, where there is no other; the public belongs to none. */
    private String regionsOf(Identity caller) {
        if (caller == null || caller.credential() instanceof Credential.None) {
            return "";
        }
        Set<String> cities = regions.cities();
        Set<String> bound = caller.regions().isEmpty() && cities.size() == 1 ? cities : caller.regions();
        return String.join(",", bound);
    }

    /**
     * Writes what waits, batch by batch; joins whoever is at it already. What came meanwhile and fills no batch waits for the
     * next time: small batches in a row would cost as much as the calls themselves.
     */
    private synchronized Future<Void> write() {
        if (writing.isComplete()) {
            writing = batches();
        }
        return writing;
    }

    private Future<Void> batches() {
        if (inHand.isEmpty()) {
            inHand = queue.take(BATCH);
        }
        List<Call> batch = inHand;
        if (batch.isEmpty()) {
            return Future.succeededFuture();
        }
        return database.transaction(() -> calls.insert(batch))
                .recover(failure -> refused(batch, failure))
                .compose(written -> {
                    recorded.addAndGet(written);
                    inHand = List.of();
                    tellOfLosses();
                    return queue.size() >= BATCH ? batches() : Future.succeededFuture();
                });
    }

    /** A database that is unavailable is waited for; what it will not take must not stop all that comes after. */
    private Future<Integer> refused(List<Call> batch, Throwable failure) {
        if (failure instanceof ProblemException) {
            return Future.failedFuture(failure);
        }
        LOG.errorf(failure, "%d calls could not be recorded", batch.size());
        queue.lose(batch.size());
        return Future.succeededFuture(0);
    }

    private void tellOfLosses() {
        long lost = queue.lost();
        long told = lostBefore.getAndSet(lost);
        if (lost > told) {
            LOG.warnf("%d calls were not recorded: more came than could be written", lost - told);
        }
    }

    /** What came from outside must fit the table, whatever it is. */
    private static String clean(String value) {
        if (fits(value)) {
            return value;
        }
        StringBuilder text = new StringBuilder(LONGEST_PATH);
        for (int i = 0; i < value.length() && i < LONGEST_PATH; i++) {
            text.append(fits(value.charAt(i)) ? value.charAt(i) : '_');
        }
        return text.toString();
    }

    private static boolean fits(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!fits(value.charAt(i))) {
                return false;
            }
        }
        return value.length() <= LONGEST_PATH;
    }

    private static boolean fits(char c) {
        return !Character.isISOControl(c) && !Character.isSurrogate(c);
    }
}
