package org.finplan.tasks.baseline;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a baseline, or with a comparison. */
enum BaselineError implements ErrorCode {
    BASELINE_NOT_FOUND(Code.BASELINE_NOT_FOUND, 404, "没有该基线", "There is no such baseline"),
    UNKNOWN_PLAN(Code.UNKNOWN_PLAN, 422, "没有该规划", "There is no such plan"),
    IN_FUTURE(Code.IN_FUTURE, 422, "时刻在未来", "The instant lies in the future"),
    BEFORE_HISTORY(Code.BEFORE_HISTORY, 422, "该时刻早于变更记录的开始", "The instant lies before the history of the plan began");

    private final ErrorDefinition definition;

    BaselineError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /**
     * Makes the problem of one wrong place.
     *
     * @param pointer where the request is wrong
     * @param value what was sent there, or null
     * @param accepted what would be accepted, possibly not listed
     * @return the problem, to be thrown
     */
    ProblemException at(String pointer, String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** {@return the problem without a place, to be thrown} */
    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String BASELINE_NOT_FOUND = "baseline-not-found";
        static final String UNKNOWN_PLAN = "unknown-plan-of-baseline";
        static final String IN_FUTURE = "baseline-in-future";
        static final String BEFORE_HISTORY = "baseline-before-history";

        private Code() {}
    }
}
