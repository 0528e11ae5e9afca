package org.finplan.tasks.progress;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;

/** Where a progress report stands. A report is a claim until somebody else has verified it. */
public enum ReportState {
    /** Filed; waits for a reviewer. */
    SUBMITTED,
    /** Confirmed by somebody other than its reporter. Final. */
    VERIFIED,
    /** Sent back with a reason. Final: the reporter files another report. */
    RETURNED;

    /** {@return the code on the wire and in the database} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ReportState::code).toList();
    }

    static ReportState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a progress report: " + code));
    }

    /**
     * Reads a query parameter.
     *
     * @param value what was sent, or null
     * @return the state, or null when nothing was sent
     */
    static ReportState parameter(String value) {
        if (value != null && !codes().contains(value)) {
            LocalizedText text = new LocalizedText("没有该状态：" + value, "There is no such state: " + value);
            throw new ProblemException(
                    WebError.INVALID_PARAMETER,
                    text,
                    List.of(new ProblemError("?state", value, WebError.INVALID_PARAMETER.code(), text, codes())));
        }
        return value == null ? null : of(value);
    }
}
