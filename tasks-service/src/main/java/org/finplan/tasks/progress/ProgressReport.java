package org.finplan.tasks.progress;

import jakarta.annotation.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.finplan.tasks.evidence.CitingClaim;
import org.finplan.tasks.evidence.Evidence;
import org.finplan.tasks.evidence.EvidenceJson;
import org.finplan.tasks.evidence.EvidenceState;
import org.finplan.tasks.task.TaskKey;
import org.finplan.tasks.task.TaskStatus;

/** What a region claims of a leaf, and what a reviewer decided on it. The claim itself is never rewritten. */
@Entity
@Table(name = "progress_report")
class ProgressReport {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String plan;

    @Column(updatable = false)
    private String task;

    @Column(updatable = false)
    private String region;

    @Column(updatable = false)
    private String status;

    @Column(name = "reported_for", updatable = false)
    private LocalDate reportedFor;

    @Column(updatable = false)
    private String note;

    @Column(updatable = false)
    private String evidence;

    /** Evidence as it is stored, see {@link EvidenceJson}, or null. */
    @Column(updatable = false)
    private String proof;

    @Column(name = "evidence_state")
    private String evidenceState;

    private String state;

    @Column(name = "reported_by", updatable = false)
    private String reportedBy;

    @Column(name = "reported_client", updatable = false)
    private String reportedClient;

    @Column(name = "reported_at", updatable = false)
    private Instant reportedAt;

    @Column(name = "reviewed_by")
    private String reviewedBy;

    @Column(name = "reviewed_at")
    private Instant reviewedAt;

    @Column(name = "review_comment")
    private String reviewComment;

    @Version
    private long version;

    protected ProgressReport() {}

    /**
     * Files a report.
     *
     * @param id its id
     * @param key leaf that it is about
     * @param region region that it counts for
     * @param claim what it claims
     * @param reporter who files it
     */
    ProgressReport(UUID id, TaskKey key, String region, Claim claim, Reporter reporter) {
        this.id = id;
        this.plan = key.plan();
        this.task = key.id();
        this.region = region;
        this.status = claim.status().code();
        this.reportedFor = claim.reportedFor();
        this.note = claim.note();
        this.evidence = claim.evidence();
        this.proof = claim.proof().isEmpty() ? null : EvidenceJson.write(claim.proof());
        this.state = ReportState.SUBMITTED.code();
        this.reportedBy = reporter.subject();
        this.reportedClient = reporter.client();
        this.reportedAt = reporter.at();
    }

    /**
     * What a report claims.
     *
     * @param status status that it claims
     * @param reportedFor date that it is about
     * @param note what was done
     * @param evidence where it can be seen, in words, or null
     * @param proof what proves it
     */
    record Claim(
            TaskStatus status,
            LocalDate reportedFor,
            String note,
            @Nullable String evidence,
            List<Evidence> proof) {}

    /**
     * Who filed a report.
     *
     * @param subject the person
     * @param client the client that acted for the person, or null
     * @param at when
     */
    record Reporter(String subject, @Nullable String client, Instant at) {}

    UUID id() {
        return id;
    }

    TaskKey key() {
        return new TaskKey(plan, task);
    }

    String region() {
        return region;
    }

    /** {@return the status that it claims} */
    TaskStatus status() {
        return TaskStatus.of(status);
    }

    LocalDate reportedFor() {
        return reportedFor;
    }

    String note() {
        return note;
    }

    String evidence() {
        return evidence;
    }

    /** {@return what proves it, without the words of {@link #evidence}} */
    List<Evidence> proof() {
        return proof == null ? List.of() : EvidenceJson.read(proof);
    }

    /** {@return the gravest state of the observations that it cites, or null when it cites none} */
    @Nullable
    EvidenceState evidenceState() {
        return EvidenceState.of(evidenceState);
    }

    void evidenceState(@Nullable EvidenceState judged) {
        evidenceState = judged == null ? null : judged.code();
    }

    /** {@return itself, as evidence sees it} */
    CitingClaim citing() {
        return new CitingClaim(CitingClaim.Kind.PROGRESS_REPORT, id, 0, region, plan, task);
    }

    ReportState state() {
        return ReportState.of(state);
    }

    String reportedBy() {
        return reportedBy;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    String reviewedBy() {
        return reviewedBy;
    }

    Instant reviewedAt() {
        return reviewedAt;
    }

    String reviewComment() {
        return reviewComment;
    }

    long version() {
        return version;
    }

    /**
     * Ends the report in the state that a review leads to.
     *
     * @param action what the reviewer decided
     * @param by subject of the reviewer
     * @param at when
     * @param comment remarks of the reviewer, or null
     */
    void review(Review.Action action, String by, Instant at, @Nullable String comment) {
        state = action.next().code();
        reviewedBy = by;
        reviewedAt = at;
        reviewComment = comment;
    }
}
