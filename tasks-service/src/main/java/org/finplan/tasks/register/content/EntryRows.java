package org.finplan.tasks.register.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.platform.plan.register.FieldType;
import org.finplan.platform.plan.register.NamedEntry;
import org.finplan.platform.plan.register.RegisterDefinition;
import org.finplan.platform.plan.register.RegisterField;
import org.finplan.tasks.register.entry.Entry;
import org.finplan.tasks.register.entry.SearchForm;

/** Turns the entries that a package names into rows of the table. */
final class EntryRows {

    private EntryRows() {}

    /**
     * A row.
     *
     * @param id id that the entry gets when it is new
     * @param fields values in the form of the API
     * @param searchText both names and the texts of the fields in normal form
     * @param searchGrams pairs of characters of the same
     */
    record EntryRow(
            UUID id,
            String register,
            String code,
            String nameZh,
            String nameEn,
            String region,
            List<String> sharedWith,
            String stage,
            String since,
            JsonNode fields,
            List<String> tasks,
            List<String> indicators,
            List<String> clauses,
            String searchText,
            Set<String> searchGrams) {}

    static List<EntryRow> of(List<RegisterDefinition> registers) {
        List<EntryRow> rows = new ArrayList<>();
        for (RegisterDefinition register : registers) {
            register.entries().forEach(entry -> rows.add(row(register, entry)));
        }
        return rows;
    }

    private static EntryRow row(RegisterDefinition register, NamedEntry entry) {
        JsonNode fields = fields(register, entry.values());
        SearchForm search = SearchForm.of(new Entry.Content(
                entry.name(),
                entry.region(),
                entry.sharedWith(),
                fields,
                List.of(),
                entry.tasks(),
                entry.indicators(),
                entry.clauses(),
                null));
        return new EntryRow(
                Identifiers.next(),
                register.code(),
                entry.code(),
                entry.name().zh(),
                entry.name().en(),
                entry.region(),
                entry.sharedWith(),
                entry.stage(),
                entry.since().toString(),
                fields,
                entry.tasks(),
                entry.indicators(),
                entry.clauses(),
                search.text(),
                search.grams());
    }

    private static ObjectNode fields(RegisterDefinition register, List<NamedEntry.Value> values) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (NamedEntry.Value value : values) {
            RegisterField field = register.field(value.field()).orElseThrow();
            JsonNode one = value(field, value.value());
            if (field.many()) {
                ArrayNode all = fields.withArray("/" + field.code());
                all.add(one);
            } else {
                fields.set(field.code(), one);
            }
        }
        return fields;
    }

    private static JsonNode value(RegisterField field, String text) {
        return field.type() == FieldType.NUMBER
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("unit", field.unit())
                        .put("value", new BigDecimal(text))
                : TextNode.valueOf(text);
    }
}
