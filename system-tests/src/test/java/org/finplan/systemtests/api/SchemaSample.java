package org.finplan.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes a value that fits a schema: its example when it has one, else the plainest value of its type. */
final class SchemaSample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final JsonNode root;

    SchemaSample(JsonNode root) {
        this.root = root;
    }

    JsonNode resolve(JsonNode node) {
        JsonNode target = node;
        while (target.has("$ref")) {
            target = root.at(target.path("$ref").asText().substring(1));
        }
        return target;
    }

    JsonNode ofMedia(JsonNode media) {
        if (media.has("example")) {
            return media.path("example");
        }
        for (JsonNode example : media.path("examples")) {
            return resolve(example).path("value");
        }
        return of(media.path("schema"));
    }

    JsonNode of(JsonNode schema) {
        return of(resolve(schema), DEEPEST);
    }

    private JsonNode of(JsonNode schema, int deep) {
        for (String given : new String[] {"example", "const", "default"}) {
            if (schema.has(given)) {
                return schema.path(given);
            }
        }
        for (String list : new String[] {"examples", "enum"}) {
            if (!schema.path(list).isEmpty()) {
                return schema.path(list).get(0);
            }
        }
        for (String choice : new String[] {"allOf", "oneOf", "anyOf"}) {
            if (!schema.path(choice).isEmpty()) {
                return of(resolve(schema.path(choice).get(0)), deep - 1);
            }
        }
        return ofType(schema, deep);
    }

    private JsonNode ofType(JsonNode schema, int deep) {
        return switch (type(schema)) {
            case "object" -> object(schema, deep);
            case "array" -> array(schema, deep);
            case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> JSON.booleanNode(false);
            default -> JSON.textNode(text(schema));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!one.asText().equals("null")) {
                    return one.asText();
                }
            }
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asText();
    }

    private ObjectNode object(JsonNode schema, int deep) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (deep > 0) {
                JsonNode own = property.getValue();
                object.set(property.getKey(), own.has("examples") ? of(own, 1) : of(resolve(own), deep - 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, int deep) {
        ArrayNode array = JSON.arrayNode();
        return deep > 0 ? array.add(of(resolve(schema.path("items")), deep - 1)) : array;
    }

    private static String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> "018f6f2e-7c1b-7e5a-9a55-1f6f6b0c2a10";
            case "date" -> "2024-12-31";
            case "date-time" -> "2024-12-31T00:00:00Z";
            default -> "sample";
        };
    }
}
