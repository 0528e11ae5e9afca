package org.finplan.platform.devstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Sends requests to the gateway as demo users. Safe for several threads. */
public final class GatewayClient {

    /** Figures keep every digit: 1.10 stays 1.10. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false)
            .build();

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    private final URI gateway;
    private final UnaryOperator<String> issuer;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * Creates a client.
     *
     * @param gateway address of the gateway
     * @param issuer gives an access token for the name of a user
     */
    public GatewayClient(URI gateway, UnaryOperator<String> issuer) {
        this.gateway = gateway;
        this.issuer = issuer;
    }

    /**
     * Reads a resource.
     *
     * @param user name of the demo user
     * @param path path and query, encoded
     * @return the answer, whatever its status
     * @throws UnreachableException when the gateway does not answer
     */
    public Answer get(String user, String path) {
        return send(user, request(path).GET());
    }

    /**
     * Creates or moves something.
     *
     * @param user name of the demo user
     * @param path path and query, encoded
     * @param body the body
     * @return the answer, whatever its status
     * @throws UnreachableException when the gateway does not answer
     */
    public Answer post(String user, String path, JsonNode body) {
        return post(user, path, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Sends what is not JSON.
     *
     * @param user name of the demo user
     * @param path path and query, encoded
     * @param type media type of the body
     * @param body the body
     * @return the answer, whatever its status
     * @throws UnreachableException when the gateway does not answer
     */
    public Answer post(String user, String path, String type, byte[] body) {
        return send(
                user, request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /**
     * Moves something that must still be as it was read.
     *
     * @param user name of the demo user
     * @param path path and query, encoded
     * @param body the body
     * @param tag the ETag of what was read
     * @return the answer, whatever its status; 412 when somebody changed it since
     * @throws UnreachableException when the gateway does not answer
     */
    public Answer move(String user, String path, JsonNode body, String tag) {
        return send(
                user,
                request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", tag)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(LONGEST_ANSWER)
                .header("Accept", "application/json, application/*+json")
                .header("Accept-Language", "zh-CN, en;q=0.5");
    }

    private Answer send(String user, HttpRequest.Builder request) {
        Answer answer = exchange(user, request);
        if (answer.status() == 401) {
            tokens.remove(user);
            return exchange(user, request);
        }
        return answer;
    }

    private Answer exchange(String user, HttpRequest.Builder request) {
        request.setHeader("Authorization", "Bearer " + tokens.computeIfAbsent(user, issuer));
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new Answer(response.statusCode(), headers(response), json(response.body()), took);
        } catch (IOException e) {
            throw new UnreachableException(gateway, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(gateway, e);
        }
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return headers;
    }

    private static JsonNode json(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The gateway answered something that is no JSON: " + body, e);
        }
    }
}
