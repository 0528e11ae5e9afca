package org.finplan.systemtests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds values of answers that were never null and now may be; openapi-diff does not look at {@code nullable}. */
final class NewNulls {

    private final JsonNode published;
    private final JsonNode current;
    private final Set<String> seen = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    NewNulls(JsonNode published, JsonNode current) {
        this.published = published;
        this.current = current;
    }

    List<String> find() {
        published.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operation
                        .getValue()
                        .path("responses")
                        .properties()
                        .forEach(response -> {
                            JsonNode next = current.path("paths")
                                    .path(path.getKey())
                                    .path(operation.getKey())
                                    .path("responses")
                                    .path(response.getKey());
                            contents(operation.getKey() + " " + path.getKey(), response.getValue(), next);
                        })));
        return found;
    }

    private void contents(String place, JsonNode before, JsonNode after) {
        JsonNode now = resolve(after, current).path("content");
        resolve(before, published)
                .path("content")
                .properties()
                .forEach(media -> schema(
                        place,
                        media.getValue().path("schema"),
                        now.path(media.getKey()).path("schema")));
    }

    private void schema(String place, JsonNode before, JsonNode after) {
        if (after.isMissingNode() || (before.has("$ref") && !seen.add(before + " " + after))) {
            return;
        }
        JsonNode old = resolve(before, published);
        JsonNode next = resolve(after, current);
        if (!old.path("nullable").asBoolean() && next.path("nullable").asBoolean()) {
            found.add(place + " may be null now");
        }
        old.path("properties")
                .properties()
                .forEach(property -> schema(
                        place + "." + property.getKey(),
                        property.getValue(),
                        next.path("properties").path(property.getKey())));
        schema(place + "[]", old.path("items"), next.path("items"));
        schema(place + ".*", old.path("additionalProperties"), next.path("additionalProperties"));
        for (int i = 0; i < old.path("allOf").size(); i++) {
            schema(place, old.path("allOf").path(i), next.path("allOf").path(i));
        }
    }

    private static JsonNode resolve(JsonNode node, JsonNode document) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
