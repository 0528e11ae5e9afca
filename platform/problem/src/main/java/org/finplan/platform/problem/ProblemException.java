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
