package org.finplan.platform.outbox.deadletter;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What a caller can meet with dead letters. */
enum DeadLetterError implements ErrorCode {
    /** The letter waits behind another one, or took effect. */
    DEAD_LETTER_NOT_FAILED("dead-letter-not-failed", 409, "该死信不处于失败状态", "Dead letter has not failed");

    private final ErrorDefinition definition;

    DeadLetterError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
