package org.finplan.platform.problem;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/**
 * One place in a request that is wrong, and what would be accepted there.
 *
 * @param pointer where: a JSON pointer into the body ({@code /items/0/unit}), {@code ?name} for a query parameter,
 *     {@code path:name} for a path parameter or {@code header:Name} for a header
 * @param value what was sent there, shortened to 200 characters, or null
 * @param code kebab-case code of the fault
 * @param message the fault in both languages; the answer carries the caller's
 * @param accepted values or forms that would be accepted, at most 50; empty when they cannot be listed
 */
public record ProblemError(String pointer, String value, String code, LocalizedText message, List<String> accepted) {

    private static final int LONGEST_VALUE = 200;
    private static final int MOST_ACCEPTED = 50;

    public ProblemError {
        if (value != null && value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE) + "…";
        }
        accepted = accepted.size() > MOST_ACCEPTED
                ? List.copyOf(accepted.subList(0, MOST_ACCEPTED))
                : List.copyOf(accepted);
    }
}
