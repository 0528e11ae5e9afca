package org.finplan.platform.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/**
 * A JSON object of a package file, or a row of its CSV file, that knows where it stands.
 *
 * @param file name of the file
 * @param place JSON pointer, or the row of a CSV file
 * @param node the object
 */
record JsonTable(String file, String place, JsonNode node) {

    /** {@return where a field of this object stands} */
    String placeOf(String field) {
        return file.endsWith(".csv") ? place + ", column " + field : place + "/" + escaped(field);
    }

    /** A name as a step of a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    JsonTable child(String field) {
        return new JsonTable(file, placeOf(field), present(field));
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The rows of a list; none when the list is missing. */
    List<JsonTable> rows(String field) {
        List<JsonTable> rows = new ArrayList<>();
        for (JsonNode row : node.path(field)) {
            rows.add(new JsonTable(file, placeOf(field) + "/" + rows.size(), row));
        }
        return List.copyOf(rows);
    }

    <T> List<T> rows(String field, Function<JsonTable, T> mapping) {
        return rows(field).stream().map(mapping).toList();
    }

    String text(String field) {
        JsonNode value = present(field);
        if (!value.isTextual()) {
            throw fault(field);
        }
        return value.textValue();
    }

    String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    int integer(String field) {
        JsonNode value = present(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw fault(field);
        }
        return value.intValue();
    }

    boolean flag(String field) {
        return has(field) && node.get(field).booleanValue();
    }

    BigDecimal decimal(String field) {
        JsonNode value = present(field);
        if (!value.isNumber()) {
            throw fault(field);
        }
        return value.decimalValue();
    }

    BigDecimal decimalOrNull(String field) {
        return has(field) ? decimal(field) : null;
    }

    /** {@return the period that a field says, empty when it says none} */
    Optional<Period> findPeriod(String field) {
        return has(field) ? Period.find(text(field)) : Optional.empty();
    }

    Period period(String field) {
        return findPeriod(field).orElseThrow(() -> fault(field));
    }

    /** {@return the day that a field says, empty when it says none} */
    Optional<LocalDate> findDay(String field) {
        try {
            return has(field) ? Optional.of(LocalDate.parse(text(field))) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    LocalDate day(String field) {
        return findDay(field).orElseThrow(() -> fault(field));
    }

    /** A text in both languages; without the English one the Chinese one stands for it. */
    LocalizedText localized(String chinese, String english) {
        String zh = text(chinese);
        return new LocalizedText(zh, has(english) ? text(english) : zh);
    }

    LocalizedText localized(String field) {
        return localized(field + "_zh", field + "_en");
    }

    <E extends Enum<E>> E constant(String field, Class<E> type) {
        String name = text(field).toUpperCase(Locale.ROOT);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw fault(field);
    }

    /** What the check lets through cannot come here; should it, the place is named all the same. */
    private PlanPackageException fault(String field) {
        FaultList faults = new FaultList();
        faults.add(
                FaultKind.MALFORMED,
                this,
                field,
                List.of(),
                FaultList.quoted(node.path(field).toString()));
        return new PlanPackageException(file, faults.all());
    }

    private JsonNode present(String field) {
        if (!has(field)) {
            throw fault(field);
        }
        return node.get(field);
    }
}
