package org.finplan.gateway.cors;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import org.finplan.gateway.exchange.Exchange;

/**
 * Lets pages of the configured origins call from a browser (CORS, in the Fetch standard). No answer allows credentials of
 * the browser: the gateway reads no cookie, and a page that has a token or a key sends it in a header of its own.
 */
@Singleton
public class CrossOrigin {

    private static final CharSequence ORIGIN = HttpHeaders.createOptimized("Origin");
    private static final CharSequence METHODS = HttpHeaders.createOptimized("GET, HEAD, POST, PUT, PATCH, DELETE");
    private static final CharSequence SENT = HttpHeaders.createOptimized(String.join(
            ", ",
            "Accept-Language",
            "Authorization",
            "Content-Type",
            "Idempotency-Key",
            "If-Match",
            "If-None-Match",
            "Prefer",
            "traceparent",
            "X-API-Key",
            "X-Request-Id"));
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(String.join(
            ", ",
            "Allow",
            "Content-Language",
            "Date",
            "ETag",
            "Idempotency-Replayed",
            "Link",
            "Location",
            "RateLimit",
            "RateLimit-Policy",
            "Retry-After",
            "WWW-Authenticate",
            "X-Request-Id"));
    private static final int NO_CONTENT = 204;

    private final Origins open;
    private final Origins api;
    private final String maxAge;

    CrossOrigin(CorsConfig config) {
        this.open = Origins.of(
                "finplan.gateway.cors.public.origins", config.open().origins().orElse(List.of()), true);
        this.api = Origins.of(
                "finplan.gateway.cors.api.origins", config.api().origins().orElse(List.of()), false);
        this.maxAge = Long.toString(config.maxAge().toSeconds());
    }

    /**
     * Answers a preflight of an origin that is allowed, and names it in all other answers, refusals among them. A request
     * of another origin goes on as if there were no such thing; the browser keeps its answer from the page.
     *
     * @param context a request whose route is known, but not its caller: a preflight has no credentials
     */
    public void handle(RoutingContext context) {
        Origins allowed = Exchange.of(context).isOpenToThePublic() ? open : api;
        if (allowed.none()) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        MultiMap answer = context.response().headers();
        if (!allowed.any()) {
            answer.add(HttpHeaders.VARY, ORIGIN);
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin == null || !allowed.contains(origin)) {
            context.next();
            return;
        }
        answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed.any() ? "*" : origin);
        if (request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)) {
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
            answer.set(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
            answer.set(HttpHeaders.ACCESS_CONTROL_MAX_AGE, maxAge);
            context.response().setStatusCode(NO_CONTENT).end();
        } else {
            answer.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            context.next();
        }
    }
}
