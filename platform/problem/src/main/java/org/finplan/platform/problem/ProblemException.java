package org.finplan.platform.problem;

import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * Ends a request with a problem that the caller can mend. It is answered as {@code application/problem+json}; the
 * transaction around it rolls back.
 */
public final class ProblemException extends RuntimeException {

    private final ErrorCode code;
    private final LocalizedText detail;
    private final List<ProblemError> errors;

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
        super(code.code() + ": " + detail.en());
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
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
}
