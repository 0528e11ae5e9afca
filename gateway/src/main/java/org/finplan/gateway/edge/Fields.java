package org.finplan.gateway.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** The fields of a JSON object of a request. Everything that is wrong is collected and refused together. */
public final class Fields {

    private static final Pattern TEXT = Pattern.compile("[^\\p{Cc}\\p{Cs}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069]*");

    private final ObjectNode object;
    private final String pointer;
    private final List<ProblemError> errors;
    private final Set<String> known = new TreeSet<>();

    private Fields(ObjectNode object, String pointer, List<ProblemError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /**
     * The fields of a body.
     *
     * @param body of the request
     * @return its fields
     */
    public static Fields of(ObjectNode body) {
        return new Fields(body, "", new ArrayList<>());
    }

    /**
     * An optional object within.
     *
     * @param name of the field
     * @return its fields; no field at all when it is absent
     */
    public Fields object(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isObject()) {
            wrong(name, value, "须为对象。", "must be an object.", List.of());
        }
        ObjectNode inner = value instanceof ObjectNode found ? found : object.objectNode();
        return new Fields(inner, pointer + "/" + name, errors);
    }

    /**
     * An optional text of one line.
     *
     * @param name of the field
     * @param longest most characters
     * @return the text without blanks around it, empty when it is absent or wrong
     */
    public Optional<String> text(String name, int longest) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue().strip() : "";
        if (text.isEmpty() || text.length() > longest || !TEXT.matcher(text).matches()) {
            wrong(
                    name,
                    value,
                    "须为 1 至 " + longest + " 个字符的单行文本。",
                    "must be one line of 1 to " + longest + " characters.",
                    List.of());
            return Optional.empty();
        }
        return Optional.of(text);
    }

    /**
     * A text of one line that must be there.
     *
     * @param name of the field
     * @param longest most characters
     * @return the text; blank when it is absent or wrong
     */
    public String requiredText(String name, int longest) {
        if (value(name) == null) {
            wrong(name, null, "不能缺少。", "is missing.", List.of());
        }
        return text(name, longest).orElse("");
    }

    /**
     * An optional list of codes.
     *
     * @param name of the field
     * @param accepted the codes there are
     * @return the codes, none when the field is absent or wrong
     */
    public Set<String> codes(String name, Collection<String> accepted) {
        JsonNode value = value(name);
        Set<String> codes = new TreeSet<>();
        if (value == null) {
            return codes;
        }
        if (!value.isArray()) {
            wrong(name, value, "须为列表。", "must be a list.", List.of());
            return codes;
        }
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i).isTextual() && accepted.contains(value.get(i).textValue())) {
                codes.add(value.get(i).textValue());
            } else {
                wrong(
                        name + "/" + i,
                        value.get(i),
                        "不在可选值之内。",
                        "is none of the values there are.",
                        List.copyOf(accepted));
            }
        }
        return codes;
    }

    /**
     * An optional list of texts of one line.
     *
     * @param name of the field
     * @param most most texts
     * @param longest most characters of each
     * @return the texts, none when the field is absent or wrong
     */
    public Set<String> texts(String name, int most, int longest) {
        JsonNode value = value(name);
        Set<String> texts = new TreeSet<>();
        if (value == null) {
            return texts;
        }
        if (!value.isArray() || value.size() > most) {
            wrong(name, value, "须为至多 " + most + " 项的列表。", "must be a list of at most " + most + ".", List.of());
            return texts;
        }
        for (JsonNode item : value) {
            String text = item.isTextual() ? item.textValue().strip() : "";
            if (text.isEmpty() || text.length() > longest || !TEXT.matcher(text).matches()) {
                wrong(name, item, "各项须为单行文本。", "must have texts of one line.", List.of());
            } else {
                texts.add(text);
            }
        }
        return texts;
    }

    /**
     * An optional whole number.
     *
     * @param name of the field
     * @param least allowed
     * @param most allowed
     * @return the number, empty when it is absent or wrong
     */
    public Optional<Long> number(String name, long least, long most) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            wrong(name, value, "须为整数，且在范围之内。", "must be a whole number within the range.", List.of(least + "…" + most));
            return Optional.empty();
        }
        return Optional.of(value.longValue());
    }

    /**
     * An optional instant.
     *
     * @param name of the field
     * @param after it must be later than this
     * @param until and no later than this
     * @return the instant, empty when it is absent or wrong
     */
    public Optional<Instant> instant(String name, Instant after, Instant until) {
        JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(value.isTextual() ? value.textValue() : "")
                    .toInstant();
            if (instant.isAfter(after) && !instant.isAfter(until)) {
                return Optional.of(instant);
            }
        } catch (DateTimeParseException noInstant) {
            // refused below, like one that is out of range
        }
        wrong(
                name,
                value,
                "须为带时区的时刻，且在范围之内。",
                "must be an instant with its offset, within the range.",
                List.of(after + "…" + until));
        return Optional.empty();
    }

    /**
     * Adds a fault that only the caller of this class can see.
     *
     * @param name of the field
     * @param zh what is wrong, in Chinese
     * @param en what is wrong, in English
     * @param accepted what would be accepted
     */
    public void refuse(String name, String zh, String en, Collection<String> accepted) {
        wrong(name, object.get(name), zh, en, List.copyOf(accepted));
    }

    /** Refuses fields that were never asked for. */
    public void refuseUnknown() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(name, object.get(name), "未知字段。", "is no field of this object.", List.copyOf(known));
            }
        });
    }

    /**
     * Ends the reading.
     *
     * @throws ProblemException 400 {@code invalid-body} when anything was wrong
     */
    public void check() {
        if (!errors.isEmpty()) {
            ProblemException problem =
                    ProblemException.of(WebError.INVALID_BODY, "请求正文有误，见 errors。", "The body has faults, see errors.");
            for (ProblemError error : errors) {
                problem = problem.withError(error);
            }
            throw problem;
        }
    }

    private JsonNode value(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    private void wrong(String name, JsonNode value, String zh, String en, List<String> accepted) {
        String sent = value == null ? null : value.isValueNode() ? value.asText() : value.toString();
        String place = pointer + "/" + name.replace("~", "~0");
        errors.add(new ProblemError(
                place,
                sent,
                WebError.INVALID_BODY.code(),
                new LocalizedText(name + " " + zh, name + " " + en),
                accepted));
    }
}
