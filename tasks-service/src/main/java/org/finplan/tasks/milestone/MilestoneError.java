package org.finplan.tasks.milestone;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a milestone. */
enum MilestoneError implements ErrorCode {
    MILESTONE_NOT_FOUND(Code.MILESTONE_NOT_FOUND, 404, "没有该里程碑", "There is no such milestone"),
    ACTION_NOT_ALLOWED(Code.ACTION_NOT_ALLOWED, 409, "里程碑当前状态不允许该操作", "The state of the milestone does not allow that"),
    OTHERS_ACHIEVEMENT(
            Code.OTHERS_ACHIEVEMENT,
            403,
            "只有登记人或市级可以撤回",
            "Whoever said that it was achieved takes it back, or the city"),
    END_BEFORE_START(Code.END_BEFORE_START, 422, "完成日期早于开始日期", "The end lies before the start"),
    AFTER_DUE_DATE(Code.AFTER_DUE_DATE, 422, "里程碑晚于任务期限", "The milestone lies after the deadline of its task"),
    DATE_OUT_OF_RANGE(Code.DATE_OUT_OF_RANGE, 422, "日期超出范围", "The date is out of range"),
    DATE_IN_FUTURE(Code.DATE_IN_FUTURE, 422, "完成日期在未来", "What has not happened yet was not achieved"),
    DATE_BEFORE_PLAN(Code.DATE_BEFORE_PLAN, 422, "完成日期早于规划期", "The date lies before the plan"),
    TOO_MANY(Code.TOO_MANY, 422, "里程碑过多", "The task has too many milestones");

    private final ErrorDefinition definition;

    MilestoneError(String code, int status, String zh, String en) {
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
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** {@return the problem without a place, to be thrown} */
    ProblemException problem() {
        return new ProblemException(this, title());
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String MILESTONE_NOT_FOUND = "milestone-not-found";
        static final String ACTION_NOT_ALLOWED = "milestone-action-not-allowed";
        static final String OTHERS_ACHIEVEMENT = "achievement-of-another";
        static final String END_BEFORE_START = "end-before-start";
        static final String AFTER_DUE_DATE = "milestone-after-due-date";
        static final String DATE_OUT_OF_RANGE = "milestone-date-out-of-range";
        static final String DATE_IN_FUTURE = "milestone-date-in-future";
        static final String DATE_BEFORE_PLAN = "milestone-date-before-plan";
        static final String TOO_MANY = "too-many-milestones";

        private Code() {}
    }
}
