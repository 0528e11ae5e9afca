package org.finplan.tasks.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.tasks.action.Actions;
import org.finplan.tasks.action.BlockedAction;
import org.finplan.tasks.evidence.Citation;
import org.finplan.tasks.evidence.EvidenceChange;
import org.finplan.tasks.evidence.EvidenceState;
import org.finplan.tasks.evidence.EvidenceView;
import org.finplan.tasks.task.TaskStatus;

/**
 * A progress report.
 *
 * @param id its id
 * @param plan plan code
 * @param task id of the leaf
 * @param region region that it speaks for
 * @param regionName name of the region
 * @param status status that it claims
 * @param reportedFor date that it is about
 * @param note what was done
 * @param evidence where it can be seen, in words, or null
 * @param proof what proves it; the words of {@code evidence} come first as a note
 * @param evidenceState gravest state of the observations that it cites: current, confirmed, not-seen, revised or withdrawn; null when
 *     it cites none
 * @param evidenceChanges what became of these observations since, and whether the reporter stood by the claim; null while nothing did
 * @param state submitted, verified or returned
 * @param reportedBy who filed it
 * @param reportedAt when
 * @param reviewedBy who reviewed it, or null
 * @param reviewedAt when, or null
 * @param reviewComment what the reviewer said, or null
 * @param version counted up by each change
 * @param allowedActions what the caller may do now
 * @param blockedActions what the caller may not do now, and why
 */
@Schema(name = "ProgressReport")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressReportView(
        UUID id,
        String plan,
        String task,
        String region,
        LocalizedText regionName,
        TaskStatus status,
        LocalDate reportedFor,
        String note,
        @Nullable String evidence,
        List<EvidenceView> proof,
        @Nullable EvidenceState evidenceState,
        @Nullable List<EvidenceChange> evidenceChanges,
        ReportState state,
        String reportedBy,
        Instant reportedAt,
        @Nullable String reviewedBy,
        @Nullable Instant reviewedAt,
        @Nullable String reviewComment,
        long version,
        List<String> allowedActions,
        List<BlockedAction> blockedActions) {

    /**
     * Shows a report.
     *
     * @param report the report
     * @param regionName name of its region
     * @param citations what is known of the observations that it cites
     * @param changes what became of them, or null
     * @param actions what the caller may do now
     * @return what is answered
     */
    static ProgressReportView of(
            ProgressReport report,
            LocalizedText regionName,
            List<Citation> citations,
            @Nullable List<EvidenceChange> changes,
            Actions actions) {
        return new ProgressReportView(
                report.id(),
                report.key().plan(),
                report.key().id(),
                report.region(),
                regionName,
                report.status(),
                report.reportedFor(),
                report.note(),
                report.evidence(),
                proof(report, citations),
                report.evidenceState(),
                changes,
                report.state(),
                report.reportedBy(),
                report.reportedAt(),
                report.reviewedBy(),
                report.reviewedAt(),
                report.reviewComment(),
                report.version(),
                actions.allowed(),
                actions.blocked());
    }

    private static List<EvidenceView> proof(ProgressReport report, List<Citation> citations) {
        List<EvidenceView> proof = new ArrayList<>();
        if (report.evidence() != null && !report.evidence().isBlank()) {
            proof.add(EvidenceView.note(report.evidence()));
        }
        proof.addAll(EvidenceView.of(report.proof(), citations));
        return proof;
    }
}
