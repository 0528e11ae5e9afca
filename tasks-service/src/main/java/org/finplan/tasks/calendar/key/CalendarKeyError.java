package org.finplan.tasks.calendar.key;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a key of a calendar. */
enum CalendarKeyError implements ErrorCode {
    NOT_FOUND(Code.NOT_FOUND, 404, "没有该日历密钥", "There is no such calendar key"),
    NOT_YOUR_UNIT(Code.NOT_YOUR_UNIT, 403, "您不是该单位的经办人", "You are no officer of this unit"),
    NOT_ACTIVE(Code.NOT_ACTIVE, 409, "日历密钥已吊销", "The calendar key was revoked already"),
    TOO_MANY(Code.TOO_MANY, 409, "该单位的日历密钥过多", "The unit has too many calendar keys"),
    END_PASSED(Code.END_PASSED, 422, "截止日不得早于今天", "The last day must not lie before today");

    private final ErrorDefinition definition;

    CalendarKeyError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    ProblemException at(String pointer, String value, List<String> accepted) {
        LocalizedText text = title();
        return new ProblemException(this, text, List.of(new ProblemError(pointer, value, code(), text, accepted)));
    }

    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String NOT_FOUND = "calendar-key-not-found";
        static final String NOT_YOUR_UNIT = "calendar-not-your-unit";
        static final String NOT_ACTIVE = "calendar-key-not-active";
        static final String TOO_MANY = "calendar-key-too-many";
        static final String END_PASSED = "calendar-key-end-passed";

        private Code() {}
    }
}
