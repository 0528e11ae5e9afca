package org.finplan.tasks.milestone.schedule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/** What the shares of a schedule are counted by. */
public enum Basis {
    /** There are no milestones: no schedule, and no share is made up. */
    NONE,
    /** Every milestone has a weight. */
    WEIGHTS,
    /** A milestone without a weight is among them, so each counts as one. */
    COUNTS;

    /** {@return the code on the wire} */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Basis of(List<Step> steps) {
        if (steps.isEmpty()) {
            return NONE;
        }
        return steps.stream().allMatch(step -> step.weight() != null) ? WEIGHTS : COUNTS;
    }
}
