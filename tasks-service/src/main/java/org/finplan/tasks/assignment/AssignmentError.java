package org.finplan.tasks.assignment;

import java.util.Arrays;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with an assignment. */
enum AssignmentError implements ErrorCode {
    UNKNOWN_UNIT(Code.UNKNOWN_UNIT, "没有该单位", "There is no such unit"),
    REPEATED_UNIT(Code.REPEATED_UNIT, "同一单位列出两次", "A unit is listed twice"),
    TWO_ROLES(Code.TWO_ROLES, "同一单位只能担任一种角色", "A unit has one role only"),
    TOO_MANY_UNITS(Code.TOO_MANY_UNITS, "单位过多", "Too many units");

    private final ErrorDefinition definition;

    AssignmentError(String code, String zh, String en) {
        this.definition = new ErrorDefinition(code, 422, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** {@return the entry of one wrong place} */
    ProblemError at(String pointer, String value, List<String> accepted) {
        LocalizedText text = new LocalizedText(title().zh() + "：" + value, title().en() + ": " + value);
        return new ProblemError(pointer, value, code(), text, accepted);
    }

    /** {@return the error with a code that is one of these} */
    static AssignmentError of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** {@return the problem of some wrong places, the first of which is of this code; to be thrown} */
    ProblemException with(List<ProblemError> places) {
        return new ProblemException(this, places.get(0).message(), places);
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_UNIT = "unknown-unit";
        static final String REPEATED_UNIT = "unit-repeated";
        static final String TWO_ROLES = "unit-in-two-roles";
        static final String TOO_MANY_UNITS = "too-many-units";

        private Code() {}
    }
}
