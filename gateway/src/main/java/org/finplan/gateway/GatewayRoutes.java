package org.finplan.gateway;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.gateway.call.Calls;
import org.finplan.gateway.cors.CrossOrigin;
import org.finplan.gateway.fanout.MergedLists;
import org.finplan.gateway.feed.Feed;
import org.finplan.gateway.health.Health;
import org.finplan.gateway.health.MetricsAccess;
import org.finplan.gateway.identity.Authentication;
import org.finplan.gateway.key.KeyResource;
import org.finplan.gateway.limit.Limits;
import org.finplan.gateway.openapi.OpenApi;
import org.finplan.gateway.portal.Portal;
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

    private static final int FIRST = -10_000;
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
    private final LocalEndpoints openToAll;
    private final LocalEndpoints ownApi;

    GatewayRoutes(
            RequestLifecycle lifecycle,
            CrossOrigin crossOrigin,
            Authentication authentication,
            Limits limits,
            ScopeCheck scopes,
            KeyResource keys,
            ProxyHandler proxying,
            Feed feed,
            MergedLists merged,
            Calls calls,
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
        this.ownApi = ownApi(feed, merged, calls, keys);
    }

    void open(@Observes Router router) {
        router.errorHandler(400, lifecycle::unreadable);
        router.route()
                .order(FIRST)
                .handler(lifecycle::enter)
                .handler(openToAll::handle)
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
                .handler(ownApi::handle)
                .handler(proxying::pass);
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

    private static LocalEndpoints ownApi(Feed feed, MergedLists merged, Calls calls, KeyResource keys) {
        return new LocalEndpoints()
                .at(Feed.PATH, feed::handle, READING)
                .at("/api/v1/audit", merged::audit, READING)
                .at("/api/v1/audit:verify", merged::verify, READING)
                .at("/api/v1/calls", calls::list, READING)
                .at("/api/v1/calls:summary", calls::summary, READING)
                .at("/api/v1/dead-letters", merged::deadLetters, READING)
                .at("/api/v1/dead-letters:replay", merged::replayAll, HttpMethod.POST)
                .each("/api/v1/dead-letters/", "", merged::oneDeadLetter, READING)
                .each("/api/v1/dead-letters/", ":replay", merged::oneDeadLetter, HttpMethod.POST)
                .at("/api/v1/api-keys", keys::collection, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
                .each("/api/v1/api-keys/", "", keys::one, READING)
                .each("/api/v1/api-keys/", ":rotate", keys::rotate, HttpMethod.POST)
                .each("/api/v1/api-keys/", ":revoke", keys::revoke, HttpMethod.POST);
    }

    private void rest(RoutingContext context) {
        String path = context.request().path();
        if (HEALTH.contains(path) || path.equals("/q/metrics")) {
            context.next();
        } else {
            lifecycle.notFound(context);
        }
    }
}
