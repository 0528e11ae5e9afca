package org.finplan.tasks.progress;

import java.util.Optional;

/** The life cycle of a progress report: submitted, then verified or returned, by somebody other than the reporter. */
final class Review {

    private Review() {}

    /** What a reviewer may do. */
    enum Action {
        /** Confirms the claim. */
        VERIFY("verify", ReportState.VERIFIED),
        /** Sends the report back. */
        RETURN("return", ReportState.RETURNED);

        private final String label;
        private final ReportState next;

        Action(String label, ReportState next) {
            this.label = label;
            this.next = next;
        }

        /** {@return the name of the custom method, and of the entry in {@code allowedActions}} */
        String label() {
            return label;
        }

        /** {@return the state that it leads to} */
        ReportState next() {
            return next;
        }
    }

    /**
     * Who looks at a report.
     *
     * @param subject who it is
     * @param reviewer whether the caller has a role that reviews
     */
    record Reviewer(String subject, boolean reviewer) {}

    /**
     * Finds what keeps a reviewer from reviewing a report now.
     *
     * @param state state of the report
     * @param reportedBy subject of its reporter
     * @param reviewer who wants to review it
     * @return the first obstacle, or empty when the action is allowed
     */
    static Optional<ProgressError> obstacle(ReportState state, String reportedBy, Reviewer reviewer) {
        if (!reviewer.reviewer()) {
            return Optional.of(ProgressError.NOT_A_REVIEWER);
        }
        if (reviewer.subject().equals(reportedBy)) {
            return Optional.of(ProgressError.OWN_REPORT);
        }
        return state == ReportState.SUBMITTED ? Optional.empty() : Optional.of(ProgressError.ALREADY_REVIEWED);
    }
}
