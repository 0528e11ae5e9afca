package org.finplan.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.util.stream.StreamSupport;

/**
 * What an instance says of itself when it is asked for its health. The status alone decides whether it gets requests. A check
 * of MicroProfile Health may say {@code "state": "degraded"} in its data: requests do not suffer, but something else does,
 * such as events that are not published.
 *
 * @param ready whether it takes requests
 * @param degraded whether one of its checks says so
 */
record Readiness(boolean ready, boolean degraded) {

    /** No answer, or a bad one. */
    static final Readiness NONE = new Readiness(false, false);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 65_536;
    private static final int OK = 200;

    /**
     * Reads an answer to its end, and keeps no more of it than a health check is long.
     *
     * @param answer to the question for health
     * @return what it says; failed when it breaks off
     */
    static Future<Readiness> read(HttpClientResponse answer) {
        Buffer body = Buffer.buffer();
        answer.handler(piece -> {
            if (body.length() <= LARGEST) {
                body.appendBuffer(piece);
            }
        });
        return answer.end().map(end -> answer.statusCode() == OK ? new Readiness(true, saysDegraded(body)) : NONE);
    }

    private static boolean saysDegraded(Buffer body) {
        if (body.length() > LARGEST) {
            return false;
        }
        try {
            JsonNode checks = JSON.readTree(body.getBytes()).path("checks");
            return StreamSupport.stream(checks.spliterator(), false)
                    .anyMatch(check -> check.path("data").path("state").asText().equals("degraded"));
        } catch (IOException otherwise) {
            // Whoever answers 200 is ready, in whatever form.
            return false;
        }
    }
}
