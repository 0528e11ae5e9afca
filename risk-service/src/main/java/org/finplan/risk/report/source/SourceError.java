package org.finplan.risk.report.source;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a source of reports. */
enum SourceError implements ErrorCode {
    /** Neither of the two modes. */
    UNKNOWN_MODE(Code.UNKNOWN_MODE, 422, "未知报送方式", "Unknown mode of a source"),
    /** A frequency that there is not, or one where none belongs. */
    FREQUENCY(Code.FREQUENCY, 422, "报送频率有误", "The frequency does not go with the mode"),
    /** No code of a source. */
    CODE(Code.CODE, 422, "来源代码有误", "Not a code of a source");

    private final ErrorDefinition definition;

    SourceError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_MODE = "unknown-reporting-mode";
        static final String FREQUENCY = "frequency-not-for-mode";
        static final String CODE = "invalid-source";

        private Code() {}
    }
}
