package org.finplan.tasks.task.edit;

import java.util.List;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with what the city sets of tasks. */
public enum EditError implements ErrorCode {
    /** A deadline before the plan begins. */
    DUE_BEFORE_PLAN(Code.DUE_BEFORE_PLAN, 422, "期限早于规划期", "The deadline lies before the plan begins"),
    /** A deadline of a work point outside its year. */
    DUE_OUTSIDE_YEAR(
            Code.DUE_OUTSIDE_YEAR, 422, "期限不在工作要点的年度内", "The deadline lies outside the year of the work point"),
    /** A deadline is set and taken back at once. */
    DUE_UNCLEAR(Code.DUE_UNCLEAR, 422, "期限不能同时设定和清除", "A deadline is either set or cleared"),
    /** A year that the plan does not cover. */
    YEAR_NOT_IN_PLAN(Code.YEAR_NOT_IN_PLAN, 422, "年度不在规划期内", "The year is none of the plan"),
    /** The plan has no such region of its own. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "没有该地区", "There is no such region"),
    /** The plan has no such indicator. */
    UNKNOWN_INDICATOR(Code.UNKNOWN_INDICATOR, 422, "没有该指标", "There is no such indicator"),
    /** Neither a list of edits was sent nor one change for all, or both. */
    EDITS_OR_CHANGE(Code.EDITS_OR_CHANGE, 422, "请只提供 edits 或 change 之一", "Send either edits or change"),
    /** A change that says nothing. */
    NOTHING_TO_CHANGE(Code.NOTHING_TO_CHANGE, 422, "没有要更改的内容", "There is nothing to change"),
    /** One task is named twice. */
    TASK_TWICE(Code.TASK_TWICE, 422, "同一任务出现两次", "The task is named twice"),
    /** More tasks than one request changes. */
    TOO_MANY_TASKS(Code.TOO_MANY_TASKS, 422, "一次更改的任务过多", "These are more tasks than one request changes"),
    /** Of changes that were sent together some cannot be made, so none was. */
    EDIT_REFUSED(Code.EDIT_REFUSED, 422, "批量更改有误，全部未更改", "Some of the changes cannot be made, so none was");

    private final ErrorDefinition definition;

    EditError(String code, int status, String zh, String en) {
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
    public ProblemException at(String pointer, String value, List<String> accepted) {
        return ProblemException.at(this, pointer, value, accepted);
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String DUE_BEFORE_PLAN = "due-date-before-plan";
        public static final String DUE_OUTSIDE_YEAR = "due-date-outside-year";
        public static final String DUE_UNCLEAR = "due-date-set-and-cleared";
        public static final String YEAR_NOT_IN_PLAN = "year-not-in-plan";
        public static final String UNKNOWN_REGION = "unknown-region";
        public static final String UNKNOWN_INDICATOR = "unknown-indicator";
        public static final String EDITS_OR_CHANGE = "edits-or-change";
        public static final String NOTHING_TO_CHANGE = "nothing-to-change";
        public static final String TASK_TWICE = "task-named-twice";
        public static final String TOO_MANY_TASKS = "too-many-tasks";
        public static final String EDIT_REFUSED = "task-edits-refused";

        private Code() {}
    }
}
