package org.finplan.risk.supervision;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a record of supervision. */
enum SupervisionError implements ErrorCode {
    /** There is no such channel. */
    UNKNOWN_CHANNEL(Code.UNKNOWN_CHANNEL, 422, "未知监管渠道", "Unknown channel of supervision"),
    /** Online or offline. */
    UNKNOWN_MODE(Code.UNKNOWN_MODE, 422, "未知工作方式", "Unknown mode of work"),
    /** There is no such party. */
    UNKNOWN_PARTY(Code.UNKNOWN_PARTY, 422, "未知信号来源", "Unknown party of a signal"),
    /** A text has what looks like the number of an account. */
    ACCOUNT_NUMBER(Code.ACCOUNT_NUMBER, 422, "不得写入账号", "Numbers of accounts are not kept"),
    /** A correction says why. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "更正监管记录须说明原因", "A correction of a record needs a reason"),
    /** It was taken back. */
    WITHDRAWN(Code.WITHDRAWN, 409, "监管记录已撤回", "The record was taken back");

    private final ErrorDefinition definition;

    SupervisionError(String code, int status, String zh, String en) {
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

        static final String UNKNOWN_CHANNEL = "unknown-channel";
        static final String UNKNOWN_MODE = "unknown-working-mode";
        static final String UNKNOWN_PARTY = "unknown-party";
        static final String ACCOUNT_NUMBER = "account-number";
        static final String REASON_REQUIRED = "reason-required";
        static final String WITHDRAWN = "record-withdrawn";

        private Code() {}
    }
}
