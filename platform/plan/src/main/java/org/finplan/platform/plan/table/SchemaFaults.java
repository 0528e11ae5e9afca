package org.finplan.platform.plan.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.finplan.platform.plan.fault.EditDistance;
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;

/** Says what a validator found in the words of this suite, with what would be accepted. */
final class SchemaFaults {

    private final FaultList faults;

    SchemaFaults(FaultList faults) {
        this.faults = faults;
    }

    /** Checks a file, or a row of the CSV file, against its schema. */
    void check(JsonTable table) {
        for (Error error : PackageSchemas.validate(table.file(), table.node())) {
            add(table, error);
        }
    }

    private void add(JsonTable table, Error error) {
        JsonNode schema = PackageSchemas.around(error);
        String value = value(error);
        switch (error.getKeyword()) {
            case "required" ->
                put(
                        FaultKind.MISSING_FIELD,
                        table,
                        error,
                        accepted(schema.path("properties").path(error.getProperty())));
            case "additionalProperties" ->
                put(
                        FaultKind.UNKNOWN_FIELD,
                        table,
                        error,
                        EditDistance.nearest(
                                error.getProperty(),
                                schema.path("properties").properties().stream().map(Map.Entry::getKey)));
            case "type" -> put(FaultKind.WRONG_TYPE, table, error, accepted(schema), typed(error, value));
            case "enum" -> put(FaultKind.UNKNOWN_VALUE, table, error, accepted(schema), value);
            case "pattern" -> {
                boolean blank = error.getInstanceNode().asText().isBlank();
                put(blank ? FaultKind.BLANK : FaultKind.MALFORMED, table, error, accepted(schema), value);
            }
            case "maxLength" -> put(FaultKind.TOO_LONG, table, error, List.of("≤ " + error.getSchemaNode()));
            case "minItems" -> put(FaultKind.TOO_FEW, table, error, List.of());
            case "minimum", "maximum" ->
                put(
                        FaultKind.OUT_OF_RANGE,
                        table,
                        error,
                        List.of(schema.path("minimum") + " … " + schema.path("maximum")),
                        value);
            default -> put(FaultKind.MALFORMED, table, error, accepted(schema), value);
        }
    }

    private void put(FaultKind kind, JsonTable table, Error error, List<String> accepted, Object... arguments) {
        String inside = error.getInstanceLocation().toString();
        if (table.file().equals(PlanFiles.PUBLISHED)) {
            String column = error.getProperty() == null ? inside.substring(1) : error.getProperty();
            faults.add(kind, table, column, accepted, arguments);
        } else {
            String field = error.getProperty() == null ? "" : "/" + JsonTable.escaped(error.getProperty());
            faults.add(kind, table.file(), table.place() + inside + field, accepted, arguments);
        }
    }

    private static String value(Error error) {
        JsonNode value = error.getInstanceNode();
        if (value == null) {
            return "";
        }
        return value.isContainerNode()
                ? (value.isObject() ? "object" : "array")
                : FaultList.quoted(value.isTextual() ? value.textValue() : value.toString());
    }

    /** A text with its quotation marks, which make it one where a number belongs. */
    private static String typed(Error error, String value) {
        JsonNode node = error.getInstanceNode();
        return node != null && node.isTextual() ? '"' + value + '"' : value;
    }

    /** What a field takes: its values, else examples of it, else its types. */
    static List<String> accepted(JsonNode field) {
        JsonNode schema = PackageSchemas.resolved(field);
        for (JsonNode holder : List.of(field, schema)) {
            for (String keyword : List.of("enum", "examples")) {
                if (holder.has(keyword)) {
                    return texts(holder.path(keyword));
                }
            }
        }
        JsonNode type = schema.path("type");
        return type.isArray() ? texts(type) : type.isTextual() ? List.of(type.textValue()) : List.of();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
