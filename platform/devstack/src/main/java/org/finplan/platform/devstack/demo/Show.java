package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What of an answer is printed.
 *
 * @param members names of the members to print, wherever they stand; none prints all
 * @param indicator indicator whose item alone is printed, or null for all items
 */
record Show(Set<String> members, String indicator) {

    private static final int ITEMS = 3;

    static Show all() {
        return new Show(Set.of(), null);
    }

    static Show only(String... members) {
        return new Show(Set.of(members), null);
    }

    Show of(String wanted) {
        return new Show(members, wanted);
    }

    /** {@return the lines to print} */
    List<String> lines(JsonNode answer) {
        return Excerpt.of(indicator == null ? answer : filtered(answer), ITEMS, members);
    }

    private JsonNode filtered(JsonNode answer) {
        ObjectNode kept = answer.deepCopy();
        ArrayNode items = kept.putArray("items");
        answer.path("items").forEach(item -> {
            if (item.path("indicator").asText().equals(indicator)) {
                items.add(item);
            }
        });
        return kept;
    }
}
