package org.finplan.platform.devstack.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/**
 * The OIDC issuer of the embedded stack: discovery document and key set on loopback. It hands out no tokens over HTTP;
 * who may read the key in the data directory signs them ({@link AccessTokens}).
 */
public final class LocalIssuer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;

    private LocalIssuer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts the issuer.
     *
     * @param port port on 127.0.0.1, 0 for any
     * @param key its key
     * @return the running issuer
     */
    public static LocalIssuer start(int port, SigningKey key) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            LocalIssuer issuer = new LocalIssuer(server);
            Map<String, Object> discovery = Map.of(
                    "issuer", issuer.url(),
                    "jwks_uri", issuer.url() + "/jwks",
                    "response_types_supported", List.of("token"),
                    "subject_types_supported", List.of("public"),
                    "id_token_signing_alg_values_supported", List.of("ES256"),
                    "claims_supported", List.of("sub", "groups", "regions", "units", "azp"));
            server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
            server.createContext("/jwks", exchange -> answer(exchange, Map.of("keys", List.of(key.jwk()))));
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException("the local issuer cannot listen on port " + port, e);
        }
    }

    private static void answer(HttpExchange exchange, Map<String, Object> document) throws IOException {
        try (exchange) {
            boolean read = exchange.getRequestMethod().equals("GET");
            boolean exact = exchange.getRequestURI()
                    .getPath()
                    .equals(exchange.getHttpContext().getPath());
            if (!read || !exact) {
                exchange.sendResponseHeaders(exact ? 405 : 404, -1);
                return;
            }
            byte[] body = JSON.writeValueAsBytes(document);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** {@return its URL, also the claim {@code iss} of its tokens} */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
