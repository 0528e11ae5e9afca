package org.finplan.platform.web.failure;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.Language;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.web.tracing.TraceContext;
import org.jboss.logging.Logger;

/** Turns whatever ended a request into its problem, in the caller's language, for JAX-RS and for plain Vert.x routes. */
@ApplicationScoped
class Answers {

    private static final Logger LOG = Logger.getLogger(Answers.class);
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_FAULT = 500;
    private static final int UNAVAILABLE = 503;

    private final CurrentVertxRequest current;
    private final MeterRegistry meters;

    Answers(CurrentVertxRequest current, MeterRegistry meters) {
        this.current = current;
        this.meters = meters;
    }

    /** The answer of a failed JAX-RS request. */
    Response response(Failure failure) {
        RoutingContext context = current.getCurrent();
        Problem problem = problem(failure, context);
        Response.ResponseBuilder builder = Response.status(problem.status())
                .header(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language(context))
                .entity(problem.toJson());
        failure.headers().forEach(builder::header);
        return builder.build();
    }

    /** Ends a Vert.x request that failed outside JAX-RS. */
    void end(Failure failure, RoutingContext context) {
        Problem problem = problem(failure, context);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language(context));
        failure.headers().forEach(context.response()::putHeader);
        context.response().end(Buffer.buffer(problem.toJson()));
    }

    private Problem problem(Failure failure, RoutingContext context) {
        ErrorCode code = failure.code();
        log(failure, context);
        meters.counter("finplan.problems", "code", code.code(), "status", Integer.toString(code.status()))
                .increment();
        return Problem.of(
                code,
                failure.detail(),
                failure.errors(),
                prefersEnglish(context),
                context.request().path(),
                TraceContext.traceId());
    }

    private static void log(Failure failure, RoutingContext context) {
        String request = context.request().method() + " " + context.request().path();
        int status = failure.code().status();
        if (status == UNAVAILABLE) {
            // An outage is no fault of the code: one line for each request, without a trace.
            LOG.warnf("%s failed: %s (%s)", request, failure.code().code(), reason(failure.cause()));
        } else if (status >= SERVER_FAULT) {
            LOG.errorf(failure.cause(), "%s failed: %s", request, failure.code().code());
        } else if (status == UNAUTHENTICATED || status == FORBIDDEN) {
            LOG.infof("%s refused: %s", request, failure.code().code());
        } else {
            LOG.debugf("%s refused: %s", request, failure.code().code());
        }
    }

    private static String reason(Throwable thrown) {
        SQLException refused = Causes.find(thrown, SQLException.class);
        return String.valueOf(refused == null ? thrown : refused.getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }

    private static boolean prefersEnglish(RoutingContext context) {
        return Language.prefersEnglish(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static String language(RoutingContext context) {
        return prefersEnglish(context) ? "en" : "zh";
    }
}
