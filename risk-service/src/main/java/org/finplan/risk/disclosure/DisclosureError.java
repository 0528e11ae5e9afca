package org.finplan.risk.disclosure;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a disclosure. */
enum DisclosureError implements ErrorCode {
    /** There is no such class, or its bodies are not named one by one. */
    UNKNOWN_CLASS(
            Code.UNKNOWN_CLASS, 422, "未知披露主体类别，或该类主体不逐一登记", "No such class of bodies, or none whose bodies are named"),
    /** Nobody of that code must disclose, as far as the caller sees. */
    UNKNOWN_BODY(Code.UNKNOWN_BODY, 422, "没有该披露义务主体", "No such body must disclose"),
    /** It was published before its year ended, or in the future. */
    YEAR(Code.YEAR, 422, "披露年度与发布日期不符", "The year does not go with the day of publication"),
    /** Something else was recorded before. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "更正须说明原因", "A correction needs a reason");

    private final ErrorDefinition definition;

    DisclosureError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    ProblemException at(String pointer, @Nullable String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_CLASS = "unknown-disclosure-class";
        static final String UNKNOWN_BODY = "unknown-disclosure-body";
        static final String YEAR = "disclosure-year";
        static final String REASON_REQUIRED = "reason-required";

        private Code() {}
    }
}
