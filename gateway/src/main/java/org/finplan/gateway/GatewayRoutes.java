package org.finplan.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.gateway.cors.CrossOrigin;
import org.finplan.gateway.database.Database;
import org.finplan.gateway.exchange.Exchange;
import org.finplan.gateway.health.Health;
import org.finplan.gateway.health.MetricsAccess;
import org.finplan.gateway.identity.Authentication;
import org.finplan.gateway.limit.Limits;
import org.finplan.gateway.openapi.OpenApi;
import org.finplan.gateway.portal.Portal;
import org.finplan.gateway.request.BodyReception;
import org.finplan.gateway.route.ProxyHandler;
import org.finplan.gateway.scope.ScopeCheck;
import org.finplan.gateway.server.RequestLifecycle;

/**
 * The order in which a request meets the parts of the gateway. What is not named here does not exist: extensions may add
 * routes of their own, only those listed as open are let through to them. What every request meets is a singleton: before
 * each call of a bean with a scope, a proxy would look it up.
 */
@ApplicationScoped
class GatewayRoutes {

    /** Before the filters of platform/web, which are for what goes on to a resource. */
    private static final int FIRST = -20_000;

    private static final HttpMethod[] READING = {HttpMethod.GET, HttpMethod.HEAD};
    private static final Set<String> HEALTH =
            Set.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started");

    private final RequestLifecycle lifecycle;
    private final CrossOrigin crossOrigin;
    private final Authentication authentication;
    private final Limits limits;
    private final ScopeCheck scopes;
    private final ProxyHandler proxying;
    private final MetricsAccess metrics;
    private final Database database;
    private final BodyReception bodies;
    private final LocalEndpoints openToAll;
    private final LocalEndpoints ownApi;

    GatewayRoutes(
            RequestLifecycle lifecycle,
            CrossOrigin crossOrigin,
            Authentication authentication,
            Limits limits,
            ScopeCheck scopes,
            ProxyHandler proxying,
            Database database,
            BodyReception bodies,
            Health health,
            Portal portal,
            OpenApi openApi,
            MetricsAccess metrics) {
        this.lifecycle = lifecycle;
        this.crossOrigin = crossOrigin;
        this.authentication = authentication;
        this.limits = limits;
        this.scopes = scopes;
        this.proxying = proxying;
        this.metrics = metrics;
        this.openToAll = openToAll(health, openApi, portal);
        this.database = database;
        this.bodies = bodies;
        this.ownApi = ownApi();
    }

    void open(@Observes Router router) {
        router.errorHandler(400, lifecycle::unreadable);
        router.route()
                .order(FIRST)
                .handler(lifecycle::enter)
                .handler(context -> openToAll.handle(context, RoutingContext::next))
                .failureHandler(lifecycle::fail);
        router.route("/q/metrics")
                .order(FIRST + 1)
                .handler(authentication::handle)
                .handler(limits::handle)
                .handler(scopes::handle)
                .handler(metrics::handle);
        router.route("/api/*")
                .order(FIRST + 1)
                .handler(proxying::select)
                .handler(crossOrigin::handle)
                .handler(authentication::handle)
                .handler(limits::handle)
                .handler(scopes::handle)
                .handler(context -> ownApi.handle(context, proxying::pass));
        router.route().order(FIRST + 2).handler(this::rest);
    }

    /** {@return the paths that the gateway answers itself, a name in them as <code>{id}</code>} */
    Set<String> ownPaths() {
        return Stream.concat(openToAll.templates(), ownApi.templates()).collect(Collectors.toSet());
    }

    private static LocalEndpoints openToAll(Health health, OpenApi openApi, Portal portal) {
        LocalEndpoints open = new LocalEndpoints().at("/health", health::handle, READING);
        openApi.paths().forEach(path -> open.at(path, openApi::handle, READING));
        portal.paths().forEach(path -> open.at(path, portal::handle, READING));
        return open;
    }

    /** Answered by the resources of the packages key, call, fanout and feed; a test holds the paths beside their document. */
    private LocalEndpoints ownApi() {
        Handler<RoutingContext> keys = handled("api-keys", this::admit);
        Handler<RoutingContext> calls = handled("operations", this::admit);
        Handler<RoutingContext> audit = handled("audit", bodies::handle);
        Handler<RoutingContext> letters = handled("dead-letters", bodies::handle);
        return new LocalEndpoints()
                .at("/api/v1/events", handled("events", bodies::handle), READING)
                .at("/api/v1/audit", audit, READING)
                .at("/api/v1/audit:verify", audit, READING)
                .at("/api/v1/calls", calls, READING)
                .at("/api/v1/calls:summary", calls, READING)
                .at("/api/v1/dead-letters", letters, READING)
                .at("/api/v1/dead-letters:replay", letters, HttpMethod.POST)
                .each("/api/v1/dead-letters/", "", letters, READING)
                .each("/api/v1/dead-letters/", ":replay", letters, HttpMethod.POST)
                .at("/api/v1/api-keys", keys, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                .each("/api/v1/api-keys/", "", keys, READING)
                .each("/api/v1/api-keys/", ":rotate", keys, HttpMethod.POST)
                .each("/api/v1/api-keys/", ":revoke", keys, HttpMethod.POST);
    }

    /** What needs the database is refused at once while it has too much to do already. */
    private void admit(RoutingContext context) {
        database.admit(context);
        bodies.handle(context);
    }

    /**
     * Lets a request go on to its resource, which continues the trace of this hop under the id of this request. It goes on
     * in its own context, where request-scoped beans live: after a look-up that several requests have waited for, all of
     * them are in that of the first.
     */
    private static Handler<RoutingContext> handled(String route, Handler<RoutingContext> next) {
        return context -> {
            Exchange exchange = Exchange.of(context);
            exchange.routedTo(route);
            context.request()
                    .headers()
                    .set(Exchange.REQUEST_ID, exchange.requestId())
                    .set(Exchange.TRACE_PARENT, exchange.trace().header());
            exchange.loop().runOnContext(here -> {
                try {
                    next.handle(context);
                } catch (RuntimeException refused) {
                    context.fail(refused);
                }
            });
        };
    }

    private void rest(RoutingContext context) {
        String path = context.request().path();
        if (HEALTH.contains(path) || path.equals("/q/metrics") || ownApi.has(path)) {
            context.next();
        } else {
            lifecycle.notFound(context);
        }
    }
}
