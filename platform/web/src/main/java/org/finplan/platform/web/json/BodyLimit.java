package org.finplan.platform.web.json;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Refuses a body by its announced length before the framework does, which would answer without a problem. Of a body that
 * announces none, {@link BodyReading} counts what it reads; the framework's own count, which answers without a problem
 * too, is kept for forms only, which no interceptor sees.
 */
@ApplicationScoped
class BodyLimit {

    private static final int BEFORE_THE_FRAMEWORK = 9_000;
    private static final int AFTER_THE_FRAMEWORK = 1;

    private final BodyLimits limits;

    BodyLimit(BodyLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::refuse, BEFORE_THE_FRAMEWORK);
        filters.register(BodyLimit::leaveCountingToReader, AFTER_THE_FRAMEWORK);
    }

    private void refuse(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length != null && isTooLong(length, limits.of(context))) {
            context.fail(413);
        } else {
            context.next();
        }
    }

    private static boolean isTooLong(String length, long limit) {
        try {
            return Long.parseLong(length.trim()) > limit;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static void leaveCountingToReader(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("multipart/")) {
            context.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        }
        context.next();
    }
}
