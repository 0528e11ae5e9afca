package org.finplan.tasks.calendar;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** Why no calendar is shown. */
enum CalendarError implements ErrorCode {
    /** One answer for whatever is wrong: it does not say whether there is such a unit, or such a key. */
    NOT_FOUND(Code.NOT_FOUND, 404, "没有该日历，或密钥不能打开它", "There is no such calendar, or the key does not open it");

    private final ErrorDefinition definition;

    CalendarError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String NOT_FOUND = "calendar-not-found";

        private Code() {}
    }
}
