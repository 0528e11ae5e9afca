package org.finplan.platform.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.events.LocalizedText;

/**
 * Ends a request with a problem that the caller can mend. It is answered as {@code application/problem+json}; the
 * transaction around it rolls back. It carries no stack: it is an answer, not a fault.
 */
public final class ProblemException extends RuntimeException {

    private final ErrorCode code;
    private final LocalizedText detail;
    private final List<ProblemError> errors;
    private final Map<String, String> headers;

    /**
     * A problem without a list of places.
     *
     * @param code the kind
     * @param detail the particulars in both languages
     */
    public ProblemException(ErrorCode code, LocalizedText detail) {
        this(code, detail, List.of());
    }

    /**
     * A problem with the places that are wrong.
     *
     * @param code the kind
     * @param detail the particulars in both languages
     * @param errors the places, in the order of the request
     */
    public ProblemException(ErrorCode code, LocalizedText detail, List<ProblemError> errors) {
        this(code, detail, errors, Map.of());
    }

    private ProblemException(
            ErrorCode code, LocalizedText detail, List<ProblemError> errors, Map<String, String> headers) {
        super(code.code() + ": " + detail.en(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /**
     * A problem without a list of places.
     *
     * @param code the kind
     * @param zh the particulars in Chinese
     * @param en the particulars in English
     * @return the problem, to be thrown
     */
    public static ProblemException of(ErrorCode code, String zh, String en) {
        return new ProblemException(code, new LocalizedText(zh, en));
    }

    /**
     * A problem of one place whose kind says all there is to say.
     *
     * @param code the kind
     * @param pointer the place, see {@link ProblemError#pointer()}
     * @param value what was sent, or null when it is missing
     * @param accepted what would be taken
     * @return the problem, to be thrown
     */
    public static ProblemException at(ErrorCode code, String pointer, String value, List<String> accepted) {
        return new ProblemException(
                code, code.title(), List.of(new ProblemError(pointer, value, code.code(), code.title(), accepted)));
    }

    /**
     * Names a place in the request that is wrong.
     *
     * @param error the place
     * @return the same problem, which lists this place after the others
     */
    public ProblemException withError(ProblemError error) {
        List<ProblemError> more = new ArrayList<>(errors);
        more.add(error);
        return new ProblemException(code, detail, more, headers);
    }

    /**
     * Adds a header to the answer.
     *
     * @param name of the header
     * @param value of the header
     * @return the same problem, answered with this header
     */
    public ProblemException withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new ProblemException(code, detail, errors, more);
    }

    /**
     * The problem of a query parameter.
     *
     * @param name its name
     * @param value what was sent, or null when it is missing
     * @param accepted what would be taken
     * @return 400 {@code invalid-parameter}, to be thrown
     */
    public static ProblemException invalidParameter(String name, String value, List<String> accepted) {
        LocalizedText text = new LocalizedText("参数 " + name + " 无效。", "The parameter " + name + " is not valid.");
        return new ProblemException(
                WebError.INVALID_PARAMETER,
                text,
                List.of(new ProblemError("?" + name, value, WebError.INVALID_PARAMETER.code(), text, accepted)));
    }

    /** {@return the kind} */
    public ErrorCode code() {
        return code;
    }

    /** {@return the particulars} */
    public LocalizedText detail() {
        return detail;
    }

    /** {@return the places that are wrong, possibly none} */
    public List<ProblemError> errors() {
        return new ArrayList<>(errors);
    }

    /** {@return headers that belong to the answer} */
    public Map<String, String> headers() {
        return headers;
    }
}
