package org.finplan.indicators.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.finplan.platform.events.AttainmentState;

/** What an assessor says of a qualitative target. */
public enum AssessmentOutcome {
    /** It is met. */
    MET(AttainmentState.ACHIEVED),
    /** A part of it is. */
    PARTLY(AttainmentState.BEHIND),
    /** It is not met. */
    NOT_MET(AttainmentState.OFF_COURSE);

    private final AttainmentState state;

    AssessmentOutcome(AttainmentState state) {
        this.state = state;
    }

    /** {@return where the indicator stands by it} */
    public AttainmentState state() {
        return state;
    }

    /** {@return the name on the wire} */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the names on the wire} */
    public static List<String> codes() {
        return Arrays.stream(values()).map(AssessmentOutcome::code).toList();
    }

    /**
     * Finds an outcome by its code.
     *
     * @param code {@code met}, {@code partly} or {@code not-met}; null finds none
     * @return the outcome, empty when there is none
     */
    public static Optional<AssessmentOutcome> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
