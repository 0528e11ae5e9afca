package org.finplan.platform.outbox.deadletter;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What a caller can meet with dead letters. */
enum DeadLetterError implements ErrorCode {
    /** The letter waits behind another one, or took effect. */
    DEAD_LETTER_NOT_FAILED("dead-letter-not-failed", 409, "该死信不处于失败状态", "Dead letter has not failed");

    private final String code;
    private final int status;
    private final LocalizedText title;

    DeadLetterError(String code, int status, String zh, String en) {
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
