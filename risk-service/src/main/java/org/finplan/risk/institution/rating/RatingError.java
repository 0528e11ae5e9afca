package org.finplan.risk.institution.rating;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a rating. */
enum RatingError implements ErrorCode {
    /** There is no such scheme, or none for that kind of institution. */
    UNKNOWN_SCHEME(Code.UNKNOWN_SCHEME, 422, "未知评级体系，或不适用于该类机构", "No such rating scheme for this kind of institution"),
    /** The scheme has no such grade. */
    UNKNOWN_GRADE(Code.UNKNOWN_GRADE, 422, "评级体系中没有该等级", "The scheme has no such grade"),
    /** A day that has not come. */
    RATED_IN_FUTURE(Code.RATED_IN_FUTURE, 422, "评级日期尚未到来", "The day of the rating lies in the future"),
    /** There is another grade of that day. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "更正评级须说明原因", "A correction of a rating needs a reason");

    private final ErrorDefinition definition;

    RatingError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_SCHEME = "unknown-rating-scheme";
        static final String UNKNOWN_GRADE = "unknown-grade";
        static final String RATED_IN_FUTURE = "rated-in-future";
        static final String REASON_REQUIRED = "reason-required";

        private Code() {}
    }
}
