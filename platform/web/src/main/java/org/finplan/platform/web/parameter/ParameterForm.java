package org.finplan.platform.web.parameter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.web.time.CalendarForm;

/**
 * What the value of a query parameter of some type must look like. The framework would answer 404 to a value that it
 * cannot convert, without a word of where.
 */
final class ParameterForm {

    private static final ParameterForm ANY = new ParameterForm(value -> {}, new LocalizedText("-", "-"), List.of());
    private static final ParameterForm WHOLE = new ParameterForm(
            value -> Long.parseLong(ascii(value)), new LocalizedText("须为整数。", "Must be a whole number."), List.of("1"));
    private static final ParameterForm INT = new ParameterForm(
            value -> Integer.parseInt(ascii(value)),
            new LocalizedText("须为整数。", "Must be a whole number."),
            List.of("1"));
    private static final ParameterForm TRUTH = new ParameterForm(
            value -> requireOneOf(Set.of("true", "false"), value),
            new LocalizedText("须为 true 或 false。", "Must be true or false."),
            List.of("true", "false"));
    private static final Map<Class<?>, ParameterForm> FORMS = Map.ofEntries(
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, WHOLE),
            Map.entry(Long.class, WHOLE),
            Map.entry(boolean.class, TRUTH),
            Map.entry(Boolean.class, TRUTH),
            Map.entry(
                    BigDecimal.class,
                    new ParameterForm(
                            value -> new BigDecimal(ascii(value)),
                            new LocalizedText("须为十进制数。", "Must be a decimal."),
                            List.of("1.5"))),
            Map.entry(
                    Instant.class,
                    new ParameterForm(
                            CalendarForm.INSTANT::parse,
                            new LocalizedText("须为带时区的时刻（RFC 3339）。", "Must be an instant with its offset (RFC 3339)."),
                            List.of("2026-01-31T16:00:00Z", "2026-02-01T00:00:00%2B08:00"))),
            Map.entry(
                    LocalDate.class,
                    new ParameterForm(
                            CalendarForm.DATE::parse,
                            new LocalizedText("须为日期。", "Must be a date."),
                            List.of("2026-01-31"))),
            Map.entry(
                    UUID.class,
                    new ParameterForm(
                            UUID::fromString,
                            new LocalizedText("须为 UUID。", "Must be a UUID."),
                            List.of("00000000-0000-0000-0000-000000000000"))));

    private final Consumer<String> parser;
    private final LocalizedText form;
    private final List<String> accepted;

    private ParameterForm(Consumer<String> parser, LocalizedText form, List<String> accepted) {
        this.parser = parser;
        this.form = form;
        this.accepted = accepted;
    }

    /**
     * The form of a parameter.
     *
     * @param type that its values are put into
     * @param accepted the values that its document lists; when there are none the type decides
     */
    static ParameterForm of(Class<?> type, List<String> accepted) {
        if (!accepted.isEmpty()) {
            return oneOf(accepted);
        }
        return type.isEnum() && !convertsItself(type) ? ofEnum(type) : FORMS.getOrDefault(type, ANY);
    }

    /** {@return the same form for a value that is not empty} */
    ParameterForm filled() {
        return this != ANY
                ? this
                : new ParameterForm(
                        value -> require(!value.isEmpty()), new LocalizedText("须有值。", "Must have a value."), List.of());
    }

    Optional<ProblemError> check(String name, String value) {
        try {
            parser.accept(value);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(ParameterFaults.malformed(name, value, form, accepted));
        }
    }

    private static ParameterForm ofEnum(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        return oneOf(names);
    }

    private static ParameterForm oneOf(List<String> names) {
        return new ParameterForm(
                value -> requireOneOf(Set.copyOf(names), value),
                new LocalizedText("须为所列值之一。", "Must be one of the accepted values."),
                names);
    }

    private static boolean convertsItself(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("fromString"));
    }

    /** The parsers of Java take the digits of every script; what is meant by those should be asked, not guessed. */
    private static String ascii(String value) {
        require(value.chars().allMatch(c -> c <= 0x7f));
        return value;
    }

    private static void requireOneOf(Set<String> names, String value) {
        require(names.contains(value));
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException("not of the form");
        }
    }
}
