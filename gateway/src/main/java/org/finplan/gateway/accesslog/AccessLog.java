package org.finplan.gateway.accesslog;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.request.RequestChecks;

/**
 * One line and one measurement for each request: who asked what, what was answered, how long it took, how many bytes went
 * each way, and under which trace. The query is left out, since it may hold what does not belong into a log.
 */
@Singleton
public class AccessLog {

    private static final String NAME = "org.finplan.access";
    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(NAME);
    private static final int LONGEST_VALUE = 1_000;

    private final MeterRegistry metrics;
    private final CallListener calls;
    private final AccessLines lines;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    AccessLog(
            MeterRegistry metrics,
            CallListener calls,
            @ConfigProperty(name = "quarkus.log.console.json.enabled") boolean json) {
        this.metrics = metrics;
        this.calls = calls;
        this.lines = new AccessLines(System.out, json);
        FunctionCounter.builder("finplan.gateway.access.lost", lines, AccessLines::lost)
                .description("Lines of the access log that were lost, because the output did not keep up")
                .register(metrics);
    }

    /** Other handlers may be added to the logger; the console's would write each line a second time. */
    @PostConstruct
    void begin() {
        Logger logger = Logger.getLogger(NAME);
        logger.setUseParentHandlers(false);
        logger.addHandler(lines);
    }

    @PreDestroy
    void end() {
        Logger.getLogger(NAME).removeHandler(lines);
        lines.close();
    }

    /**
     * Records a request that is over.
     *
     * @param context the request
     * @param completed whether its answer was sent as a whole
     */
    public void record(RoutingContext context, boolean completed) {
        long took = measure(Exchange.of(context), context.request(), context.response(), completed);
        calls.ended(context, completed, took);
    }

    /**
     * Records a request that was never routed.
     *
     * @param exchange of the request
     * @param request that is over
     * @param response that was sent
     * @param completed whether it was sent as a whole
     * @return how long it took in nanoseconds
     */
    public long measure(Exchange exchange, HttpServerRequest request, HttpServerResponse response, boolean completed) {
        long took = System.nanoTime() - exchange.startedNanos();
        String status = completed ? Integer.toString(response.getStatusCode()) : "aborted";
        if (LOG.isInfoEnabled()) {
            LOG.info(line(exchange, request, response, status, TimeUnit.NANOSECONDS.toMillis(took)));
        }
        // A method that nobody knows must not make a series of its own: callers could make any number of them.
        String method = RequestChecks.METHODS.contains(request.method())
                ? request.method().name()
                : "other";
        timers.computeIfAbsent(new Kind(exchange.route(), method, status), this::timer)
                .record(took, TimeUnit.NANOSECONDS);
        return took;
    }

    private Timer timer(Kind kind) {
        return Timer.builder("finplan.gateway.requests")
                .description("Requests by route, method and status")
                .tags("route", kind.route(), "method", kind.method(), "status", kind.status())
                .register(metrics);
    }

    private static String line(
            Exchange exchange, HttpServerRequest request, HttpServerResponse response, String status, long millis) {
        StringBuilder line = new StringBuilder(240);
        line.append(exchange.connection().address());
        clean(line.append(" client="), exchange.client());
        clean(line.append(" subject="), exchange.subject());
        clean(line.append(' ').append(request.method().name()).append(' '), readable(request) ? request.path() : null);
        return line.append(" route=")
                .append(exchange.route())
                .append(" status=")
                .append(status)
                .append(" ms=")
                .append(millis)
                .append(" in=")
                .append(request.bytesRead())
                .append(" out=")
                .append(response.bytesWritten())
                .append(" trace=")
                .append(exchange.trace().traceId())
                .append(" request=")
                .append(exchange.requestId())
                .toString();
    }

    /** The codec makes up a path for a request that it could not read. */
    private static boolean readable(HttpServerRequest request) {
        return request.decoderResult() == null || request.decoderResult().isSuccess();
    }

    /** A value from outside must not begin a line of its own in the log. */
    private static void clean(StringBuilder line, String value) {
        if (value == null) {
            line.append('-');
            return;
        }
        for (int i = 0; i < Math.min(value.length(), LONGEST_VALUE); i++) {
            char c = value.charAt(i);
            line.append(Character.isISOControl(c) || Character.isWhitespace(c) ? '_' : c);
        }
    }

    private record Kind(String route, String method, String status) {}
}
