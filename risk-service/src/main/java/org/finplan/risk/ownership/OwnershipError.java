package org.finplan.risk.ownership;

import jakarta.annotation.Nullable;
import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can go wrong with a link of ownership. */
enum OwnershipError implements ErrorCode {
    /** What is held is neither the institution nor a firm that holds in its file. */
    NOT_IN_CHAIN(Code.NOT_IN_CHAIN, 422, "被持有方不在该机构的股权链上", "What is held is not in the chain of the institution"),
    /** There is no such kind of holder. */
    UNKNOWN_HOLDER_KIND(Code.UNKNOWN_HOLDER_KIND, 422, "未知持有人类别", "Unknown kind of holder"),
    /** There is no such nature. */
    UNKNOWN_NATURE(Code.UNKNOWN_NATURE, 422, "未知持有性质", "Unknown nature of a link"),
    /** It holds itself. */
    SELF_HOLDING(Code.SELF_HOLDING, 422, "不得自我持有", "Nobody holds itself"),
    /** Shares have a share above 0 and up to 100, everything else has none. */
    SHARE(Code.SHARE, 422, "持股比例无效", "Share not valid"),
    /** More is held on a day than there is. */
    TOO_MANY_SHARES(Code.TOO_MANY_SHARES, 422, "同一日持股合计超过100%", "More than 100 percent would be held on a day"),
    /** The same holder holds the same already on one of the days. */
    OVERLAP(Code.OVERLAP, 422, "同一持有人的持有期重叠", "The same holder holds it already on some of the days"),
    /** A correction says why. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "更正股权关系须说明原因", "A correction of a link needs a reason"),
    /** It was taken back. */
    WITHDRAWN(Code.WITHDRAWN, 409, "股权关系已撤回", "The link was taken back");

    private final ErrorDefinition definition;

    OwnershipError(String code, int status, String zh, String en) {
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

        static final String NOT_IN_CHAIN = "not-in-chain";
        static final String UNKNOWN_HOLDER_KIND = "unknown-holder-kind";
        static final String UNKNOWN_NATURE = "unknown-nature";
        static final String SELF_HOLDING = "self-holding";
        static final String SHARE = "invalid-share";
        static final String TOO_MANY_SHARES = "shares-over-100";
        static final String OVERLAP = "link-overlaps";
        static final String REASON_REQUIRED = "reason-required";
        static final String WITHDRAWN = "link-withdrawn";

        private Code() {}
    }
}
