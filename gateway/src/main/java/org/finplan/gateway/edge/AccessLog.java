package org.finplan.gateway.edge;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * One line and one measurement for each request: who asked what, what was answered, how long it took, how many bytes went
 * each way, and under which trace. The query is left out, since it may hold what does not belong into a log.
 */
@ApplicationScoped
class AccessLog {

    private static final Logger LOG = Logger.getLogger("org.finplan.access");

    private final MeterRegistry metrics;
    private final CallSink calls;

    AccessLog(MeterRegistry metrics, CallSink calls) {
        this.metrics = metrics;
        this.calls = calls;
    }

    void record(RoutingContext context, boolean completed) {
        Exchange exchange = Exchange.of(context);
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response();
        Duration took = Duration.ofNanos(System.nanoTime() - exchange.startedNanos());
        String status = completed ? Integer.toString(response.getStatusCode()) : "aborted";
        LOG.infof(
                "%s client=%s subject=%s %s %s route=%s status=%s ms=%d in=%d out=%d trace=%s request=%s",
                address(request),
                clean(exchange.client()),
                clean(exchange.subject()),
                request.method().name(),
                clean(request.path()),
                exchange.route(),
                status,
                took.toMillis(),
                request.bytesRead(),
                response.bytesWritten(),
                exchange.trace().traceId(),
                exchange.requestId());
        Timer.builder("finplan.gateway.requests")
                .description("Requests by route, method and status")
                .tags("route", exchange.route(), "method", request.method().name(), "status", status)
                .register(metrics)
                .record(took);
        calls.over(context, completed, took.toNanos());
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress() == null ? "-" : request.remoteAddress().hostAddress();
    }

    /** A value from outside must not begin a line of its own in the log. */
    private static String clean(String value) {
        if (value == null) {
            return "-";
        }
        StringBuilder text = new StringBuilder(value.length());
        value.chars()
                .limit(1_000)
                .forEach(c -> text.append(Character.isISOControl(c) || Character.isWhitespace(c) ? '_' : (char) c));
        return text.toString();
    }
}
