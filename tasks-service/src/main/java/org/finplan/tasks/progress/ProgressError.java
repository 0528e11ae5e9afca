package org.finplan.tasks.progress;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a progress report or its review. */
enum ProgressError implements ErrorCode {
    REPORT_NOT_FOUND(Code.REPORT_NOT_FOUND, 404, "没有这份进展报告", "There is no such progress report"),
    ALREADY_REVIEWED(Code.ALREADY_REVIEWED, 409, "进展报告已经审核", "The progress report was already reviewed"),
    NOT_A_REVIEWER(Code.NOT_A_REVIEWER, 403, "您的角色不能审核进展报告", "Your roles do not review progress reports"),
    OWN_REPORT(Code.OWN_REPORT, 403, "报告人不能审核自己的报告", "A reporter does not review their own report"),
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "没有该区域", "There is no such region"),
    REGION_REQUIRED(Code.REGION_REQUIRED, 422, "请指明报告的区域", "Say which region the report is for"),
    DATE_IN_FUTURE(Code.DATE_IN_FUTURE, 422, "报告日期在未来", "The date of the report lies in the future"),
    DATE_BEFORE_PLAN(Code.DATE_BEFORE_PLAN, 422, "报告日期早于规划期", "The date of the report lies before the plan"),
    REASON_MISSING(Code.REASON_MISSING, 422, "退回时须说明理由", "A report is returned with a reason only"),
    NOT_THE_REPORTER(
            Code.NOT_THE_REPORTER, 403, "只有报告人可以确认自己的报告", "Only its reporter stands by a report; others report again"),
    EVIDENCE_NOT_FLAGGED(
            Code.EVIDENCE_NOT_FLAGGED,
            409,
            "报告引用的数据没有被修订或撤回，无须确认",
            "No observation that the report cites was revised or withdrawn: there is nothing to confirm"),
    ALREADY_RETURNED(Code.ALREADY_RETURNED, 409, "报告已退回，请重新报告", "The report was returned: report again");

    private final ErrorDefinition definition;

    ProgressError(String code, int status, String zh, String en) {
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
        return new ProblemException(
                this, title(), List.of(new ProblemError(pointer, value, code(), title(), accepted)));
    }

    /** {@return the problem without a place, to be thrown} */
    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String REPORT_NOT_FOUND = "progress-report-not-found";
        static final String ALREADY_REVIEWED = "progress-report-already-reviewed";
        static final String NOT_A_REVIEWER = "not-a-reviewer";
        static final String OWN_REPORT = "own-progress-report";
        static final String UNKNOWN_REGION = "unknown-region";
        static final String REGION_REQUIRED = "region-required";
        static final String DATE_IN_FUTURE = "reported-for-in-future";
        static final String DATE_BEFORE_PLAN = "reported-for-before-plan";
        static final String REASON_MISSING = "reason-missing";
        static final String NOT_THE_REPORTER = "not-the-reporter";
        static final String EVIDENCE_NOT_FLAGGED = "evidence-not-flagged";
        static final String ALREADY_RETURNED = "progress-report-returned";

        private Code() {}
    }
}
