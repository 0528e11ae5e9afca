package org.finplan.tasks.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which fields an entry of the history changed, from the columns that it holds. */
final class ChangedFields {

    private static final Pattern WORD = Pattern.compile("_(.)");

    private ChangedFields() {}

    /**
     * Compares what was with what is since.
     *
     * @param before the columns that are otherwise since, all of what is removed, or null of what is new
     * @param after all columns as they are since, or null of what is removed
     * @return the fields in the order of the columns; of what is new or gone those that hold something
     */
    static List<FieldChangeView> of(@Nullable JsonNode before, @Nullable JsonNode after) {
        JsonNode was = before == null ? MissingNode.getInstance() : before;
        JsonNode became = after == null ? MissingNode.getInstance() : after;
        List<FieldChangeView> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : (before == null ? became : was).properties()) {
            JsonNode old = was.path(column.getKey());
            JsonNode now = became.path(column.getKey());
            if (holds(old) || holds(now)) {
                fields.add(new FieldChangeView(name(column.getKey()), shown(old), shown(now)));
            }
        }
        return fields;
    }

    private static boolean holds(JsonNode value) {
        return !value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty());
    }

    private static JsonNode shown(JsonNode value) {
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    /** {@return the name of a column as the API writes it: {@code due_date} is {@code dueDate}} */
    private static String name(String column) {
        return WORD.matcher(column).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }
}
