package org.finplan.systemtests.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.finplan.systemtests.contract.MergedDocument;
import org.finplan.systemtests.contract.MergedDocument.Operation;

/** Sends the examples of operations to a running stack, with ids of what is there. */
final class ExampleCalls {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> USERS =
            List.of("city-admin", "city-officer", "risk-officer", "district-441202", "auditor", "integrator");
    private static final String TARGETS = "/api/v1/targets?plan=zq-fin-14fyp&indicator=green-credit&region=";

    /** Where the things are listed that an operation or a path takes and its collection does not list, or not first. */
    private static final Map<String, String> LISTS = Map.of(
            "/api/v1/milestones",
            "/api/v1/tasks/t4.1.1.1.m01/milestones",
            "/api/v1/task-dependencies",
            "/api/v1/tasks/t4.1.1.1.m01/dependencies",
            "/api/v1/observations",
            "/api/v1/indicators/green-credit/observations?region=441202",
            "/api/v1/targets",
            TARGETS + "441202",
            "/api/v1/targets/{id}:break-down",
            TARGETS + "441200",
            "/api/v1/targets/{id}/breakdown",
            TARGETS + "441200");

    /** Parameters of which some are needed, whichever; they are sent with each call. %s stands for now. */
    private static final Map<String, String> NEEDED = Map.of("compareBaseline", "plan=zq-fin-14fyp&at=%s");

    /** Where the things are listed that a body names by their ids. */
    private static final Map<String, String> NAMED = Map.of("network", "/api/v1/networks");

    private final Suite suite;
    private final MergedDocument api;

    ExampleCalls(Suite suite, MergedDocument api) {
        this.suite = suite;
        this.api = api;
    }

    /**
     * A way to call an operation.
     *
     * @param operation the operation
     * @param option the parameter that is sent beside the required ones, empty for none
     * @param answer what came
     */
    record Answered(Operation operation, String option, HttpResponse<String> answer) {

        /** {@return the operation id, and the parameter after a question mark} */
        String name() {
            return operation.id() + (option.isEmpty() ? "" : "?" + option);
        }
    }

    /**
     * Sends an operation with its example body, and with each example of a parameter.
     *
     * @return the answers, one for each way to call it; the plain one first
     */
    List<Answered> send(Operation operation) {
        String needed = NEEDED.getOrDefault(operation.id(), "").formatted(Instant.now());
        StringBuilder required = new StringBuilder(needed.isEmpty() ? "" : "&" + needed);
        List<String> options = new ArrayList<>(List.of(""));
        for (JsonNode parameter : parameters(operation, "query")) {
            if (parameter.has("example")) {
                if (parameter.path("required").asBoolean()) {
                    required.append('&').append(pair(parameter));
                } else if (!needed.contains(parameter.path("name").asText() + "=")) {
                    options.add(pair(parameter));
                }
            }
        }
        // What changes something is sent once: the second time it would be refused.
        List<String> ways = operation.method().equals("GET") ? options : List.of("");
        return ways.stream()
                .map(option -> {
                    String query = (required + (option.isEmpty() ? "" : "&" + option)).replaceFirst("^&", "?");
                    HttpResponse<String> answer = asSomeoneWhoMay(operation, path(operation) + query);
                    return new Answered(operation, option.replaceFirst("=.*", ""), answer);
                })
                .toList();
    }

    private static String pair(JsonNode parameter) {
        return parameter.path("name").asText() + "="
                + encode(parameter.path("example").asText());
    }

    private List<JsonNode> parameters(Operation operation, String in) {
        List<JsonNode> parameters = new ArrayList<>();
        for (JsonNode reference : operation.node().path("parameters")) {
            JsonNode parameter = api.resolve(reference);
            if (parameter.path("in").asText().equals(in)) {
                parameters.add(parameter);
            }
        }
        return parameters;
    }

