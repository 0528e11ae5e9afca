package org.finplan.tasks.progress;

import jakarta.annotation.Nullable;
import java.util.Optional;
import org.finplan.tasks.evidence.EvidenceState;

/** When a reporter stands by a claim whose evidence was revised or withdrawn. */
final class Confirmation {

    /** The name of the custom method, and of the entry in {@code allowedActions}. */
    static final String LABEL = "confirm-evidence";

    private Confirmation() {}

    /**
     * Finds what keeps somebody from it now.
     *
     * @param state state of the report
     * @param evidence gravest state of the observations that it cites, or null when it cites none
     * @param reportedBy subject of its reporter
     * @param subject who wants to confirm it
     * @return the first obstacle, or empty
     */
    static Optional<ProgressError> obstacle(
            ReportState state, @Nullable EvidenceState evidence, String reportedBy, String subject) {
        if (!subject.equals(reportedBy)) {
            return Optional.of(ProgressError.NOT_THE_REPORTER);
        }
        if (state == ReportState.RETURNED) {
            return Optional.of(ProgressError.ALREADY_RETURNED);
        }
        return evidence != null && evidence.flagged()
                ? Optional.empty()
                : Optional.of(ProgressError.EVIDENCE_NOT_FLAGGED);
    }
}
