package org.finplan.risk.alert.handling;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can go wrong with a move of an alert. */
public enum AlertError implements ErrorCode {
    /** The state of the alert does not allow the move. */
    ACTION_NOT_ALLOWED("action-not-allowed", 409, "当前状态不允许该操作", "Action not allowed in this state"),
    /** Handling cannot end without saying what came of it. */
    FEEDBACK_MISSING("feedback-missing", 422, "缺少处置反馈", "Feedback missing"),
    /** A day that must lie ahead does not. */
    DATE_PASSED("date-passed", 422, "日期已过", "Date has passed"),
    /** Work cannot have been done on a day that has not come. */
    DATE_IN_FUTURE("date-in-future", 422, "日期尚未到来", "Date lies in the future");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    AlertError(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.zh = zh;
        this.en = en;
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
        return new LocalizedText(zh, en);
    }
}
