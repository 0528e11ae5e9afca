package org.finplan.platform.web.failure;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Answers what fails before a request reaches JAX-RS, or beside it. */
@ApplicationScoped
class RouteFailures {

    private static final int BEFORE_EVERY_ROUTE = -100_000;
    private static final int[] ROUTER_STATUSES = {400, 404, 405, 406, 415};

    private final Answers answers;

    RouteFailures(Answers answers) {
        this.answers = answers;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERY_ROUTE).failureHandler(this::answer);
        for (int status : ROUTER_STATUSES) {
            router.errorHandler(status, this::answer);
        }
    }

    private void answer(RoutingContext context) {
        if (context.response().ended()) {
            return;
        }
        if (context.response().headWritten()) {
            context.response().reset();
            return;
        }
        Throwable thrown = context.failure();
        int status = context.statusCode();
        boolean saysNothing = thrown == null || (status >= 400 && status != 500);
        answers.end(saysNothing ? Failures.ofStatus(status) : Failures.of(thrown), context);
    }
}
