package org.finplan.platform.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * What goes over the wire when a request fails (RFC 9457), the same from services, gateway and framework.
 *
 * @param type {@code urn:finplan:problem:<code>}
 * @param code the stable code, see {@link ErrorCode}
 * @param title what went wrong in few words, in the caller's language
 * @param status the HTTP status, 400 to 599
 * @param detail the particulars, in the caller's language
 * @param instance path of the request
 * @param traceId trace id (32 hexadecimal digits) to find the request in logs and traces, or null
 * @param errors the places that are wrong, possibly none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String code,
        String title,
        int status,
        String detail,
        String instance,
        String traceId,
        List<Place> errors) {

    /** Media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:finplan:problem:";
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerFor(Problem.class);

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * One place that is wrong, in the caller's language.
     *
     * @param pointer where, see {@link ProblemError#pointer()}
     * @param value what was sent there, shortened, or null
     * @param code kebab-case code of the fault
     * @param message the fault
     * @param accepted what would be accepted, possibly none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(String pointer, String value, String code, String message, List<String> accepted) {

        /**
         * Puts a place into a language.
         *
         * @param error the place
         * @param english whether the reader prefers English
         * @return the place as it is sent
         */
        public static Place of(ProblemError error, boolean english) {
            return new Place(
                    error.pointer(),
                    error.value(),
                    error.code(),
                    error.message().in(english),
                    error.accepted());
        }
    }

    /**
     * Puts a problem into the caller's language.
     *
     * @param code the kind
     * @param detail the particulars
     * @param errors the places that are wrong
     * @param english whether the caller prefers English, see {@link Language}
     * @param instance path of the request
     * @param traceId trace id, or null
     * @return the problem as it is sent
     */
    public static Problem of(
            ErrorCode code,
            LocalizedText detail,
            List<ProblemError> errors,
            boolean english,
            String instance,
            String traceId) {
        List<Place> places =
                errors.stream().map(error -> Place.of(error, english)).toList();
        return new Problem(
                TYPE_PREFIX + code.code(),
                code.code(),
                code.title().in(english),
                code.status(),
                detail.in(english),
                instance,
                traceId,
                places);
    }

    /** {@return the JSON of the problem in UTF-8} */
    public byte[] toJson() {
        try {
            // By way of a text: half a surrogate pair in an echoed value becomes a question mark instead of a failure.
            return WRITER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is plain data and always serialises", e);
        }
    }
}
