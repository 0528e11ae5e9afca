package org.finplan.tasks.task;

/** What can be done to a node. */
public enum TaskAction {
    /** File a progress report. */
    REPORT_PROGRESS("report-progress"),
    /** Give it to units. */
    ASSIGN("assign"),
    /** The same for the unit that leads alone, as long as the API has it. */
    ASSIGN_LEAD("assign-lead"),
    /** Set its deadline, or go back to that of the plan. */
    SET_DUE_DATE("set-due-date"),
    /** Make an annual work point below it. */
    MAKE_WORK_POINT("make-work-point"),
    /** Change what a work point says. */
    REVISE_WORK_POINT("revise-work-point"),
    /** Take a work point back. */
    WITHDRAW_WORK_POINT("withdraw-work-point"),
    /** Plan its milestones, and what it waits for. */
    PLAN_SCHEDULE("plan-schedule");

    private final String label;

    TaskAction(String label) {
        this.label = label;
    }

    /** {@return the name in {@code allowedActions}} */
    public String label() {
        return label;
    }
}
