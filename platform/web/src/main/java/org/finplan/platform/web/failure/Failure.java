package org.finplan.platform.web.failure;

import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/**
 * What ended a request, before it is put into the caller's language.
 *
 * @param code the kind
 * @param detail the particulars
 * @param errors the places that are wrong
 * @param headers headers that belong to the answer, such as {@code Allow}
 * @param cause for the log of a server's fault only, never for the caller; or null
 */
record Failure(
        ErrorCode code, LocalizedText detail, List<ProblemError> errors, Map<String, String> headers, Throwable cause) {

    static Failure of(ProblemException e) {
        return new Failure(e.code(), e.detail(), e.errors(), e.headers(), e);
    }

    static Failure of(ErrorCode code, LocalizedText detail) {
        return new Failure(code, detail, List.of(), Map.of(), null);
    }

    static Failure of(ErrorCode code, String zh, String en) {
        return of(code, new LocalizedText(zh, en));
    }

    Failure withHeader(String name, String value) {
        return new Failure(code, detail, errors, Map.of(name, value), cause);
    }

    Failure causedBy(Throwable e) {
        return new Failure(code, detail, errors, headers, e);
    }
}