    private HttpResponse<String> asSomeoneWhoMay(Operation operation, String path) {
        HttpResponse<String> answer = null;
        for (Optional<String> user : users(operation)) {
            answer = exchange(operation, path, user);
            // The role is right; a rule of the domain may want somebody else, such as not the reporter.
            if (answer.statusCode() != 403 && !isOwn(answer)) {
                return answer;
            }
        }
        return answer;
    }

    private static boolean isOwn(HttpResponse<String> answer) {
        return answer.statusCode() == 422
                && Suite.json(answer.body()).path("code").asText().startsWith("own-");
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
        for (JsonNode parameter : parameters(operation, "header")) {
            switch (parameter.path("name").asText()) {
                case "If-Match" -> request.header("If-Match", tagOf(path, user));
                case "Idempotency-Key" ->
                    request.header("Idempotency-Key", UUID.randomUUID().toString());
                default -> {}
            }
        }
        JsonNode body = body(operation);
        JsonNode table = operation.node().at("/requestBody/content/text~1csv/example");
        if (!body.isMissingNode()) {
            request.header("Content-Type", "application/json");
            request.method(
                    operation.method(),
                    HttpRequest.BodyPublishers.ofString(withIds(body).toString()));
        } else if (table.isTextual()) {
            request.header("Content-Type", "text/csv");
            request.method(operation.method(), HttpRequest.BodyPublishers.ofString(table.textValue()));
        } else {
            request.method(operation.method(), HttpRequest.BodyPublishers.noBody());
        }
        return Http.send(request.build());
    }

    /** A body that names a thing by its id names one that is there. */
    private JsonNode withIds(JsonNode body) {
        ObjectNode sent = body.deepCopy();
        NAMED.forEach((name, list) -> {
            if (sent.has(name)) {
                listed(list, "").ifPresent(id -> sent.put(name, id));
            }
        });
        return sent;
    }

    private String tagOf(String path, Optional<String> user) {
        String resource = path.replaceFirst(":[a-z-]+(\\?.*)?$", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(suite.gateway().resolve(resource));
        user.ifPresent(name -> request.header("Authorization", "Bearer " + suite.token(name)));
        return Http.send(request.build()).headers().firstValue("ETag").orElse("\"none\"");
    }

    /** Fills the placeholders, from the left: with the example, as the body says, or with something that is listed. */
    private String path(Operation operation) {
        StringBuilder path = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(operation.path());
        while (placeholder.find()) {
            String name = placeholder.group(1);
            String collection = operation.path().substring(0, placeholder.start() - 1);
            placeholder.appendReplacement(path, "");
            String list = LISTS.getOrDefault(
                    operation.path(), LISTS.getOrDefault(collection, path.substring(0, path.length() - 1)));
            path.append(encode(example(operation, name)
                    .or(() -> Optional.ofNullable(body(operation).path(name).textValue()))
                    .or(() -> listed(list, verb(operation)))
                    // Nothing is there: the operation has to say so.
                    .orElseGet(() -> UUID.randomUUID().toString())));
        }
        return placeholder.appendTail(path).toString();
    }

    private static JsonNode body(Operation operation) {
        return operation.node().at("/requestBody/content/application~1json/example");
    }

    private static String verb(Operation operation) {
        return operation.path().contains(":") ? operation.path().replaceFirst(".*:", "") : "";
    }

    private Optional<String> example(Operation operation, String name) {
        return parameters(operation, "path").stream()
                .filter(parameter -> parameter.path("name").asText().equals(name) && parameter.has("example"))
                .map(parameter -> parameter.path("example").asText())
                .findFirst();
    }

    /** An item of a list, one that lets the caller do what the operation does before any other. */
    private Optional<String> listed(String list, String verb) {
        HttpResponse<String> answer =
                Http.send(HttpRequest.newBuilder(suite.gateway().resolve(list))
                        .header("Authorization", "Bearer " + suite.token("city-admin"))
                        .build());
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
        for (String key : List.of("id", "uscc", "code")) {
            if (found.has(key)) {
                return Optional.of(found.path(key).asText());
            }
        }
        return Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
