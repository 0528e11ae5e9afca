package org.finplan.gateway.health;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.platform.access.Permission;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Metrics are served where everybody calls, so they take a token: a scraper is a client like any other. */
@ApplicationScoped
public class MetricsAccess {

    /**
     * Lets a caller that may read metrics go on to them.
     *
     * @param context a request with a caller
     */
    public void handle(RoutingContext context) {
        Exchange.of(context).routedTo("metrics");
        if (!Identity.of(context).may(Permission.METRICS_READ)) {
            throw ProblemException.of(WebError.FORBIDDEN, "您的角色不能读取监控指标。", "Your roles do not read metrics.");
        }
        context.next();
    }
}
