package org.finplan.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The merged OpenAPI document of the gateway, read as a list of operations. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete", "head");

    private final JsonNode root;
    private final SchemaSample samples;

    /**
     * Reads a document.
     *
     * @param root the document as JSON
     */
    public ApiDocument(JsonNode root) {
        this.root = root;
        this.samples = new SchemaSample(root);
    }

    /** {@return all operations, by path and method} */
    public List<Operation> operations() {
        Map<String, Operation> operations = new java.util.TreeMap<>();
        root.path("paths")
                .properties()
                .forEach(item -> item.getValue().properties().forEach(entry -> {
                    if (METHODS.contains(entry.getKey())) {
                        Operation operation =
                                operation(item.getKey(), entry.getKey(), item.getValue(), entry.getValue());
                        operations.put(operation.path() + " " + operation.method(), operation);
                    }
                }));
        return List.copyOf(operations.values());
    }

    private Operation operation(String path, String method, JsonNode item, JsonNode operation) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        for (JsonNode owner : List.of(item, operation)) {
            owner.path("parameters").forEach(each -> {
                Parameter parameter = parameter(samples.resolve(each));
                parameters.put(parameter.place() + ":" + parameter.name(), parameter);
            });
        }
        JsonNode body = samples.resolve(operation.path("requestBody"));
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        body.path("content")
                .properties()
                .forEach(content -> bodies.put(content.getKey(), samples.ofMedia(content.getValue())));
        Set<Integer> statuses = new TreeSet<>();
        operation.path("responses").fieldNames().forEachRemaining(status -> {
            if (status.matches("\\d{3}")) {
                statuses.add(Integer.valueOf(status));
            }
        });
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                new ArrayList<>(parameters.values()),
                bodies,
                body.path("required").asBoolean(),
                statuses,
                operation.has("security") && operation.path("security").isEmpty());
    }

    private Parameter parameter(JsonNode node) {
        JsonNode schema = samples.resolve(node.path("schema"));
        JsonNode sample = node.has("example") ? node.path("example") : samples.of(schema);
        return new Parameter(
                node.path("name").asText(),
                node.path("in").asText(),
                node.path("required").asBoolean(),
                schema,
                sample.asText());
    }
}
