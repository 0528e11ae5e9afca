package org.finplan.tasks.progress;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a progress report or its review. */
enum ProgressError implements ErrorCode {
    REPORT_NOT_FOUND("progress-report-not-found", 404, "没有这份进展报告", "There is no such progress report"),
    ALREADY_REVIEWED("progress-report-already-reviewed", 409, "进展报告已经审核", "The progress report was already reviewed"),
    NOT_A_REVIEWER("not-a-reviewer", 403, "您的角色不能审核进展报告", "Your roles do not review progress reports"),
    OWN_REPORT("own-progress-report", 403, "报告人不能审核自己的报告", "A reporter does not review their own report"),
    UNKNOWN_REGION("unknown-region", 422, "没有该区域", "There is no such region"),
    REGION_REQUIRED("region-required", 422, "请指明报告的区域", "Say which region the report is for"),
    DATE_IN_FUTURE("reported-for-in-future", 422, "报告日期在未来", "The date of the report lies in the future"),
    DATE_BEFORE_PLAN("reported-for-before-plan", 422, "报告日期早于规划期", "The date of the report lies before the plan"),
    REASON_MISSING("reason-missing", 422, "退回时须说明理由", "A report is returned with a reason only");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    ProgressError(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.zh = zh;
        this.en = en;
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
        return new LocalizedText(zh, en);
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
        return new ProblemException(this, title(), List.of(new ProblemError(pointer, value, code, title(), accepted)));
    }

    /** {@return the problem without a place, to be thrown} */
    ProblemException problem() {
        return new ProblemException(this, title());
    }
}
