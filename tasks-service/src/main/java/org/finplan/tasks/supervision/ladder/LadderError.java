package org.finplan.tasks.supervision.ladder;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a ladder. */
enum LadderError implements ErrorCode {
    NOT_FOUND(Code.NOT_FOUND, 404, "没有该督办阶梯", "There is no such ladder"),
    STEP_CONTRADICTS(Code.STEP_CONTRADICTS, 422, "阶梯步骤自相矛盾", "A step of the ladder contradicts itself"),
    STEP_TWICE(Code.STEP_TWICE, 422, "步骤代码重复", "Two steps of the ladder have one code"),
    CHANGED_MEANWHILE(Code.CHANGED_MEANWHILE, 409, "该阶梯刚被他人更新", "Somebody else set this ladder at the same time");

    private final ErrorDefinition definition;

    LadderError(String code, int status, String zh, String en) {
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

        static final String NOT_FOUND = "ladder-not-found";
        static final String STEP_CONTRADICTS = "ladder-step-contradicts";
        static final String STEP_TWICE = "ladder-step-twice";
        static final String CHANGED_MEANWHILE = "ladder-changed-meanwhile";

        private Code() {}
    }
}
