package org.finplan.indicators.reconciliation;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a step on a disputed cell. */
enum DisputeError implements ErrorCode {
    /** A field that is needed is missing or too long. */
    FIELD_MISSING(Code.FIELD_MISSING, 422, "缺少必填字段", "Field missing"),
    /** A code that is not in its list. */
    UNKNOWN_CODE(Code.UNKNOWN_CODE, 422, "未知代码", "Unknown code"),
    /** The state does not allow the step. */
    STEP_NOT_POSSIBLE(Code.STEP_NOT_POSSIBLE, 409, "当前状态不允许该操作", "The state does not allow this"),
    /** The figures still differ, so the cell cannot be settled without an explanation. */
    STILL_DIFFERS(Code.STILL_DIFFERS, 409, "数值仍不一致", "The figures still differ"),
    /** There is work on the cell already. */
    DISPUTE_EXISTS(Code.DISPUTE_EXISTS, 409, "该单元格已有待办", "There is work on this cell already");

    private final ErrorDefinition definition;

    DisputeError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String FIELD_MISSING = "field-missing";
        static final String UNKNOWN_CODE = "unknown-code";
        static final String STEP_NOT_POSSIBLE = "step-not-possible";
        static final String STILL_DIFFERS = "still-differs";
        static final String DISPUTE_EXISTS = "dispute-exists";

        private Code() {}
    }
}
