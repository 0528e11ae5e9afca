package org.finplan.risk.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import org.finplan.risk.report.ReportRequest.ReportedValue;

/** Reads a value of a metric: a number, a string of digits, or an object. What is neither is told with its place later. */
final class ReportedValueReader extends JsonDeserializer<ReportedValue> {

    private static final Set<String> FIELDS = Set.of("value", "unit", "reason");

    @Override
    public ReportedValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode sent = context.readTree(parser);
        if (!sent.isObject()) {
            return read(sent, sent, null, null, context);
        }
        boolean known = sent.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()));
        JsonNode number = sent.get("value");
        if (!known || number == null || !textOrNothing(sent, "unit") || !textOrNothing(sent, "reason")) {
            return new ReportedValue(null, null, null, sent.toString());
        }
        return read(sent, number, text(sent, "unit"), text(sent, "reason"), context);
    }

    private static ReportedValue read(
            JsonNode sent, JsonNode number, String unit, String reason, DeserializationContext context)
            throws IOException {
        try {
            BigDecimal value = context.readTreeAsValue(number, BigDecimal.class);
            return new ReportedValue(value, unit, reason, value == null ? sent.toString() : null);
        } catch (MismatchedInputException noNumber) {
            return new ReportedValue(null, unit, reason, sent.toString());
        }
    }

    private static boolean textOrNothing(JsonNode sent, String field) {
        JsonNode node = sent.get(field);
        return node == null || node.isTextual() || node.isNull();
    }

    private static String text(JsonNode sent, String field) {
        JsonNode node = sent.get(field);
        return node == null || node.isNull() ? null : node.textValue();
    }
}
