package org.finplan.gateway;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.gateway.call.Calls;
import org.finplan.gateway.edge.Edge;
import org.finplan.gateway.fanout.MergedLists;
import org.finplan.gateway.feed.Feed;
import org.finplan.gateway.health.Health;
import org.finplan.gateway.health.MetricsAccess;
import org.finplan.gateway.identity.Authentication;
import org.finplan.gateway.key.KeyResource;
import org.finplan.gateway.limit.Limits;
import org.finplan.gateway.openapi.OpenApi;
import org.finplan.gateway.portal.Portal;
import org.finplan.gateway.problem.Refusal;
import org.finplan.gateway.route.Proxying;
import org.finplan.gateway.scope.ScopeCheck;
import org.finplan.platform.problem.WebError;

/**
 * The order in which a request meets the parts of the gateway. What is not named here does not exist: extensions may add
 * routes of their own, only those listed as open are let through to them. What every request meets is a singleton: before
 * each call of a bean with a scope, a proxy would look it up.
 */
@ApplicationScoped
class Door {

    private static final int FIRST = -10_000;
    private static final Set<String> HEALTH =
            Set.of("/q/health", "/q/health/ready", "/q/health/live", "/q/health/started");

    private final Edge edge;
    private final Authentication authentication;
    private final Limits limits;
    private final ScopeCheck scopes;
    private final KeyResource keys;
    private final Proxying proxying;
    private final Feed feed;
    private final MergedLists merged;
    private final Calls calls;
    private final Health health;
    private final Portal portal;
    private final OpenApi openApi;
    private final MetricsAccess metrics;

    Door(
            Edge edge,
            Authentication authentication,
            Limits limits,
            ScopeCheck scopes,
            KeyResource keys,
            Proxying proxying,
            Feed feed,
            MergedLists merged,
            Calls calls,
            Health health,
            Portal portal,
            OpenApi openApi,
            MetricsAccess metrics) {
        this.edge = edge;
        this.authentication = authentication;
        this.limits = limits;
        this.scopes = scopes;
        this.keys = keys;
        this.proxying = proxying;
        this.feed = feed;
        this.merged = merged;
        this.calls = calls;
        this.health = health;
        this.portal = portal;
        this.openApi = openApi;
        this.metrics = metrics;
    }

    void open(@Observes Router router) {
        router.errorHandler(400, edge::unreadable);
        router.route().order(FIRST).handler(edge::enter).failureHandler(edge::fail);
        openToAll(router);
        router.route("/api/*").order(FIRST + 2).handler(proxying::select);
        router.route("/api/*").order(FIRST + 3).handler(authentication::handle);
        router.route("/q/metrics").order(FIRST + 3).handler(authentication::handle);
        for (String checked : List.of("/api/*", "/q/metrics")) {
            router.route(checked).order(FIRST + 4).handler(limits::handle);
            router.route(checked).order(FIRST + 4).handler(scopes::handle);
        }
        router.route("/q/metrics").order(FIRST + 5).handler(metrics::handle);
        ownApi(router);
        router.route("/api/*").order(FIRST + 6).handler(proxying::pass);
        router.route().order(FIRST + 7).handler(context -> {
            String path = context.request().path();
            if (HEALTH.contains(path) || path.equals("/q/metrics")) {
                context.next();
            } else {
                edge.notFound(context);
            }
        });
    }

    private void openToAll(Router router) {
        get(router.route("/health"), FIRST + 1, health::handle);
        for (String path : openApi.paths()) {
            get(router.routeWithRegex(Pattern.quote(path)), FIRST + 1, openApi::handle);
        }
        for (String path : portal.paths()) {
            get(router.routeWithRegex(Pattern.quote(path)), FIRST + 1, portal::handle);
        }
    }

    private void ownApi(Router router) {
        get(router.route(Feed.PATH), FIRST + 5, feed::handle);
        get(router.route("/api/v1/audit"), FIRST + 5, merged::audit);
        get(router.routeWithRegex("/api/v1/audit:verify"), FIRST + 5, merged::verify);
        get(router.route("/api/v1/calls"), FIRST + 5, calls::list);
        get(router.routeWithRegex("/api/v1/calls:summary"), FIRST + 5, calls::summary);
        get(router.route("/api/v1/dead-letters"), FIRST + 5, merged::deadLetters);
        get(router.routeWithRegex("/api/v1/dead-letters/[^/:]+"), FIRST + 5, merged::oneDeadLetter);
        post(router.routeWithRegex("/api/v1/dead-letters/[^/:]+:replay"), FIRST + 5, merged::oneDeadLetter);
        post(router.routeWithRegex("/api/v1/dead-letters:replay"), FIRST + 5, merged::replayAll);
        router.route("/api/v1/api-keys")
                .order(FIRST + 5)
                .handler(only(keys::collection, HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST));
        get(router.routeWithRegex("/api/v1/api-keys/[^/:]+"), FIRST + 5, keys::one);
        post(router.routeWithRegex("/api/v1/api-keys/[^/:]+:rotate"), FIRST + 5, keys::rotate);
        post(router.routeWithRegex("/api/v1/api-keys/[^/:]+:revoke"), FIRST + 5, keys::revoke);
    }

    private static void get(Route route, int order, Handler<RoutingContext> handler) {
        route.order(order).handler(only(handler, HttpMethod.GET, HttpMethod.HEAD));
    }

    private static void post(Route route, int order, Handler<RoutingContext> handler) {
        route.order(order).handler(only(handler, HttpMethod.POST));
    }

    private static Handler<RoutingContext> only(Handler<RoutingContext> handler, HttpMethod... methods) {
        List<HttpMethod> allowed = List.of(methods);
        String header = allowed.stream().map(HttpMethod::name).collect(Collectors.joining(", "));
        return context -> {
            if (!allowed.contains(context.request().method())) {
                throw Refusal.of(
                                WebError.METHOD_NOT_ALLOWED,
                                "该地址支持的方法：" + header + "。",
                                "Methods of this path: " + header + ".")
                        .header("Allow", header);
            }
            handler.handle(context);
        };
    }
}
