package org.finplan.tasks.rollup;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with how a branch is to be rolled up. */
enum RollUpError implements ErrorCode {
    OF_A_LEAF(Code.OF_A_LEAF, 422, "具体措施没有下级，无须汇总", "A measure has nothing below it to be rolled up"),
    WEIGHTS_MISSING(Code.WEIGHTS_MISSING, 422, "按权重汇总须给出权重", "A roll-up by weights needs weights"),
    WEIGHTS_NOT_USED(Code.WEIGHTS_NOT_USED, 422, "只有按权重汇总才需要权重", "Weights belong to a roll-up by weights only"),
    NOT_BELOW(Code.NOT_BELOW, 422, "该任务不是直接下级", "That is not directly below"),
    TWO_WEIGHTS(Code.TWO_WEIGHTS, 422, "同一下级有两个权重", "The same node has two weights");

    private final ErrorDefinition definition;

    RollUpError(String code, int status, String zh, String en) {
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

        static final String OF_A_LEAF = "roll-up-of-a-leaf";
        static final String WEIGHTS_MISSING = "roll-up-weights-missing";
        static final String WEIGHTS_NOT_USED = "roll-up-weights-not-used";
        static final String NOT_BELOW = "roll-up-weight-not-below";
        static final String TWO_WEIGHTS = "roll-up-weight-twice";

        private Code() {}
    }
}
