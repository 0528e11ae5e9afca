package org.finplan.tasks.task;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a question about tasks. */
public enum TaskError implements ErrorCode {
    /** No plan has a node of that id. */
    TASK_NOT_FOUND(Code.TASK_NOT_FOUND, 404, "没有该任务", "There is no such task"),
    /** Several plans have a node of that id. */
    PLAN_REQUIRED(Code.PLAN_REQUIRED, 400, "请指明规划", "Say which plan is meant"),
    /** No plan of that code is loaded. */
    UNKNOWN_PLAN(Code.UNKNOWN_PLAN, 400, "没有该规划", "There is no such plan"),
    /** The plans name no region of that code. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 400, "没有该区域", "There is no such region"),
    /** The plans have no indicator of that code. */
    UNKNOWN_INDICATOR(Code.UNKNOWN_INDICATOR, 400, "没有该指标", "There is no such indicator"),
    /** The plans name no organisation of that code. */
    UNKNOWN_ORGANISATION(Code.UNKNOWN_ORGANISATION, 422, "没有该机构", "There is no such organisation"),
    /** Progress is reported on leaves. */
    NOT_A_LEAF(Code.NOT_A_LEAF, 422, "只能对具体措施报告进展", "Progress is reported on measures only"),
    /** Milestones and dependencies are those of leaves. */
    NOT_SCHEDULED(Code.NOT_SCHEDULED, 422, "只有具体措施才有进度计划", "Only measures have a schedule"),
    /** The leaf names other regions than the one that is reported for. */
    REGION_NOT_CONCERNED(Code.REGION_NOT_CONCERNED, 422, "该任务不涉及此区域", "The task does not concern that region"),
    /** The leaf names other regions than those of the caller. */
    TASK_OUT_OF_SCOPE(Code.TASK_OUT_OF_SCOPE, 403, "该任务不涉及您的区域", "The task does not concern your regions"),
    /** The unit of the caller neither leads the leaf nor is responsible for it. */
    TASK_NOT_OF_UNIT(Code.TASK_NOT_OF_UNIT, 403, "该任务不由您的单位负责", "The task is not for your unit to report on"),
    /** The plan in force names the task no more. */
    RETIRED(Code.RETIRED, 409, "任务已停用，不再接受写入", "The task is retired and takes no more writes"),
    /** The city took the work point back. */
    WITHDRAWN(Code.WITHDRAWN, 409, "工作要点已撤销，不再接受写入", "The work point is withdrawn and takes no more writes"),
    /** Work points hang below measures. */
    NOT_A_MEASURE(Code.NOT_A_MEASURE, 422, "只能在具体措施下设工作要点", "Work points are made below measures only"),
    /** What the plan says of a task is changed by a version of its package. */
    NOT_A_WORK_POINT(
            Code.NOT_A_WORK_POINT, 422, "规划条目的文字只随规划套件更改", "What the plan says is changed by its package only");

    private final ErrorDefinition definition;

    TaskError(String code, int status, String zh, String en) {
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
     * @param value what was sent there
     * @param accepted what would be accepted, possibly not listed
     * @return the problem, to be thrown
     */
    public ProblemException at(String pointer, String value, List<String> accepted) {
        LocalizedText detail = new LocalizedText(title().zh() + "：" + value, title().en() + ": " + value);
        return new ProblemException(this, detail, List.of(new ProblemError(pointer, value, code(), detail, accepted)));
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String TASK_NOT_FOUND = "task-not-found";
        public static final String PLAN_REQUIRED = "plan-required";
        public static final String UNKNOWN_PLAN = "unknown-plan";
        public static final String UNKNOWN_REGION = "unknown-region";
        public static final String UNKNOWN_INDICATOR = "unknown-indicator";
        public static final String UNKNOWN_ORGANISATION = "unknown-organisation";
        public static final String NOT_A_LEAF = "task-not-a-leaf";
        public static final String NOT_SCHEDULED = "task-not-scheduled";
        public static final String REGION_NOT_CONCERNED = "region-not-concerned";
        public static final String TASK_OUT_OF_SCOPE = "task-not-in-scope";
        public static final String TASK_NOT_OF_UNIT = "task-not-of-unit";
        public static final String RETIRED = "task-retired";
        public static final String WITHDRAWN = "task-withdrawn";
        public static final String NOT_A_MEASURE = "task-not-a-measure";
        public static final String NOT_A_WORK_POINT = "task-not-a-work-point";

        private Code() {}
    }
}
