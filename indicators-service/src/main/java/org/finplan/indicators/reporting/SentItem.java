package org.finplan.indicators.reporting;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.finplan.platform.problem.ProblemError;

/**
 * One item of a report: a figure, or what is wrong with its form, so that a cell that cannot be read does not take the
 * others with it.
 *
 * @param figure the item, null when its form is wrong
 * @param faults what is wrong with its form, with pointers within the item
 * @param sent the item as it was sent, null when it could be read
 */
record SentItem(ObservationReport.Item figure, List<ProblemError> faults, JsonNode sent) {

    /** What the item says, for those who compare two requests. */
    @JsonValue
    Object content() {
        return sent == null ? figure : sent;
    }

    /** The faults of the item at its place in the report. */
    List<ProblemError> faults(int index) {
        return faults.stream()
                .map(fault -> new ProblemError(
                        "/items/" + index + fault.pointer(),
                        fault.value(),
                        fault.code(),
                        fault.message(),
                        fault.accepted()))
                .toList();
    }
}
