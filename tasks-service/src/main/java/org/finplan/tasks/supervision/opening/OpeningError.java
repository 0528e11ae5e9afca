package org.finplan.tasks.supervision.opening;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a rule for the opening of matters. */
enum OpeningError implements ErrorCode {
    UNKNOWN_CAUSE(Code.UNKNOWN_CAUSE, 422, "没有该类原因", "There is no such kind of cause"),
    UNKNOWN_LADDER(Code.UNKNOWN_LADDER, 422, "没有该督办阶梯", "There is no such ladder"),
    CHANGED_MEANWHILE(Code.CHANGED_MEANWHILE, 409, "该规则刚被他人更新", "Somebody else set this rule at the same time");

    private final ErrorDefinition definition;

    OpeningError(String code, int status, String zh, String en) {
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

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_CAUSE = "unknown-cause";
        static final String UNKNOWN_LADDER = "unknown-ladder";
        static final String CHANGED_MEANWHILE = "opening-changed-meanwhile";

        private Code() {}
    }
}
