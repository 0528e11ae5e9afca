package org.finplan.platform.plan.difference;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;

/** Everything that a record says, as fields of text: a component that is added to a record of a plan is compared from then on. */
final class RecordFields {

    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    /** What is asked of the class of a record is found once. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component ->
                            new Component(component.getName(), snake(component.getName()), component.getAccessor()))
                    .toList();
        }
    };

    private final Map<String, String> fields = new LinkedHashMap<>();

    private RecordFields() {}

    private record Component(String name, String field, Method accessor) {}

    /**
     * Reads a record.
     *
     * @param row the record
     * @param without components that say nothing of their own
     * @return the fields that say something
     */
    static Map<String, String> of(Record row, List<String> without) {
        RecordFields read = new RecordFields();
        read.components(row, "", without);
        return read.fields;
    }

    private void components(Record row, String path, List<String> without) {
        for (Component component : COMPONENTS.get(row.getClass())) {
            if (!without.contains(component.name())) {
                value(path + component.field(), get(row, component.accessor()));
            }
        }
    }

    private void value(String path, Object value) {
        if (value instanceof LocalizedText text) {
            fields.put(path + "_zh", text.zh());
            fields.put(path + "_en", text.en());
        } else if (value instanceof Collection<?> list && list.stream().anyMatch(RecordFields::isNested)) {
            int number = 0;
            for (Object one : list) {
                number++;
                value(path + "." + number, one);
            }
        } else if (isNested(value)) {
            components((Record) value, path + ".", List.of());
        } else if (value != null && !(value instanceof Collection<?> list && list.isEmpty())) {
            fields.put(path, text(value));
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof Record && !(value instanceof Period);
    }

    private static String text(Object value) {
        if (value instanceof Period period) {
            return period.text();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(one -> cell(text(one))).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** As in a CSV file, so that a comma inside of an entry does not look like two entries. */
    private static String cell(String text) {
        boolean plain = !text.isEmpty() && text.indexOf(',') < 0 && text.indexOf('"') < 0;
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String snake(String name) {
        return CAPITAL.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    }

    private static Object get(Record row, Method accessor) {
        try {
            return accessor.invoke(row);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException("a record of a plan is public: " + row.getClass(), notPublic);
        }
    }
}
