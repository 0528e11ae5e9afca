package org.finplan.gateway;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.finplan.gateway.edge.Edge;
import org.finplan.gateway.identity.Authentication;
import org.finplan.gateway.route.Proxying;

/**
 * The order in which a request meets the parts of the gateway. What is not named here does not exist: extensions may add
 * routes of their own, only those listed as open are let through to them.
 */
@ApplicationScoped
class Door {

    private static final int FIRST = -10_000;
    private static final Set<String> HEALTH =
            Set.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started");

    private final Edge edge;
    private final Authentication authentication;
    private final Proxying proxying;

    Door(Edge edge, Authentication authentication, Proxying proxying) {
        this.edge = edge;
        this.authentication = authentication;
        this.proxying = proxying;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(edge::enter).failureHandler(edge::fail);
        router.route("/api/*").order(FIRST + 1).handler(proxying::select);
        router.route("/api/*").order(FIRST + 2).handler(authentication::handle);
        router.route("/api/*").order(FIRST + 3).handler(proxying::pass);
        router.route().order(FIRST + 4).handler(context -> {
            if (HEALTH.contains(context.request().path())) {
                context.next();
            } else {
                edge.notFound(context);
            }
        });
    }
}
