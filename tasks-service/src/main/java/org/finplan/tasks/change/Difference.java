package org.finplan.tasks.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A thing that is otherwise now than it was, is new, or is not there any more.
 *
 * @param place which thing
 * @param change added, changed or removed
 * @param fields what is otherwise; of what is new or gone all that it says or said
 */
public record Difference(Position place, String change, List<Field> fields) {

    /**
     * A thing, and its place in the order of all.
     *
     * @param task id of the task that it is, or belongs to
     * @param kind kind of thing
     * @param key its key, unique within plan and kind
     */
    public record Position(String task, String kind, String key) {}

    /**
     * A field.
     *
     * @param name as the API writes it, such as {@code plannedDate}
     * @param before what it held, JSON null for nothing
     * @param now what it holds, JSON null for nothing
     */
    public record Field(String name, JsonNode before, JsonNode now) {}
}
