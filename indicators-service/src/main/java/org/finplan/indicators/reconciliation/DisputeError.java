package org.finplan.indicators.reconciliation;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can be wrong with a step on a disputed cell. */
enum DisputeError implements ErrorCode {
    /** A field that is needed is missing or too long. */
    FIELD_MISSING("field-missing", 422, "缺少必填字段", "Field missing"),
    /** A code that is not in its list. */
    UNKNOWN_CODE("unknown-code", 422, "未知代码", "Unknown code"),
    /** The state does not allow the step. */
    STEP_NOT_POSSIBLE("step-not-possible", 409, "当前状态不允许该操作", "The state does not allow this"),
    /** The figures still differ, so the cell cannot be settled without an explanation. */
    STILL_DIFFERS("still-differs", 409, "数值仍不一致", "The figures still differ"),
    /** There is work on the cell already. */
    DISPUTE_EXISTS("dispute-exists", 409, "该单元格已有待办", "There is work on this cell already");

    private final String code;
    private final int status;
    private final LocalizedText title;

    DisputeError(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.title = new LocalizedText(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public LocalizedText title() {
        return title;
    }
}
