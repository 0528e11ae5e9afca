package org.finplan.systemtests.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.systemtests.api.ApiDocument;
import org.finplan.systemtests.api.ApiDocument.Operation;

/** Sends the examples of operations to a running stack, with ids of what is there. */
final class ExampleCall {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> USERS = List.of(
            "city-admin", "city-officer", "risk-officer", "district-441202", "auditor", "integrator");
    /** Where things are listed that their own collection does not list, or of which only some take the example. */
    private static final Map<String, String> LISTS = Map.of(
            "/api/v1/observations", "/api/v1/indicators/green-credit/observations?region=441202",
            "/api/v1/targets", "/api/v1/targets?plan=zq-fin-14fyp&indicator=green-credit&region=441202");

    private final Suite suite;
    private final ApiDocument api;
    private final Set<String> withoutSubject = new TreeSet<>();

    ExampleCall(Suite suite, ApiDocument api) {
        this.suite = suite;
        this.api = api;
    }

    /** The operations for which nothing was there that they could be called on; a made-up id was sent. */
    Set<String> withoutSubject() {
        return withoutSubject;
    }

    /**
     * Sends an operation with its example body, and with each example of a parameter.
     *
     * @return the answers, one for each way to call it
     */
    List<HttpResponse<String>> send(Operation operation) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        StringBuilder required = new StringBuilder();
        List<String> optional = new ArrayList<>(List.of(""));
        for (JsonNode reference : operation.node().path("parameters")) {
            JsonNode parameter = api.resolve(reference);
            if (parameter.path("in").asText().equals("query") && parameter.has("example")) {
                String pair = parameter.path("name").asText() + "="
                        + encode(parameter.path("example").asText());
                if (parameter.path("required").asBoolean()) {
                    required.append('&').append(pair);
                } else {
                    optional.add("&" + pair);
                }
            }
        }
        for (String more : optional) {
            String query = (required + more).replaceFirst("^&", "?");
            answers.add(asSomeoneWhoMay(operation, path(operation) + query));
        }
        return answers;
    }

    private HttpResponse<String> asSomeoneWhoMay(Operation operation, String path) {
        HttpResponse<String> answer = null;
        for (Optional<String> user : users(operation)) {
            answer = exchange(operation, path, user);
            // The role is right; a rule of the domain may want somebody else, such as not the reporter.
            if (answer.statusCode() != 403) {
                return answer;
            }
        }
        return answer;
    }

    private List<Optional<String>> users(Operation operation) {
        if (operation.node().has("security")) {
            return List.of(Optional.empty());
        }
        Set<String> roles = new TreeSet<>();
        operation.node().path("x-roles").forEach(role -> roles.add(role.asText()));
        return USERS.stream()
                .filter(user -> roles.contains(user.replaceFirst("district-\\d+", "district-officer")))
                .map(Optional::of)
                .toList();
    }

    private HttpResponse<String> exchange(Operation operation, String path, Optional<String> user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.gateway().resolve(path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, */*;q=0.1");
        user.ifPresent(name -> request.header("Authorization", "Bearer " + suite.token(name)));
        for (JsonNode reference : operation.node().path("parameters")) {
            switch (api.resolve(reference).path("name").asText()) {
                case "If-Match" -> request.header("If-Match", tagOf(path, user));
                case "Idempotency-Key" -> request.header("Idempotency-Key", UUID.randomUUID().toString());
                default -> {}
            }
        }
        JsonNode body = operation.node().at("/requestBody/content/application~1json/example");
        if (!body.isMissingNode()) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                operation.method(),
                body.isMissingNode()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()));
        return send(request);
    }

    private String tagOf(String path, Optional<String> user) {
        String resource = path.replaceFirst(":[a-z-]+(\\?.*)?$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.gateway().resolve(resource));
        user.ifPresent(name -> request.header("Authorization", "Bearer " + suite.token(name)));
        return send(request).headers().firstValue("ETag").orElse("\"none\"");
    }

    /** Fills the placeholders, from the left: with the example, or with something that is listed. */
    private String path(Operation operation) {
        StringBuilder path = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(operation.path());
        while (placeholder.find()) {
            String name = placeholder.group(1);
            String before = operation.path().substring(0, placeholder.start() - 1);
            placeholder.appendReplacement(path, "");
            String list = path.substring(0, path.length() - 1);
            path.append(encode(example(operation, name)
                    .or(() -> listed(LISTS.getOrDefault(before, list), verb(operation)))
                    .orElseGet(() -> {
                        withoutSubject.add(operation.id());
                        return UUID.randomUUID().toString();
                    })));
        }
        return placeholder.appendTail(path).toString();
    }

    private static String verb(Operation operation) {
        return operation.path().contains(":") ? operation.path().replaceFirst(".*:", "") : "";
    }

    private Optional<String> example(Operation operation, String name) {
        for (JsonNode reference : operation.node().path("parameters")) {
            JsonNode parameter = api.resolve(reference);
            if (parameter.path("in").asText().equals("path")
                    && parameter.path("name").asText().equals(name)
                    && parameter.has("example")) {
                return Optional.of(parameter.path("example").asText());
            }
        }
        return Optional.empty();
    }

    /** An item of a list, one that lets the caller do what the operation does before any other. */
    private Optional<String> listed(String list, String verb) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(suite.gateway().resolve(list))
                .header("Authorization", "Bearer " + suite.token("city-admin")));
        JsonNode found = MissingNode.getInstance();
        for (JsonNode item : Suite.json(answer.body()).path("items")) {
            boolean allowed = false;
            for (JsonNode action : item.path("allowedActions")) {
                allowed |= action.asText().equals(verb);
            }
            if (found.isMissingNode() || allowed) {
                found = item;
            }
            if (allowed) {
                break;
            }
        }
        for (String key : List.of("id", "code")) {
            if (found.has(key)) {
                return Optional.of(found.path(key).asText());
            }
        }
        return Optional.empty();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
