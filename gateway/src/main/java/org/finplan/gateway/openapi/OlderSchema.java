package org.finplan.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Renders a JSON Schema of OpenAPI 3.1 as a schema object of OpenAPI 3.0.3. */
final class OlderSchema {

    private static final Set<String> UNSAYABLE = Set.of(
            "$defs",
            "$dynamicRef",
            "contains",
            "dependentRequired",
            "dependentSchemas",
            "else",
            "if",
            "patternProperties",
            "prefixItems",
            "propertyNames",
            "then",
            "unevaluatedItems",
            "unevaluatedProperties");
    private static final List<String> COMBINATIONS = List.of("allOf", "anyOf", "oneOf");

    private OlderSchema() {}

    /** Renders a schema; the place is named when it says something that 3.0.3 cannot say. */
    static ObjectNode of(JsonNode newer, String place) {
        if (newer.isBoolean()) {
            ObjectNode any = JsonNodeFactory.instance.objectNode();
            if (!newer.booleanValue()) {
                any.putObject("not");
            }
            return any;
        }
        ObjectNode schema = newer.deepCopy();
        UNSAYABLE.stream().filter(schema::has).findFirst().ifPresent(word -> {
            throw new IllegalStateException("OpenAPI 3.0.3 cannot say " + word + " at " + place);
        });
        schema.remove(List.of("$schema", "$id", "$comment"));
        children(schema, place);
        constant(schema);
        nullable(schema, place);
        examples(schema);
        exclusive(schema, "minimum", "exclusiveMinimum");
        exclusive(schema, "maximum", "exclusiveMaximum");
        contents(schema);
        reference(schema);
        return schema;
    }

    private static void children(ObjectNode schema, String place) {
        schema.path("properties")
                .properties()
                .forEach(property ->
                        property.setValue(of(property.getValue(), place + "/properties/" + property.getKey())));
        for (String word : List.of("items", "additionalProperties", "not")) {
            JsonNode child = schema.get(word);
            if (child != null && !(child.isBoolean() && word.equals("additionalProperties"))) {
                schema.set(word, of(child, place + "/" + word));
            }
        }
        for (String word : COMBINATIONS) {
            if (schema.has(word)) {
                ArrayNode parts = schema.withArray(word);
                for (int i = 0; i < parts.size(); i++) {
                    // Null is taken out first: a schema of type null alone does not exist in 3.0.
                    if (!isNull(parts.get(i))) {
                        parts.set(i, of(parts.get(i), place + "/" + word + "/" + i));
                    }
                }
            }
        }
        if (schema.path("type").asText().equals("array") && !schema.has("items")) {
            schema.putObject("items");
        }
    }

    private static void constant(ObjectNode schema) {
        JsonNode value = schema.remove("const");
        if (value != null) {
            schema.putArray("enum").add(value);
        }
    }

    private static void nullable(ObjectNode schema, String place) {
        boolean nullable = takeNullOutOfTypes(schema);
        for (String word : List.of("anyOf", "oneOf")) {
            if (schema.has(word)) {
                nullable |= takeNullOutOf(schema, word);
            }
        }
        if (!nullable) {
            return;
        }
        // Null is added to a type that stands beside it only.
        boolean said = schema.has("type") || schema.has("allOf");
        if (said) {
            schema.put("nullable", true);
        }
        for (String word : said ? List.<String>of() : List.of("anyOf", "oneOf")) {
            for (JsonNode part : schema.path(word)) {
                if (part.has("type")) {
                    ((ObjectNode) part).put("nullable", true);
                    said = true;
                }
            }
        }
        if (!said) {
            throw new IllegalStateException("OpenAPI 3.0.3 cannot say null without a type at " + place);
        }
    }

    private static boolean takeNullOutOfTypes(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (isNull(schema)) {
            schema.remove("type");
            return true;
        }
        if (!type.isArray()) {
            return false;
        }
        List<String> types = StreamSupport.stream(type.spliterator(), false)
                .map(JsonNode::asText)
                .filter(name -> !name.equals("null"))
                .toList();
        boolean nullable = types.size() < type.size();
        schema.remove("type");
        if (types.size() == 1) {
            schema.put("type", types.get(0));
        } else {
            ArrayNode any = schema.putArray("anyOf");
            types.forEach(name -> any.addObject().put("type", name));
        }
        return nullable;
    }

    private static boolean takeNullOutOf(ObjectNode schema, String word) {
        ArrayNode rest = schema.arrayNode();
        schema.get(word).forEach(part -> {
            if (!isNull(part)) {
                rest.add(part);
            }
        });
        boolean nullable = rest.size() < schema.get(word).size();
        if (nullable && rest.size() == 1) {
            schema.remove(word);
            JsonNode only = rest.get(0);
            if (only.has("$ref") || only.has("allOf")) {
                schema.putArray("allOf").add(only);
            } else {
                only.properties().stream()
                        .filter(entry -> !schema.has(entry.getKey()))
                        .forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
            }
        } else {
            schema.set(word, rest);
        }
        return nullable;
    }

    private static boolean isNull(JsonNode schema) {
        return schema.path("type").asText().equals("null");
    }

    private static void examples(ObjectNode schema) {
        JsonNode examples = schema.remove("examples");
        if (examples != null && !examples.isEmpty() && !schema.has("example")) {
            schema.set("example", examples.get(0));
        }
    }

    private static void exclusive(ObjectNode schema, String bound, String exclusive) {
        if (schema.path(exclusive).isNumber()) {
            schema.set(bound, schema.get(exclusive));
            schema.put(exclusive, true);
        }
    }

    private static void contents(ObjectNode schema) {
        JsonNode encoding = schema.remove("contentEncoding");
        JsonNode mediaType = schema.remove("contentMediaType");
        if (encoding != null && encoding.asText().equals("base64")) {
            schema.put("format", "byte");
        } else if (mediaType != null && !schema.has("format")) {
            schema.put("format", "binary");
        }
    }

    /** Beside a reference 3.0 reads nothing, so that what stands there goes around it. */
    private static void reference(ObjectNode schema) {
        if (schema.has("$ref") && schema.size() > 1) {
            ObjectNode reference = schema.objectNode();
            reference.set("$ref", schema.remove("$ref"));
            // The type says again what the reference says.
            schema.remove("type");
            if (schema.isEmpty()) {
                schema.setAll(reference);
            } else {
                schema.putArray("allOf").add(reference);
            }
        }
    }
}
