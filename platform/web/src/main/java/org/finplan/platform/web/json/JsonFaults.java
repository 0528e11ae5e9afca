package org.finplan.platform.web.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Says where a body is wrong and what would be accepted there, without a word of the classes behind it. */
public final class JsonFaults {

    private static final LocalizedText DECIMAL = new LocalizedText(
            "须为十进制数：至多 38 位有效数字、18 位小数。", "Must be a decimal with at most 38 digits, 18 of them after the point.");

    private JsonFaults() {}

    /**
     * The problem of a body that could not be read.
     *
     * @param e what the JSON reader said
     * @return the problem, to be thrown
     */
    public static ProblemException of(JsonProcessingException e) {
        if (e instanceof MismatchedInputException mismatch) {
            return invalid(mismatched(mismatch));
        }
        String pointer = pointer(e);
        if (e instanceof StreamConstraintsException || e.getCause() instanceof StreamConstraintsException) {
            return malformed(fault(
                    pointer,
                    null,
                    "out-of-bounds",
                    "数字、文本或嵌套超出允许的长度。",
                    "A number, a text or the nesting is longer than allowed.",
                    List.of()));
        }
        if (e instanceof InputCoercionException || e.getCause() instanceof InputCoercionException) {
            return invalid(fault(pointer, null, "invalid-number", "数字超出范围。", "The number is out of range.", List.of()));
        }
        boolean duplicate = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field");
        return duplicate
                ? malformed(fault(
                        pointer, null, "duplicate-key", "对象中有重复的键。", "An object has the same key twice.", List.of()))
                : malformed(fault(
                        pointer,
                        null,
                        "syntax",
                        "第 " + line(e) + " 行第 " + column(e) + " 列附近不是合法的 JSON。",
                        "No JSON near line " + line(e) + ", column " + column(e) + ".",
                        List.of()));
    }

    /** The problem of a body that is missing, or the literal null. */
    static ProblemException missing() {
        return invalid(fault("", null, "required", "缺少请求正文。", "The body is missing.", List.of()));
    }

    /** The problem of a body that is no text in UTF-8. */
    static ProblemException notUtf8(long place) {
        return malformed(fault(
                "",
                null,
                "encoding",
                "正文第 " + place + " 字节（从 0 起）处不是合法的 UTF-8。",
                "The body is no UTF-8 at byte " + place + ", counted from 0.",
                List.of()));
    }

    private static ProblemError mismatched(MismatchedInputException e) {
        String pointer = pointer(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            List<String> accepted = known == null
                    ? List.of()
                    : known.stream().map(Object::toString).sorted().toList();
            return fault(pointer, null, "unknown-property", "未知的属性。", "Unknown property.", accepted);
        }
        Class<?> type = e.getTargetType() == null ? Object.class : e.getTargetType();
        String value = e instanceof InvalidFormatException invalid && invalid.getValue() != null
                ? String.valueOf(invalid.getValue())
                : null;
        if (type == BigDecimal.class) {
            return new ProblemError(pointer, value, "invalid-number", DECIMAL, List.of("459", "459.00", "\"459.00\""));
        }
        if (type.isEnum()) {
            return fault(
                    pointer, value, "not-accepted", "须为所列值之一。", "Must be one of the accepted values.", names(type));
        }
        return fault(
                pointer,
                value,
                "wrong-type",
                "类型或格式不符。",
                "The type or the form does not fit.",
                Form.of(type).examples());
    }

    /** What a value of some Java type looks like in JSON. */
    private record Form(List<String> examples) {

        private static Form of(Class<?> type) {
            if (type == Instant.class) {
                return new Form(List.of("\"2026-01-31T16:00:00Z\""));
            }
            if (type == LocalDate.class) {
                return new Form(List.of("\"2026-01-31\""));
            }
            if (type == UUID.class) {
                return new Form(List.of("\"00000000-0000-0000-0000-000000000000\""));
            }
            if (type == boolean.class || type == Boolean.class) {
                return new Form(List.of("true", "false"));
            }
            if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
                return new Form(List.of("1"));
            }
            if (CharSequence.class.isAssignableFrom(type)) {
                return new Form(List.of("\"…\""));
            }
            return new Form(List.of(Collection.class.isAssignableFrom(type) || type.isArray() ? "[…]" : "{…}"));
        }
    }

    private static List<String> names(Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class)) {
                return Arrays.stream(type.getEnumConstants())
                        .map(constant -> code(constant, method))
                        .toList();
            }
        }
        return Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(JsonFaults::name)
                .toList();
    }

    private static String code(Object constant, Method method) {
        try {
            return String.valueOf(method.invoke(constant));
        } catch (ReflectiveOperationException hidden) {
            return constant.toString();
        }
    }

    private static String name(Field constant) {
        JsonProperty property = constant.getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? constant.getName() : property.value();
    }

    /** The deeper of what the mapping and the parser know: an error of syntax is met before its place is mapped. */
    private static String pointer(JsonProcessingException e) {
        String mapped = e instanceof JsonMappingException mapping ? mapped(mapping) : "";
        String parsed = parsed(e.getCause() instanceof JsonProcessingException cause ? cause : e);
        return parsed.startsWith(mapped) ? parsed : mapped;
    }

    private static String mapped(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference reference : e.getPath()) {
            String name = reference.getFieldName();
            pointer.append('/')
                    .append(
                            name == null
                                    ? reference.getIndex()
                                    : name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    private static String parsed(JsonProcessingException e) {
        boolean syntax = !(e instanceof JsonMappingException);
        return syntax && e.getProcessor() instanceof JsonParser parser
                ? parser.getParsingContext().pathAsPointer().toString()
                : "";
    }

    private static int line(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException e) {
        return e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
    }

    private static ProblemError fault(
            String pointer, String value, String code, String zh, String en, List<String> accepted) {
        return new ProblemError(pointer, value, code, new LocalizedText(zh, en), accepted);
    }

    private static ProblemException invalid(ProblemError error) {
        return problem(WebError.INVALID_BODY, error);
    }

    private static ProblemException malformed(ProblemError error) {
        return problem(WebError.MALFORMED_JSON, error);
    }

    private static ProblemException problem(WebError code, ProblemError error) {
        String place = error.pointer().isEmpty() ? "" : error.pointer();
        LocalizedText detail = place.isEmpty()
                ? error.message()
                : new LocalizedText(
                        place + "：" + error.message().zh(),
                        place + ": " + error.message().en());
        return new ProblemException(code, detail, List.of(error));
    }
}
