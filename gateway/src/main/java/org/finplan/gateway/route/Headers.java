package org.finplan.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.finplan.gateway.edge.Exchange;

/** What of the headers passes the gateway, in each direction. */
final class Headers {

    /** Headers of one hop (RFC 9110, 7.6.1), and those that older software sends like them. */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Headers that only the gateway may set, or that would make a service see another request than the gateway. */
    private static final Set<String> NEVER_FROM_OUTSIDE = Set.of(
            "authorization",
            "cookie",
            "expect",
            "forwarded",
            "traceparent",
            "via",
            "x-api-key",
            "x-client-ip",
            "x-http-method",
            "x-http-method-override",
            "x-method-override",
            "x-original-url",
            "x-real-ip",
            "x-request-id",
            "x-rewrite-url");

    private static final List<String> NEVER_FROM_OUTSIDE_PREFIXES =
            List.of("x-forwarded-", "x-finplan-", "x-internal-");

    private static final Set<String> NEVER_TO_OUTSIDE = Set.of("server", "x-powered-by", "via");

    private Headers() {}

    /**
     * Turns the caller's headers into those for the service.
     *
     * @param headers changed in place
     * @param request the caller's request
     * @param exchange its id and trace
     * @param internalToken the token that services trust
     */
    static void toService(MultiMap headers, HttpServerRequest request, Exchange exchange, String internalToken) {
        removeHopByHop(headers);
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean reserved = NEVER_FROM_OUTSIDE_PREFIXES.stream().anyMatch(lower::startsWith);
            if (reserved || NEVER_FROM_OUTSIDE.contains(lower)) {
                headers.remove(name);
            }
        }
        if (!headers.contains("tracestate") || request.getHeader("traceparent") == null) {
            headers.remove("tracestate");
        }
        headers.set("Authorization", "Bearer " + internalToken);
        headers.set("X-Request-Id", exchange.requestId());
        headers.set("traceparent", exchange.trace().header());
        forward(headers, request);
    }

    /**
     * Turns the service's headers into those for the caller.
     *
     * @param headers changed in place
     * @param origin scheme, host and port of the service, which stay inside
     */
    static void toCaller(MultiMap headers, String origin) {
        removeHopByHop(headers);
        NEVER_TO_OUTSIDE.forEach(headers::remove);
        String location = headers.get("Location");
        if (location != null && location.startsWith(origin + "/")) {
            headers.set("Location", location.substring(origin.length()));
        }
    }

    private static void forward(MultiMap headers, HttpServerRequest request) {
        String client = request.remoteAddress().hostAddress();
        String scheme = request.scheme() == null ? "http" : request.scheme();
        headers.set("X-Forwarded-For", client);
        headers.set("X-Forwarded-Proto", scheme);
        StringBuilder forwarded =
                new StringBuilder("for=").append(client.indexOf(':') >= 0 ? "\"[" + client + "]\"" : client);
        if (request.authority() != null) {
            String host = request.authority().toString();
            headers.set("X-Forwarded-Host", host);
            forwarded.append(";host=\"").append(host).append('"');
        }
        headers.set("Forwarded", forwarded.append(";proto=").append(scheme).toString());
    }

    private static void removeHopByHop(MultiMap headers) {
        List<String> named = new ArrayList<>();
        for (String connection : headers.getAll("Connection")) {
            for (String option : connection.split(",", -1)) {
                named.add(option.trim());
            }
        }
        named.stream().filter(name -> !name.isEmpty() && !protectedName(name)).forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** A caller may not use Connection to take away what frames the message. */
    private static boolean protectedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("content-length") || lower.equals("content-type") || lower.equals("host");
    }
}
