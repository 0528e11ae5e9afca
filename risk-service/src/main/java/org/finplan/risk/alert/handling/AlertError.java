package org.finplan.risk.alert.handling;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a move of an alert. */
public enum AlertError implements ErrorCode {
    /** The state of the alert does not allow the move. */
    ACTION_NOT_ALLOWED(Code.ACTION_NOT_ALLOWED, 409, "当前状态不允许该操作", "Action not allowed in this state"),
    /** Handling cannot end without saying what came of it. */
    FEEDBACK_MISSING(Code.FEEDBACK_MISSING, 422, "缺少处置反馈", "Feedback missing"),
    /** A day that must lie ahead does not. */
    DATE_PASSED(Code.DATE_PASSED, 422, "日期已过", "Date has passed"),
    /** Nobody takes charge of an alert for longer than its level allows. */
    DATE_TOO_LATE(Code.DATE_TOO_LATE, 422, "日期过晚", "Date too late"),
    /** Work cannot have been done on a day that has not come. */
    DATE_IN_FUTURE(Code.DATE_IN_FUTURE, 422, "日期尚未到来", "Date lies in the future");

    private final ErrorDefinition definition;

    AlertError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String ACTION_NOT_ALLOWED = "action-not-allowed";
        public static final String FEEDBACK_MISSING = "feedback-missing";
        public static final String DATE_PASSED = "date-passed";
        public static final String DATE_TOO_LATE = "date-too-late";
        public static final String DATE_IN_FUTURE = "date-in-future";

        private Code() {}
    }
}
