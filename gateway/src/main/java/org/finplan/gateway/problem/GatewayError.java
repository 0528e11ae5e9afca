package org.finplan.gateway.problem;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What only the gateway refuses; all else has its code in {@link org.finplan.platform.problem.WebError}. */
public enum GatewayError implements ErrorCode {
    /** The caller stopped sending its body. */
    REQUEST_TIMEOUT(Code.REQUEST_TIMEOUT, 408, "请求发送超时", "The request body stalled"),
    /** The credential does not reach the operation, whatever the roles of its owner. */
    OUT_OF_SCOPE(Code.OUT_OF_SCOPE, 403, "超出凭据的授权范围", "Outside the scopes of the credential"),
    /** The requests of the day or of the month are used up. */
    QUOTA_EXCEEDED(Code.QUOTA_EXCEEDED, 429, "配额已用完", "Quota used up"),
    /** The events after the cursor are no longer kept. */
    CURSOR_EXPIRED(Code.CURSOR_EXPIRED, 410, "游标已过期", "The cursor is older than the events that are kept"),
    /** The event log that the cursor is of was replaced by another one. */
    EVENT_LOG_REPLACED(Code.EVENT_LOG_REPLACED, 410, "事件日志已更换", "The event log was replaced");

    private final ErrorDefinition definition;

    GatewayError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String REQUEST_TIMEOUT = "request-timeout";
        public static final String OUT_OF_SCOPE = "out-of-scope";
        public static final String QUOTA_EXCEEDED = "quota-exceeded";
        public static final String CURSOR_EXPIRED = "cursor-expired";
        public static final String EVENT_LOG_REPLACED = "event-log-replaced";

        private Code() {}
    }
}
