package org.finplan.gateway.edge;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** The query parameters of an operation of the gateway: none unknown, none twice. */
public final class Parameters {

    private static final int MOST = 1_024;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Reads the query of a request.
     *
     * @param context the request
     * @param known names that the operation has
     * @return the parameters
     * @throws ProblemException 400 for an unknown or repeated one
     */
    public static Parameters of(RoutingContext context, List<String> known) {
        // A semicolon is data: the router's own reading would end the value there.
        Map<String, List<String>> query = new TreeMap<>(
                new QueryStringDecoder(context.request().uri(), StandardCharsets.UTF_8, true, MOST, true).parameters());
        Map<String, String> values = new TreeMap<>();
        query.forEach((name, sent) -> {
            String value = sent.get(0);
            if (!known.contains(name)) {
                throw problem(WebError.UNKNOWN_PARAMETER, name, value, known);
            }
            if (sent.size() > 1) {
                throw problem(WebError.REPEATED_PARAMETER, name, value, List.of());
            }
            if (value.indexOf('\0') >= 0) {
                // No text of PostgreSQL can hold it.
                throw problem(WebError.INVALID_PARAMETER, name, null, List.of());
            }
            values.put(name, value);
        });
        return new Parameters(values);
    }

    /**
     * The value of a parameter.
     *
     * @param name of it
     * @return the value, empty when it is absent or blank
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * A whole number within bounds.
     *
     * @param name of the parameter
     * @param least allowed
     * @param most allowed
     * @param otherwise when it is absent
     * @return the number
     * @throws ProblemException 400 when it is none or out of bounds
     */
    public int number(String name, int least, int most, int otherwise) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (text.get().matches("\\d{1,9}")) {
            int number = Integer.parseInt(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw invalid(name, List.of(least + "…" + most));
    }

    /**
     * Refuses the value of a parameter.
     *
     * @param name of the parameter
     * @param accepted what would be accepted
     * @return the problem
     */
    public ProblemException invalid(String name, List<String> accepted) {
        return problem(WebError.INVALID_PARAMETER, name, values.get(name), accepted);
    }

    private static ProblemException problem(ErrorCode code, String name, String value, List<String> accepted) {
        LocalizedText message = new LocalizedText(
                code.title().zh() + "：" + name + "。", code.title().en() + ": " + name + ".");
        return ProblemException.of(code, message.zh(), message.en())
                .withError(new ProblemError("?" + name, value, code.code(), message, accepted));
    }
}
