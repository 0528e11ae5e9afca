package org.finplan.gateway.route;

import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.identity.Identity;
import org.finplan.gateway.identity.InternalTokens;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Sends requests to the service that their path belongs to. */
@Singleton
public class ProxyHandler {

    private static final String KEY = "finplan.route";

    private final StallWatches watches;
    private final RouteTable routes;
    private final InternalTokens tokens;

    ProxyHandler(Vertx vertx, RouteTable routes, InternalTokens tokens) {
        this.watches = new StallWatches(vertx);
        this.routes = routes;
        this.tokens = tokens;
    }

    /**
     * Finds the route of a request and refuses a body that says itself that it is too large. A path without a route goes
     * on to whatever comes next.
     *
     * @param context the request
     */
    public void select(RoutingContext context) {
        Optional<Route> found = routes.find(context.request().path());
        if (found.isPresent()) {
            Route route = found.get();
            Exchange.of(context).routedTo(route.name());
            Exchange.of(context).servedBy(route.service().name());
            if (route.open()) {
                Exchange.of(context).openToThePublic();
            }
            context.put(KEY, route);
            if (declaredLength(context) > route.bodyLimit()) {
                throw ProxyProblems.tooLarge(route);
            }
        }
        context.next();
    }

    /**
     * Sends a request that has a route and a caller to its service.
     *
     * @param context the request
     */
    public void pass(RoutingContext context) {
        Route route = context.get(KEY);
        if (route == null) {
            context.next();
            return;
        }
        // What the public reads must not depend on who asks: it may be cached on the way.
        Identity caller = route.open() ? Identity.PUBLIC : Identity.of(context);
        new ProxiedExchange(watches, context, route, tokens.authorizationFor(caller)).begin();
    }

    private static long declaredLength(RoutingContext context) {
        String header = context.request().getHeader("Content-Length");
        if (header == null) {
            return 0;
        }
        if (!shortNumber(header)) {
            throw ProblemException.of(
                    WebError.MALFORMED_REQUEST, "Content-Length 不是有效的长度。", "Content-Length is no valid length.");
        }
        return Long.parseLong(header);
    }

    private static boolean shortNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 18;
    }
}
