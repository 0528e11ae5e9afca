package org.finplan.tasks.register.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.finplan.platform.identifier.UnifiedCreditCode;
import org.finplan.platform.plan.register.RegisterField;
import org.finplan.platform.problem.ProblemError;

/** Reads the values of the fields of an entry, each by the type of its field, and names every place that is wrong. */
final class FieldReader {

    private static final int LONGEST_TEXT = 4000;
    private static final int MOST_VALUES = 200;

    private final List<RegisterField> fields;
    private final PlanCodes codes;
    private final List<ProblemError> faults = new ArrayList<>();
    private final Map<String, Link> links = new LinkedHashMap<>();

    FieldReader(List<RegisterField> fields, PlanCodes codes) {
        this.fields = fields;
        this.codes = codes;
    }

    /**
     * An entry that a field links to.
     *
     * @param pointer where the request names it
     * @param register register that it has to stand in
     * @param entry its id
     */
    record Link(String pointer, String register, String entry) {}

    /**
     * Reads values.
     *
     * @param sent what was sent by the codes of the fields, or null
     * @return the values in the form in which they are kept
     */
    ObjectNode read(Map<String, JsonNode> sent) {
        Map<String, JsonNode> given = sent == null ? Map.of() : sent;
        List<String> known = fields.stream().map(RegisterField::code).toList();
        given.keySet().stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> add(FieldFault.UNKNOWN_FIELD, pointer(code), code, known));
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (RegisterField field : fields) {
            JsonNode value = given.get(field.code());
            boolean absent = value == null || value.isNull() || (value.isArray() && value.isEmpty());
            if (absent && field.required()) {
                add(FieldFault.MISSING_FIELD, pointer(field.code()), null, List.of(form(field)));
            } else if (!absent) {
                value(field, value).ifPresent(kept -> read.set(field.code(), kept));
            }
        }
        return read;
    }

    /** {@return what is wrong, in the order of the fields} */
    List<ProblemError> faults() {
        return faults;
    }

    /** {@return the entries that the fields link to, each once} */
    List<Link> links() {
        return List.copyOf(links.values());
    }

    /** Adds a fault of a place. */
    void add(FieldFault fault, String pointer, String value, List<String> accepted) {
        faults.add(new ProblemError(pointer, value, fault.code(), fault.message(), accepted));
    }

    private Optional<JsonNode> value(RegisterField field, JsonNode sent) {
        String pointer = pointer(field.code());
        if (!field.many()) {
            return one(field, pointer, sent);
        }
        if (!sent.isArray() || sent.size() > MOST_VALUES) {
            add(FieldFault.MALFORMED_FIELD, pointer, sent.toString(), List.of("[" + form(field) + "]"));
            return Optional.empty();
        }
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < sent.size(); i++) {
            one(field, pointer + "/" + i, sent.get(i)).ifPresent(all::add);
        }
        return Optional.of(all);
    }

    private Optional<JsonNode> one(RegisterField field, String pointer, JsonNode sent) {
        return switch (field.type()) {
            case NUMBER -> number(field, pointer, sent);
            case TEXT -> text(field, pointer, sent, text -> !text.isBlank() && text.length() <= LONGEST_TEXT);
            case DATE -> text(field, pointer, sent, FieldReader::isDay);
            case USCC ->
                text(
                        field,
                        pointer,
                        sent,
                        text -> UnifiedCreditCode.hasForm(text) && UnifiedCreditCode.isChecked(text));
            case CODE -> known(field, pointer, sent, choices(field));
            case REGION -> known(field, pointer, sent, codes.regions());
            case CLAUSE -> known(field, pointer, sent, codes.clauses());
            case TASK -> known(field, pointer, sent, codes.tasks());
            case INDICATOR -> known(field, pointer, sent, codes.indicators());
            case ENTRY -> {
                Optional<JsonNode> id = text(field, pointer, sent, FieldReader::isId);
                id.ifPresent(found ->
                        links.putIfAbsent(found.textValue(), new Link(pointer, field.register(), found.textValue())));
                yield id;
            }
        };
    }

    /** A number has its unit beside it, and the field takes one unit only. */
    private Optional<JsonNode> number(RegisterField field, String pointer, JsonNode sent) {
        Optional<JsonNode> value = Decimals.read(sent.path("value"));
        if (!sent.isObject() || value.isEmpty() || sent.size() > 2) {
            add(FieldFault.MALFORMED_FIELD, pointer, sent.toString(), List.of(form(field)));
            return Optional.empty();
        }
        if (!field.unit().equals(sent.path("unit").asText())) {
            add(
                    FieldFault.UNKNOWN_REFERENCE,
                    pointer + "/unit",
                    sent.path("unit").asText(null),
                    List.of(field.unit()));
            return Optional.empty();
        }
        return Optional.of(
                JsonNodeFactory.instance.objectNode().put("unit", field.unit()).set("value", value.get()));
    }

    private Optional<JsonNode> text(RegisterField field, String pointer, JsonNode sent, Predicate<String> form) {
        if (!sent.isTextual() || !form.test(sent.textValue())) {
            add(FieldFault.MALFORMED_FIELD, pointer, sent.asText(), List.of(form(field)));
            return Optional.empty();
        }
        return Optional.of(sent);
    }

    private Optional<JsonNode> known(RegisterField field, String pointer, JsonNode sent, List<String> accepted) {
        Optional<JsonNode> text = text(field, pointer, sent, code -> true);
        if (text.isPresent() && !accepted.contains(sent.textValue())) {
            add(FieldFault.UNKNOWN_REFERENCE, pointer, sent.textValue(), accepted);
            return Optional.empty();
        }
        return text;
    }

    private static List<String> choices(RegisterField field) {
        return field.choices().stream().map(RegisterField.Choice::code).toList();
    }

    private static String form(RegisterField field) {
        return switch (field.type()) {
            case NUMBER -> "{\"value\":12.5,\"unit\":\"" + field.unit() + "\"}";
            case DATE -> "2026-06-30";
            default -> field.type().code();
        };
    }

    private static String pointer(String code) {
        return "/fields/" + code.replace("~", "~0").replace("/", "~1");
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }
}
