package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * Renders an OpenAPI 3.1 document as OpenAPI 3.0.3 for tools that know no newer one. It says the same in the older words;
 * what these cannot say is refused, never dropped in silence.
 */
final class OlderRendering {

    private static final String VERSION = "3.0.3";
    /** Below these stand values, not parts of the document. */
    private static final Set<String> VALUES = Set.of("example", "examples", "default", "enum", "scopes", "mapping");

    private OlderRendering() {}

    /**
     * Renders.
     *
     * @param document OpenAPI 3.1
     * @return a new document in OpenAPI 3.0.3
     * @throws IllegalStateException when the document says something that 3.0.3 cannot say; it names the place
     */
    static ObjectNode of(ObjectNode document) {
        ObjectNode older = document.deepCopy();
        older.put("openapi", VERSION);
        older.remove("jsonSchemaDialect");
        refuse(older, "webhooks", "");
        refuse(older.path("components"), "pathItems", "/components");
        info(older);
        ObjectNode schemas = object(older.path("components").path("schemas"));
        if (schemas != null) {
            schemas.properties()
                    .forEach(schema -> schema.setValue(
                            OlderSchema.of(schema.getValue(), "/components/schemas/" + schema.getKey())));
        }
        for (var part : older.properties()) {
            if (part.getKey().equals("components")) {
                part.getValue().properties().stream()
                        .filter(section -> !section.getKey().equals("schemas"))
                        .forEach(section -> walk(section.getValue(), "/components/" + section.getKey()));
            } else {
                walk(part.getValue(), "/" + part.getKey());
            }
        }
        typeNullables(older, older);
        return older;
    }

    /** In 3.0 null is added to a type that stands beside it only, so that a reference that may be null needs its type. */
    private static void typeNullables(JsonNode node, ObjectNode document) {
        node.forEach(child -> typeNullables(child, document));
        JsonNode reference = node.path("allOf").path(0).path("$ref");
        if (node.path("nullable").isBoolean() && !node.has("type") && reference.isTextual()) {
            JsonNode type = document.at(reference.asText().substring(1)).path("type");
            if (type.isTextual()) {
                ((ObjectNode) node).set("type", type);
            }
        }
    }

    private static void info(ObjectNode document) {
        ObjectNode info = object(document.path("info"));
        if (info == null) {
            return;
        }
        JsonNode summary = info.remove("summary");
        if (summary != null) {
            String description = info.path("description").asText();
            info.put("description", description.isEmpty() ? summary.asText() : summary.asText() + "\n\n" + description);
        }
        ObjectNode license = object(info.path("license"));
        if (license != null) {
            JsonNode identifier = license.remove("identifier");
            if (identifier != null && !license.has("url")) {
                license.put("url", "https://spdx.org/licenses/" + identifier.asText() + ".html");
            }
        }
    }

    /** Puts every schema below a node into the older words. */
    private static void walk(JsonNode node, String place) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), place + "/" + i);
            }
        }
        ObjectNode object = object(node);
        if (object == null) {
            return;
        }
        if (object.has("$ref")) {
            // Beside a reference 3.1 allows a summary and a description, 3.0 nothing.
            object.retain("$ref");
            return;
        }
        object.properties().forEach(child -> {
            String name = child.getKey();
            if (name.equals("schema")) {
                child.setValue(OlderSchema.of(child.getValue(), place + "/schema"));
            } else if (!VALUES.contains(name) && !name.startsWith("x-")) {
                walk(child.getValue(), place + "/" + name);
            }
        });
    }

    private static void refuse(JsonNode parent, String name, String place) {
        if (parent.has(name)) {
            throw new IllegalStateException("OpenAPI " + VERSION + " cannot say " + place + "/" + name);
        }
    }

    private static ObjectNode object(JsonNode node) {
        return node.isObject() ? (ObjectNode) node : null;
    }
}
