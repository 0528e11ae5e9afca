package org.finplan.tasks.task;

import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ProblemError;
import org.finplan.platform.problem.ProblemException;

/** What can be wrong with a question about tasks. */
public enum TaskError implements ErrorCode {
    /** No plan has a node of that id. */
    TASK_NOT_FOUND("task-not-found", 404, "没有该任务", "There is no such task"),
    /** Several plans have a node of that id. */
    PLAN_REQUIRED("plan-required", 400, "请指明规划", "Say which plan is meant"),
    /** No plan of that code is loaded. */
    UNKNOWN_PLAN("unknown-plan", 400, "没有该规划", "There is no such plan"),
    /** The plans name no region of that code. */
    UNKNOWN_REGION("unknown-region", 400, "没有该区域", "There is no such region"),
    /** The plans have no indicator of that code. */
    UNKNOWN_INDICATOR("unknown-indicator", 400, "没有该指标", "There is no such indicator"),
    /** The plans name no organisation of that code. */
    UNKNOWN_ORGANISATION("unknown-organisation", 422, "没有该机构", "There is no such organisation"),
    /** Progress is reported on leaves. */
    NOT_A_LEAF("task-not-a-leaf", 422, "只能对具体措施报告进展", "Progress is reported on measures only"),
    /** The leaf names other regions than the one that is reported for. */
    REGION_NOT_CONCERNED("region-not-concerned", 422, "该任务不涉及此区域", "The task does not concern that region"),
    /** The leaf names other regions than those of the caller. */
    TASK_OUT_OF_SCOPE("task-not-in-scope", 403, "该任务不涉及您的区域", "The task does not concern your regions");

    private final String code;
    private final int status;
    private final String zh;
    private final String en;

    TaskError(String code, int status, String zh, String en) {
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
     * @param value what was sent there
     * @param accepted what would be accepted, possibly not listed
     * @return the problem, to be thrown
     */
    public ProblemException at(String pointer, String value, List<String> accepted) {
        LocalizedText detail = new LocalizedText(zh + "：" + value, en + ": " + value);
        return new ProblemException(this, detail, List.of(new ProblemError(pointer, value, code, detail, accepted)));
    }
}
