package org.finplan.platform.devstack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What a service or the gateway says of itself when it is asked whether it is ready.
 *
 * @param ready whether it takes requests
 * @param degraded whether part of its work waits, such as events to be published
 * @param oldestUnpublishedSeconds how long the oldest event has waited, where it says so
 */
record Readiness(boolean ready, boolean degraded, OptionalLong oldestUnpublishedSeconds) {

    private static final Readiness NONE = new Readiness(false, false, OptionalLong.empty());
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(5).toMillis();
    private static final String PATH = "/q/health/ready";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Asks a program.
     *
     * @param program its URL
     * @return what it says; not ready when it says nothing in time
     */
    static Readiness of(String program) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(program + PATH).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                connection.disconnect();
                return NONE;
            }
            try (InputStream body = connection.getInputStream()) {
                return read(JSON.readTree(body));
            }
        } catch (IOException e) {
            return NONE;
        }
    }

    /** Reads the answer of a program that is ready. */
    static Readiness read(JsonNode answer) {
        boolean degraded = false;
        OptionalLong oldest = OptionalLong.empty();
        for (JsonNode check : answer.path("checks")) {
            JsonNode data = check.path("data");
            degraded |= data.path("state").asText().equals("degraded");
            if (data.path("oldestUnpublishedSeconds").isNumber()) {
                oldest = OptionalLong.of(data.path("oldestUnpublishedSeconds").asLong());
            }
        }
        return new Readiness(true, degraded, oldest);
    }

    /** {@return the state in a word, as {@code ./finplan status} shows it} */
    String word() {
        if (!ready) {
            return "NOT READY";
        }
        return degraded ? "degraded" : "ready";
    }
}
