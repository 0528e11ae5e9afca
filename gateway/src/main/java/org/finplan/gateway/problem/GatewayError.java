package org.finplan.gateway.problem;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What only the gateway refuses; all else has its code in {@link org.finplan.platform.problem.WebError}. */
public enum GatewayError implements ErrorCode {
    /** The caller stopped sending its body. */
    REQUEST_TIMEOUT("request-timeout", 408, "请求发送超时", "The request body stalled"),
    /** The credential does not reach the operation, whatever the roles of its owner. */
    OUT_OF_SCOPE("out-of-scope", 403, "超出凭据的授权范围", "Outside the scopes of the credential"),
    /** The requests of the day or of the month are used up. */
    QUOTA_EXCEEDED("quota-exceeded", 429, "配额已用完", "Quota used up"),
    /** The events after the cursor are no longer kept. */
    CURSOR_EXPIRED("cursor-expired", 410, "游标已过期", "The cursor is older than the events that are kept"),
    /** The event log that the cursor is of was replaced by another one. */
    EVENT_LOG_REPLACED("event-log-replaced", 410, "事件日志已更换", "The event log was replaced");

    private final String code;
    private final int status;
    private final LocalizedText title;

    GatewayError(String code, int status, String zh, String en) {
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
