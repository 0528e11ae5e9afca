package org.finplan.risk.rulebook.run;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a run of the rule book. */
enum RunError implements ErrorCode {
    /** One is on its way already. */
    IN_PROGRESS(Code.IN_PROGRESS, 409, "已有运行正在进行", "A run is on its way already"),
    /** It has ended. */
    ENDED(Code.ENDED, 409, "该运行已结束", "The run has ended");

    private final ErrorDefinition definition;

    RunError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String IN_PROGRESS = "rule-run-in-progress";
        static final String ENDED = "rule-run-ended";

        private Code() {}
    }
}
