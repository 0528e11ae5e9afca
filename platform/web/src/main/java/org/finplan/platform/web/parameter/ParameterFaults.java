package org.finplan.platform.web.parameter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.WebError;

/** The texts of what can be wrong with a query parameter. */
final class ParameterFaults {

    private ParameterFaults() {}

    static ProblemError unknown(String name, Collection<String> accepted) {
        LocalizedText text = accepted.isEmpty()
                ? new LocalizedText("该操作没有查询参数。", "The operation has no query parameters.")
                : new LocalizedText("该操作没有这个查询参数。", "The operation has no such query parameter.");
        return new ProblemError("?" + name, null, WebError.UNKNOWN_PARAMETER.code(), text, List.copyOf(accepted));
    }

    static ProblemError repeated(String name, List<String> values) {
        return new ProblemError(
                "?" + name,
                String.join(", ", values),
                WebError.REPEATED_PARAMETER.code(),
                new LocalizedText("该参数只能出现一次。", "The parameter may stand only once."),
                List.of());
    }

    static ProblemError malformed(String name, String value, LocalizedText form, List<String> accepted) {
        return new ProblemError("?" + name, value, WebError.INVALID_PARAMETER.code(), form, accepted);
    }

    /** The parameters with the character U+0000, which no text of PostgreSQL can hold. */
    static List<ProblemError> unstorable(Map<String, List<String>> sent, String prefix) {
        LocalizedText form = new LocalizedText("不得含有字符 U+0000。", "Must not hold the character U+0000.");
        return sent.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0))
                .map(entry -> new ProblemError(
                        prefix + entry.getKey(), null, WebError.INVALID_PARAMETER.code(), form, List.of()))
                .toList();
    }
}
