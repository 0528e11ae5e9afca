package org.finplan.indicators.planlife;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What the life of a plan keeps one from doing. */
public enum PlanLifeError implements ErrorCode {
    /** The plan is archived: it is read, and nothing of it is written. */
    PLAN_ARCHIVED(Code.PLAN_ARCHIVED, 409, "规划已归档，只读", "The plan is archived: read only"),
    /** A version of the plan's package has it no more: it is read, and not written. */
    RETIRED(Code.RETIRED, 409, "已停用，只读", "Retired: read only"),
    /** The step does not follow the stage that the plan has reached. */
    STEP_NOT_POSSIBLE(Code.STEP_NOT_POSSIBLE, 409, "规划所处阶段不允许该操作", "The plan is not at the stage before"),
    /** Figures are staged that archiving would close: they are published or called off first. */
    FIGURES_WAIT(Code.FIGURES_WAIT, 409, "尚有待发布的数据", "Figures wait for their release"),
    /** A decision without a reason. */
    REASON_MISSING(Code.REASON_MISSING, 422, "缺少原因", "Reason missing");

    private final ErrorDefinition definition;

    PlanLifeError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        /** The plan is archived. */
        public static final String PLAN_ARCHIVED = "plan-archived";
        /** A version of the plan's package has it no more. */
        public static final String RETIRED = "retired";
        /** The step does not follow the stage that the plan has reached. */
        public static final String STEP_NOT_POSSIBLE = "plan-step-not-possible";
        /** Figures are staged that archiving would close. */
        public static final String FIGURES_WAIT = "figures-wait";
        /** A decision without a reason. */
        public static final String REASON_MISSING = "reason-missing";

        private Code() {}
    }
}
