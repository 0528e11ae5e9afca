package org.finplan.gateway.route;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.gateway.exchange.ClientConnection;
import org.finplan.gateway.exchange.Exchange;

/** What of the headers passes the gateway, in each direction. */
final class Headers {

    /** Headers of one hop (RFC 9110, 7.6.1), and those that older software sends like them. */
    private static final List<String> HOP_BY_HOP = List.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Hop by hop, or for the gateway alone to set, or such that a service would see another request than the gateway. */
    private static final Set<String> NOT_TO_SERVICE = names(
            List.of(
                    "authorization",
                    "cookie",
                    "expect",
                    "forwarded",
                    "host",
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
                    "x-rewrite-url"),
            HOP_BY_HOP);

    private static final String[] PREFIXES_NOT_TO_SERVICE = {"x-forwarded-", "x-finplan-", "x-internal-"};

    private static final Set<String> NOT_TO_CALLER = names(List.of("server", "x-powered-by", "via"), HOP_BY_HOP);

    /** A caller may not use Connection to take away what frames the message. */
    private static final Set<String> FRAMING = names(List.of("content-length", "content-type", "host"), List.of());

    // Optimized: hashed and encoded once, not with each request.
    private static final CharSequence FORWARDED_FOR = HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO = HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST = HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence FORWARDED = HttpHeaders.createOptimized("Forwarded");

    private Headers() {}

    /**
     * Writes the caller's headers and those of the gateway for the service.
     *
     * @param request the caller's request
     * @param outgoing headers for the service, empty until now
     * @param exchange id and trace of the request
     * @param authorization with the token that services trust
     */
    static void toService(HttpServerRequest request, MultiMap outgoing, Exchange exchange, CharSequence authorization) {
        MultiMap headers = request.headers();
        Set<String> named = namedByConnection(headers);
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey();
            if (!NOT_TO_SERVICE.contains(name) && !named.contains(name) && !reserved(name)) {
                outgoing.add(name, header.getValue());
            }
        }
        if (!headers.contains(Exchange.TRACE_PARENT)) {
            outgoing.remove("tracestate");
        }
        outgoing.set(HttpHeaders.AUTHORIZATION, authorization);
        outgoing.set(Exchange.REQUEST_ID, exchange.requestId());
        outgoing.set(Exchange.TRACE_PARENT, exchange.trace().header());
        forward(exchange.connection(), outgoing);
    }

    /**
     * Writes the service's headers for the caller.
     *
     * @param headers of the service's answer
     * @param outgoing headers for the caller
     * @param origin scheme, host and port of the service, which stay inside
     */
    static void toCaller(MultiMap headers, MultiMap outgoing, String origin) {
        Set<String> named = namedByConnection(headers);
        for (Map.Entry<String, String> header : headers) {
            String name = header.getKey();
            if (!NOT_TO_CALLER.contains(name) && !named.contains(name)) {
                outgoing.add(name, header.getValue());
            }
        }
        String location = headers.get(HttpHeaders.LOCATION);
        if (location != null && location.startsWith(origin + "/")) {
            outgoing.set(HttpHeaders.LOCATION, location.substring(origin.length()));
        }
    }

    /** Lets a WebSocket handshake, which is hop by hop, pass this hop as well. */
    static void upgrade(MultiMap outgoing) {
        outgoing.set(HttpHeaders.CONNECTION, "Upgrade");
        outgoing.set(HttpHeaders.UPGRADE, "websocket");
    }

    private static void forward(ClientConnection client, MultiMap outgoing) {
        String address = client.address();
        outgoing.set(FORWARDED_FOR, address);
        outgoing.set(FORWARDED_PROTO, client.scheme());
        StringBuilder forwarded = new StringBuilder(80).append("for=");
        if (address.indexOf(':') >= 0) {
            forwarded.append("\"[").append(address).append("]\"");
        } else {
            forwarded.append(address);
        }
        if (client.host() != null) {
            outgoing.set(FORWARDED_HOST, client.host());
            forwarded.append(";host=\"").append(client.host()).append('"');
        }
        outgoing.set(
                FORWARDED, forwarded.append(";proto=").append(client.scheme()).toString());
    }

    private static boolean reserved(String name) {
        for (String prefix : PREFIXES_NOT_TO_SERVICE) {
            if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> namedByConnection(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        Set<String> named = names(List.of(), List.of());
        for (String connection : headers.getAll(HttpHeaders.CONNECTION)) {
            for (String option : connection.split(",", -1)) {
                named.add(option.trim());
            }
        }
        named.removeAll(FRAMING);
        return named;
    }

    private static Set<String> names(List<String> some, List<String> more) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(some);
        names.addAll(more);
        return names;
    }
}
