package org.finplan.risk.notice;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can go wrong with a notice. */
enum NoticeError implements ErrorCode {
    /** The state of the notice does not allow it. */
    NOT_ALLOWED("notice-action-not-allowed", 409, "公告当前状态不允许该操作", "Not allowed in this state of the notice"),
    /** Nobody knows a region of that code. */
    UNKNOWN_REGION("unknown-region", 422, "未知地区", "Unknown region"),
    /** There is no such way to the public. */
    UNKNOWN_CHANNEL("unknown-channel", 422, "未知发布渠道", "Unknown channel"),
    /** A channel is named twice, or the notice stands on it already. */
    CHANNEL_TAKEN("channel-taken", 422, "该渠道已发布", "Published on this channel already"),
    /** It cannot have been published at a time that has not come. */
    PUBLISHED_IN_FUTURE("published-in-future", 422, "发布时间尚未到来", "Time of publication lies in the future");

    private final String code;
    private final int status;
    private final LocalizedText title;

    NoticeError(String code, int status, String zh, String en) {
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
