package org.finplan.tasks.task;

/** What can be done to a node. */
enum TaskAction {
    /** Files a progress report. */
    REPORT_PROGRESS("report-progress"),
    /** Says who leads it. */
    ASSIGN_LEAD("assign-lead");

    private final String label;

    TaskAction(String label) {
        this.label = label;
    }

    /** {@return the name in {@code allowedActions}} */
    String label() {
        return label;
    }
}
