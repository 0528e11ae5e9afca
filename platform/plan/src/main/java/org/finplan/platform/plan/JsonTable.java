package org.finplan.platform.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/** A JSON object of a package file that knows where it stands, so that a fault in the data names its place. */
record JsonTable(String place, JsonNode node) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    static JsonTable read(PlanFiles files, String file) {
        try {
            return new JsonTable(files.code() + "/" + file, MAPPER.readTree(files.get(file)));
        } catch (IOException malformed) {
            throw new PlanPackageException("plan package " + files.code() + ": " + file + " is no JSON", malformed);
        }
    }

    JsonTable child(String field) {
        return new JsonTable(place + "/" + field, present(field));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    <T> List<T> rows(String field, Function<JsonTable, T> mapping) {
        List<T> rows = new ArrayList<>();
        for (JsonNode row : present(field)) {
            rows.add(mapping.apply(new JsonTable(place + "/" + field + "/" + rows.size(), row)));
        }
        return List.copyOf(rows);
    }

    String text(String field) {
        JsonNode value = present(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw fault(field, "is no text");
        }
        return value.textValue();
    }

    String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    List<String> texts(String field) {
        if (!has(field)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        node.get(field).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    int integer(String field) {
        JsonNode value = present(field);
        if (!value.isInt()) {
            throw fault(field, "is no whole number");
        }
        return value.intValue();
    }

    boolean flag(String field) {
        return has(field) && node.get(field).booleanValue();
    }

    BigDecimal decimal(String field) {
        JsonNode value = present(field);
        if (!value.isNumber()) {
            throw fault(field, "is no number");
        }
        return value.decimalValue();
    }

    BigDecimal decimalOrNull(String field) {
        return has(field) ? decimal(field) : null;
    }

    Period period(String field) {
        return Period.find(text(field)).orElseThrow(() -> fault(field, "is no period"));
    }

    LocalizedText localized(String field) {
        return new LocalizedText(text(field + "_zh"), text(field + "_en"));
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        String name = text(field).toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw fault(field, "has no such value");
    }

    PlanPackageException fault(String field, String what) {
        return new PlanPackageException("plan package: " + place + "/" + field + " " + what + ": " + node.path(field));
    }

    private JsonNode present(String field) {
        if (!has(field)) {
            throw fault(field, "is missing");
        }
        return node.get(field);
    }
}
