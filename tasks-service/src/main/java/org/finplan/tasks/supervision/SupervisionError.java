package org.finplan.tasks.supervision;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a supervised matter or a move of it. */
enum SupervisionError implements ErrorCode {
    NOT_FOUND(Code.NOT_FOUND, 404, "没有该督办事项", "There is no such supervised matter"),
    ACTION_NOT_ALLOWED(Code.ACTION_NOT_ALLOWED, 409, "督办事项当前状态不允许该操作", "The state of the matter does not allow this"),
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "没有该区域", "There is no such region"),
    REGION_REQUIRED(Code.REGION_REQUIRED, 422, "请指明督办事项的区域", "Say which region the matter is about"),
    UNKNOWN_LADDER(Code.UNKNOWN_LADDER, 422, "没有该督办阶梯", "There is no such ladder"),
    TWO_DEADLINES(
            Code.TWO_DEADLINES, 422, "期限只能用日期或工作日之一表示", "A deadline is a date or a number of working days, not both"),
    DATE_PASSED(Code.DATE_PASSED, 422, "日期不得早于今天", "The date must not lie before today"),
    DATE_TOO_LATE(Code.DATE_TOO_LATE, 422, "日期过晚", "The date is too late"),
    EVIDENCE_MISSING(Code.EVIDENCE_MISSING, 422, "反馈须附佐证", "The answer needs evidence"),
    OWN_REPLY(Code.OWN_REPLY, 422, "反馈人不能核查自己的反馈", "Nobody checks an answer of their own"),
    OWN_QUESTION(Code.OWN_QUESTION, 422, "申请人不能决定自己的申请", "Nobody decides on a question of their own"),
    REMARK_MISSING(Code.REMARK_MISSING, 422, "退回或不同意时须说明理由", "A return or a refusal needs its reason"),
    EXTENSION_AFTER_CLOSING(Code.EXTENSION_AFTER_CLOSING, 422, "办结后不能延期", "A closed matter is not extended"),
    EXTENSION_NOT_LATER(
            Code.EXTENSION_NOT_LATER, 422, "新期限须晚于当前期限", "The new deadline must be later than the current one");

    private final ErrorDefinition definition;

    SupervisionError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /**
     * Makes the problem of one wrong place.
     *
     * @param pointer where the request is wrong
     * @param value what was sent there, or null
     * @param accepted what would be accepted, possibly not listed
     * @return the problem, to be thrown
     */
    ProblemException at(String pointer, String value, List<String> accepted) {
        LocalizedText text = title();
        return new ProblemException(this, text, List.of(new ProblemError(pointer, value, code(), text, accepted)));
    }

    /** {@return the problem without a place, to be thrown} */
    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String NOT_FOUND = "supervision-not-found";
        static final String ACTION_NOT_ALLOWED = "supervision-action-not-allowed";
        static final String UNKNOWN_REGION = "unknown-region";
        static final String REGION_REQUIRED = "region-required";
        static final String UNKNOWN_LADDER = "unknown-ladder";
        static final String TWO_DEADLINES = "two-deadlines";
        static final String DATE_PASSED = "date-passed";
        static final String DATE_TOO_LATE = "date-too-late";
        static final String EVIDENCE_MISSING = "evidence-missing";
        static final String OWN_REPLY = "own-reply";
        static final String OWN_QUESTION = "own-question";
        static final String REMARK_MISSING = "remark-missing";
        static final String EXTENSION_AFTER_CLOSING = "extension-after-closing";
        static final String EXTENSION_NOT_LATER = "extension-not-later";

        private Code() {}
    }
}
