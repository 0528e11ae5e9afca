package org.finplan.risk.exit;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with an exit. */
enum ExitError implements ErrorCode {
    /** There is no such ground. */
    UNKNOWN_GROUND(Code.UNKNOWN_GROUND, 422, "未知退出事由", "Unknown ground of an exit"),
    /** It is listed already, and nothing is decided. */
    EXIT_OPEN(Code.EXIT_OPEN, 409, "该机构的退出程序尚未结束", "An exit of the institution is under way"),
    /** The exit does not stand where this may be done. */
    NOT_ALLOWED(Code.NOT_ALLOWED, 409, "退出程序当前不允许该操作", "Not allowed where the exit stands"),
    /** The objection came after its term. */
    TERM_PASSED(Code.TERM_PASSED, 422, "异议提出于异议期届满之后", "The objection came after its term"),
    /** There is no such objection, or it was decided. */
    UNKNOWN_OBJECTION(Code.UNKNOWN_OBJECTION, 422, "没有该待处理异议", "No such objection waits for a decision"),
    /** An objection is upheld or rejected. */
    UNKNOWN_OUTCOME(Code.UNKNOWN_OUTCOME, 422, "未知异议处理结果", "Unknown outcome of an objection");

    private final ErrorDefinition definition;

    ExitError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    ProblemException at(String pointer, String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_GROUND = "unknown-exit-ground";
        static final String EXIT_OPEN = "exit-open";
        static final String NOT_ALLOWED = "exit-action-not-allowed";
        static final String TERM_PASSED = "objection-term-passed";
        static final String UNKNOWN_OBJECTION = "unknown-objection";
        static final String UNKNOWN_OUTCOME = "unknown-objection-outcome";

        private Code() {}
    }
}
