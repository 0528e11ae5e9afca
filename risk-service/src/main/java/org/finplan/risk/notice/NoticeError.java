package org.finplan.risk.notice;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a notice. */
enum NoticeError implements ErrorCode {
    /** The state of the notice does not allow it. */
    NOT_ALLOWED(Code.NOT_ALLOWED, 409, "公告当前状态不允许该操作", "Not allowed in this state of the notice"),
    /** Nobody knows a region of that code. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "未知地区", "Unknown region"),
    /** There is no such way to the public. */
    UNKNOWN_CHANNEL(Code.UNKNOWN_CHANNEL, 422, "未知发布渠道", "Unknown channel"),
    /** A channel is named twice, or the notice stands on it already. */
    CHANNEL_TAKEN(Code.CHANNEL_TAKEN, 422, "该渠道已发布", "Published on this channel already"),
    /** It cannot have been published at a time that has not come. */
    PUBLISHED_IN_FUTURE(Code.PUBLISHED_IN_FUTURE, 422, "发布时间尚未到来", "Time of publication lies in the future");

    private final ErrorDefinition definition;

    NoticeError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String NOT_ALLOWED = "notice-action-not-allowed";
        static final String UNKNOWN_REGION = "unknown-region";
        static final String UNKNOWN_CHANNEL = "unknown-channel";
        static final String CHANNEL_TAKEN = "channel-taken";
        static final String PUBLISHED_IN_FUTURE = "published-in-future";

        private Code() {}
    }
}
