package org.finplan.platform.plan.table;

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
import org.finplan.platform.plan.fault.FaultKind;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.fault.Placed;
import org.finplan.platform.plan.fault.PlanPackageException;

/**
 * A JSON object of a package file, or a row of its CSV file, that knows where it stands. Reading a field that does not say what
 * is asked for throws a {@link PlanPackageException}; the check finds it before.
 *
 * @param file name of the file
 * @param place JSON pointer, or the row of a CSV file
 * @param node the object
 */
public record JsonTable(String file, String place, JsonNode node) implements Placed {

    @Override
    public String placeOf(String field) {
        return file.endsWith(".csv") ? place + ", column " + field : place + "/" + escaped(field);
    }

    /** A name as a step of a JSON pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /**
     * The object of a field.
     *
     * @param field name of the field
     * @return the object
     */
    public JsonTable child(String field) {
        return new JsonTable(file, placeOf(field), present(field));
    }

    /**
     * Whether a field says something.
     *
     * @param field name of the field
     * @return whether it is there and not null
     */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /**
     * The rows of a list.
     *
     * @param field name of the field
     * @return the rows, none when the list is missing
     */
    public List<JsonTable> rows(String field) {
        List<JsonTable> rows = new ArrayList<>();
        for (JsonNode row : node.path(field)) {
            rows.add(new JsonTable(file, placeOf(field) + "/" + rows.size(), row));
        }
        return List.copyOf(rows);
    }

    /**
     * What the rows of a list say.
     *
     * @param field name of the field
     * @param mapping reads a row
     * @param <T> what a row says
     * @return what they say, none when the list is missing
     */
    public <T> List<T> rows(String field, Function<JsonTable, T> mapping) {
        return rows(field).stream().map(mapping).toList();
    }

    /**
     * Reads a text.
     *
     * @param field name of the field
     * @return the text
     */
    public String text(String field) {
        JsonNode value = present(field);
        if (!value.isTextual()) {
            throw fault(field);
        }
        return value.textValue();
    }

    /**
     * Reads a text that may be missing.
     *
     * @param field name of the field
     * @return the text, or null
     */
    public String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    /**
     * Reads a list of texts.
     *
     * @param field name of the field
     * @return the texts, none when the list is missing
     */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        node.path(field).forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /**
     * Reads a whole number.
     *
     * @param field name of the field
     * @return the number
     */
    public int integer(String field) {
        JsonNode value = present(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw fault(field);
        }
        return value.intValue();
    }

    /**
     * Reads a field that is true or false.
     *
     * @param field name of the field
     * @return whether it is there and true
     */
    public boolean flag(String field) {
        return has(field) && node.get(field).booleanValue();
    }

    /**
     * Reads a number with every digit.
     *
     * @param field name of the field
     * @return the number
     */
    public BigDecimal decimal(String field) {
        JsonNode value = present(field);
        if (!value.isNumber()) {
            throw fault(field);
        }
        return value.decimalValue();
    }

    /**
     * Reads a number that may be missing.
     *
     * @param field name of the field
     * @return the number, or null
     */
    public BigDecimal decimalOrNull(String field) {
        return has(field) ? decimal(field) : null;
    }

    /**
     * Finds a period.
     *
     * @param field name of the field
     * @return the period that the field says, empty when it says none
     */
    public Optional<Period> findPeriod(String field) {
        return has(field) ? Period.find(text(field)) : Optional.empty();
    }

    /**
     * Reads a period.
     *
     * @param field name of the field
     * @return the period
     */
    public Period period(String field) {
        return findPeriod(field).orElseThrow(() -> fault(field));
    }

    /**
     * Finds a day.
     *
     * @param field name of the field
     * @return the day that the field says, empty when it says none
     */
    public Optional<LocalDate> findDay(String field) {
        try {
            return has(field) ? Optional.of(LocalDate.parse(text(field))) : Optional.empty();
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /**
     * Reads a day.
     *
     * @param field name of the field
     * @return the day
     */
    public LocalDate day(String field) {
        return findDay(field).orElseThrow(() -> fault(field));
    }

    /**
     * Reads a text in both languages.
     *
     * @param chinese field of the Chinese text
     * @param english field of the English text
     * @return the text; without the English one the Chinese one stands for it
     */
    public LocalizedText localized(String chinese, String english) {
        String zh = text(chinese);
        return new LocalizedText(zh, has(english) ? text(english) : zh);
    }

    /**
     * Reads a text in both languages.
     *
     * @param field name of both fields, without {@code _zh} and {@code _en}
     * @return the text; without the English one the Chinese one stands for it
     */
    public LocalizedText localized(String field) {
        return localized(field + "_zh", field + "_en");
    }

    /**
     * Reads a value of an enum.
     *
     * @param field name of the field
     * @param type the enum
     * @param <E> the enum
     * @return the constant
     */
    public <E extends Enum<E>> E constant(String field, Class<E> type) {
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
