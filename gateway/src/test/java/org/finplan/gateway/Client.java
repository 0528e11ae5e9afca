package org.finplan.gateway;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls the gateway as an integrator would. */
final class Client {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    Client(URI base) {
        this.base = base;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(base.getHost(), base.getPort());
    }

    /** {@return a connection, for HTTP by hand} */
    Socket connect() throws IOException {
        return new Socket(base.getHost(), base.getPort());
    }

    URI base() {
        return base;
    }

    Answer get(String uri, String token) {
        return send(request(uri, token).GET());
    }

    /** Sends JSON with further headers, each a name followed by its value. */
    Answer post(String uri, String token, JsonObject body, String... headers) {
        HttpRequest.Builder request = request(uri, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Waits until this can be read: the gateway is ready before its database is. */
    void awaitOk(String uri, String token) {
        await().atMost(Duration.ofSeconds(60)).until(() -> get(uri, token).status() == 200);
    }

    HttpRequest.Builder request(String uri, String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(base.resolve(uri)).timeout(Duration.ofSeconds(60));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder;
    }

    static Answer send(HttpRequest.Builder request) {
        return new Answer(exchange(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    static <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonObject claims(String token) {
        String payload = token.split("\\.", -1)[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonObject json() {
            return new JsonObject(response.body());
        }

        /** {@return the authorization that the gateway sent on, as a stand-in service echoed it} */
        String internalAuthorization() {
            return json().getJsonObject("headers").getJsonArray("authorization").getString(0);
        }

        /** {@return claims of the internal token in it} */
        JsonObject internalClaims() {
            return claims(internalAuthorization().substring("Bearer ".length()));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }
}
