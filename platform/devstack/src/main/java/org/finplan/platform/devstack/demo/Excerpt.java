package org.finplan.platform.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows JSON in a terminal: only the members that matter, the first items of a list, and short objects on one line. */
final class Excerpt {

    private static final int LINE = 108;
    /** The lists that an answer wraps its content in. */
    private static final Set<String> LISTS = Set.of("items", "errors");

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private Excerpt() {}

    /**
     * Takes an excerpt.
     *
     * @param node what to show
     * @param items most items of a list that are shown
     * @param members names of the members to keep, in items and in members that are kept; none keeps all
     * @return lines to print
     */
    static List<String> of(JsonNode node, int items, Set<String> members) {
        List<String> lines = new ArrayList<>();
        print("", members.isEmpty() ? node : pick(node, members), "", items, "", lines);
        return lines;
    }

    private static JsonNode pick(JsonNode node, Set<String> members) {
        if (node instanceof ArrayNode array) {
            ArrayNode picked = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> picked.add(pick(item, members)));
            return picked;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            if (members.contains(entry.getKey())) {
                picked.set(entry.getKey(), anyOf(value, members) ? pick(value, members) : value);
            } else if (LISTS.contains(entry.getKey()) && value.isArray()) {
                picked.set(entry.getKey(), pick(value, members));
            }
        });
        return picked;
    }

    private static boolean anyOf(JsonNode value, Set<String> members) {
        JsonNode object = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return object.properties().stream().anyMatch(entry -> members.contains(entry.getKey()));
    }

    private static void print(String indent, JsonNode node, String label, int items, String end, List<String> lines) {
        String inline = indent + label + text(node) + end;
        boolean whole = !node.isArray() || node.size() <= items;
        if (!node.isContainerNode() || (whole && TextWidth.of(inline) <= LINE)) {
            lines.add(inline);
            return;
        }
        boolean list = node.isArray();
        lines.add(indent + label + (list ? "[" : "{"));
        if (list) {
            for (int i = 0; i < Math.min(items, node.size()); i++) {
                print(indent + "  ", node.get(i), "", items, i + 1 < node.size() ? "," : "", lines);
            }
            if (node.size() > items) {
                lines.add(indent + "  … 另有 " + (node.size() - items) + " 项 / " + (node.size() - items) + " more");
            }
        } else {
            int left = node.size();
            for (var entry : node.properties()) {
                left--;
                print(
                        indent + "  ",
                        entry.getValue(),
                        "\"" + entry.getKey() + "\": ",
                        items,
                        left > 0 ? "," : "",
                        lines);
            }
        }
        lines.add(indent + (list ? "]" : "}") + end);
    }

    private static String text(JsonNode node) {
        if (node.isObject()) {
            List<String> parts = new ArrayList<>();
            node.properties().forEach(entry -> parts.add("\"" + entry.getKey() + "\": " + text(entry.getValue())));
            return "{" + String.join(", ", parts) + "}";
        }
        if (node.isArray()) {
            List<String> parts = new ArrayList<>();
            node.forEach(item -> parts.add(text(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        return node.isNumber()
                ? plain(node.decimalValue())
                : JSON.valueToTree(node).toString();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
