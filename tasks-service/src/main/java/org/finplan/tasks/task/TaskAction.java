package org.finplan.tasks.task;

/** What can be done to a node. */
public enum TaskAction {
    /** File a progress report. */
    REPORT_PROGRESS("report-progress"),
    /** Give it to units. */
    ASSIGN("assign"),
    /** The same for the unit that leads alone, as long as the API has it. */
    ASSIGN_LEAD("assign-lead"),
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
