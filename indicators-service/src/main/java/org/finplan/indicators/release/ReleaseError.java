package org.finplan.indicators.release;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can be wrong with a release. */
enum ReleaseError implements ErrorCode {
    /** A field that every release needs is missing, or too long. */
    FIELD_INVALID("release-field-invalid", 422, "发布信息字段无效", "Field of the release not valid"),
    /** The time of a release lies ahead. */
    IN_PAST("release-in-past", 422, "发布时间已过", "Release in the past"),
    /** No audience of that code. */
    UNKNOWN_AUDIENCE("unknown-audience", 422, "未知发布对象", "Unknown audience"),
    /** The caller knows no release of that id. */
    UNKNOWN("unknown-release", 422, "未知发布", "Unknown release"),
    /** Only a staged release takes figures, and only such a one is cancelled. */
    NOT_STAGED("release-not-staged", 409, "发布已结束", "Release not staged any more"),
    /** Only what was published can be brought back. */
    NOT_PUBLISHED("release-not-published", 409, "该次发布未公布数据", "Release was not published"),
    /** A release holds a bounded number of figures. */
    TOO_LARGE("release-too-large", 422, "发布数据过多", "Release too large"),
    /** Bringing figures back needs a reason, like every revision. */
    REASON_REQUIRED("reason-required", 422, "修订须说明原因", "Reason required");

    private final String code;
    private final int status;
    private final LocalizedText title;

    ReleaseError(String code, int status, String zh, String en) {
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
