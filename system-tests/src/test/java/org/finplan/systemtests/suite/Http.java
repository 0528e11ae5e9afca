package org.finplan.systemtests.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests without a caller. */
public final class Http {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    /** Whether a program says that it takes requests. */
    public static boolean ready(URI program) {
        try {
            return get(program.resolve("/q/health/ready")).statusCode() == 200;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    static JsonNode json(URI uri) {
        return Suite.json(get(uri).body());
    }

    /** The versions of plan packages that are in force in a program, such as {@code zq-fin-14fyp 1}; empty while it is away. */
    static String planVersions(URI program) {
        try {
            for (JsonNode check : json(program.resolve("/q/health/ready")).path("checks")) {
                if (check.path("name").asText().equals("plans")) {
                    return check.path("data").path("versions").asText();
                }
            }
        } catch (UncheckedIOException away) {
            return "";
        }
        return "";
    }

    private static HttpResponse<String> get(URI uri) {
        return send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build());
    }

    /** Sends a request and waits for its answer. */
    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
