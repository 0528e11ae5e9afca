package org.finplan.risk.exit;

import org.finplan.platform.events.LocalizedText;

/** What stands against an action. */
enum ExitObstacle {
    /** The state does not have it. */
    STATE("当前状态不允许该操作。", "The state does not allow this."),
    /** There is no objection to decide on. */
    NO_OBJECTION("没有待处理的异议。", "No objection waits for a decision."),
    /** Objections may still come. */
    TERM_RUNS("异议期尚未届满。", "The term for objections has not passed."),
    /** No further objection counts. */
    TERM_PASSED("异议期已届满。", "The term for objections has passed."),
    /** An objection waits for a decision. */
    OBJECTION_OPEN("尚有未处理的异议。", "An objection waits for a decision."),
    /** An objection was right. */
    OBJECTION_UPHELD("异议成立，不得注销。", "An objection was upheld.");

    private final LocalizedText reason;

    ExitObstacle(String zh, String en) {
        this.reason = new LocalizedText(zh, en);
    }

    /** {@return why, for readers} */
    LocalizedText reason() {
        return reason;
    }
}
