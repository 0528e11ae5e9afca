package org.finplan.gateway.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.Problem;
import org.finplan.platform.problem.ProblemError;

/** Ends a request with a problem of the gateway. It carries no stack: it is an answer, not a fault. */
public final class Refusal extends RuntimeException {

    private final ErrorCode code;
    private final LocalizedText detail;
    private final List<ProblemError> errors;
    private final Map<String, String> headers;

    private Refusal(ErrorCode code, LocalizedText detail, List<ProblemError> errors, Map<String, String> headers) {
        super(code.code() + ": " + detail.en(), null, false, false);
        this.code = code;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /**
     * A refusal with its particulars.
     *
     * @param code the kind
     * @param zh the particulars in Chinese
     * @param en the particulars in English
     * @return the refusal
     */
    public static Refusal of(ErrorCode code, String zh, String en) {
        return new Refusal(code, new LocalizedText(zh, en), List.of(), Map.of());
    }

    /**
     * Names the place in the request that is wrong.
     *
     * @param error the place
     * @return a refusal that lists it as well
     */
    public Refusal at(ProblemError error) {
        return new Refusal(
                code, detail, Stream.concat(errors.stream(), Stream.of(error)).toList(), headers);
    }

    /**
     * Adds a header to the answer, such as {@code Retry-After}.
     *
     * @param name of the header
     * @param value of the header
     * @return a refusal that sends it
     */
    public Refusal header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Refusal(code, detail, errors, more);
    }

    /** {@return the HTTP status} */
    public int status() {
        return code.status();
    }

    /** {@return headers of the answer} */
    public Map<String, String> headers() {
        return headers;
    }

    /**
     * Puts the refusal into the form of the wire.
     *
     * @param english whether the caller reads English
     * @param path path of the request, without its query, which may hold secrets
     * @param traceId trace of the request
     * @return the problem
     */
    public Problem problem(boolean english, String path, String traceId) {
        return Problem.of(code, detail, errors, english, path, traceId);
    }
}
