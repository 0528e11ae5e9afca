package org.finplan.indicators.release;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a release. */
enum ReleaseError implements ErrorCode {
    /** A field that every release needs is missing, or too long. */
    FIELD_INVALID(Code.FIELD_INVALID, 422, "发布信息字段无效", "Field of the release not valid"),
    /** The time of a release lies ahead. */
    IN_PAST(Code.IN_PAST, 422, "发布时间已过", "Release in the past"),
    /** No audience of that code. */
    UNKNOWN_AUDIENCE(Code.UNKNOWN_AUDIENCE, 422, "未知发布对象", "Unknown audience"),
    /** The caller knows no release of that id. */
    UNKNOWN(Code.UNKNOWN, 422, "未知发布", "Unknown release"),
    /** Only a staged release takes figures, and only such a one is cancelled. */
    NOT_STAGED(Code.NOT_STAGED, 409, "发布已结束", "Release not staged any more"),
    /** Only what was published can be brought back. */
    NOT_PUBLISHED(Code.NOT_PUBLISHED, 409, "该次发布未公布数据", "Release was not published"),
    /** A release holds a bounded number of figures. */
    TOO_LARGE(Code.TOO_LARGE, 422, "发布数据过多", "Release too large"),
    /** Bringing figures back needs a reason, like every revision. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "修订须说明原因", "Reason required");

    private final ErrorDefinition definition;

    ReleaseError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String FIELD_INVALID = "release-field-invalid";
        static final String IN_PAST = "release-in-past";
        static final String UNKNOWN_AUDIENCE = "unknown-audience";
        static final String UNKNOWN = "unknown-release";
        static final String NOT_STAGED = "release-not-staged";
        static final String NOT_PUBLISHED = "release-not-published";
        static final String TOO_LARGE = "release-too-large";
        static final String REASON_REQUIRED = "reason-required";

        private Code() {}
    }
}
