package org.finplan.risk.alert.silence;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a silence. */
enum SilenceError implements ErrorCode {
    /** There is no such field, it stands twice, or nothing has that value. */
    UNKNOWN_MATCHER(Code.UNKNOWN_MATCHER, 422, "匹配条件无效", "Matcher not valid"),
    /** It would end before it begins or before now, or last too long. */
    SPAN(Code.SPAN, 422, "静默时段无效", "Span of the silence not valid"),
    /** It is approved, ended, or needs no second person. */
    NOT_ALLOWED(Code.NOT_ALLOWED, 409, "静默当前状态不允许该操作", "Not allowed in this state of the silence"),
    /** Whoever made it is not the second person. */
    OWN_SILENCE(Code.OWN_SILENCE, 403, "须由创建人以外的人批准", "Somebody else must approve it");

    private final ErrorDefinition definition;

    SilenceError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    ProblemException at(String pointer, String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_MATCHER = "unknown-matcher";
        static final String SPAN = "silence-span";
        static final String NOT_ALLOWED = "silence-action-not-allowed";
        static final String OWN_SILENCE = "own-silence";

        private Code() {}
    }
}
