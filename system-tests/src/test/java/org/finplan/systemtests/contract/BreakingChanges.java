package org.finplan.systemtests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/**
 * What of a new version of an API breaks callers of the old one. openapi-diff compares parameters, bodies and answers; it
 * does not compare ids and roles, on which generated clients and callers depend as well.
 */
final class BreakingChanges {

    private static final YAMLMapper YAML = new YAMLMapper();

    private BreakingChanges() {}

    /**
     * Compares.
     *
     * @param published the old document in OpenAPI 3.0 of 3.1, openapi-diff does not see the types
     * @param current the new one
     * @return what breaks, empty when nothing does
     */
    static List<String> between(String published, String current) {
        List<String> breaks = new ArrayList<>();
        JsonNode old = plain(parse(published));
        JsonNode next = plain(parse(current));
        ChangedOpenApi changes = OpenApiCompare.fromContents(old.toString(), next.toString());
        if (changes.isIncompatible()) {
            breaks.add(report(changes));
        }
        JsonNode now = next.path("paths");
        breaks.addAll(new NewNulls(old, next).find());
        old.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    JsonNode after = now.path(path.getKey()).path(operation.getKey());
                    if (after.isObject()) {
                        compare(operation.getKey() + " " + path.getKey(), operation.getValue(), after, breaks);
                    }
                }));
        return breaks;
    }

    /** A description beside a reference needs an allOf around it, which openapi-diff takes for another type. */
    private static JsonNode plain(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = (ObjectNode) node;
            JsonNode reference = object.path("allOf").path(0).path("$ref");
            if (object.path("allOf").size() == 1 && reference.isTextual() && !object.has("nullable")) {
                object.removeAll().set("$ref", reference);
            }
        }
        node.forEach(BreakingChanges::plain);
        return node;
    }

    private static void compare(String name, JsonNode before, JsonNode after, List<String> breaks) {
        String id = before.path("operationId").asText();
        if (!id.equals(after.path("operationId").asText())) {
            breaks.add(name + ": operationId " + id + " became "
                    + after.path("operationId").asText());
        }
        Set<String> lost = roles(before);
        lost.removeAll(roles(after));
        if (before.has("x-roles") && !lost.isEmpty()) {
            breaks.add(name + ": may no longer be called by " + lost);
        }
        if (open(before) && !open(after)) {
            breaks.add(name + ": needs credentials now");
        }
    }

    private static boolean open(JsonNode operation) {
        return operation.has("security") && operation.path("security").isEmpty();
    }

    private static Set<String> roles(JsonNode operation) {
        Set<String> roles = new TreeSet<>();
        operation.path("x-roles").forEach(role -> roles.add(role.asText()));
        return roles;
    }

    private static String report(ChangedOpenApi changes) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        new ConsoleRender().render(changes, new OutputStreamWriter(text, StandardCharsets.UTF_8));
        return text.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode parse(String document) {
        try {
            return YAML.readTree(document);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
