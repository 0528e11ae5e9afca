package org.finplan.tasks.progress;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.evidence.EvidenceRequest;
import org.finplan.tasks.progress.ProgressReport.Claim;
import org.finplan.tasks.task.TaskStatus;

/**
 * What a region claims of a leaf.
 *
 * @param status how far it is
 * @param reportedFor date that the report is about (Asia/Shanghai), not in the future and not before the plan
 * @param note what was done, in the reporter's words
 * @param region region that it speaks for; may be left out by a caller of one region, and by the city for the whole city
 * @param evidence where it can be seen, in words; counts as a note
 * @param proof what proves it: versions of observations that say a figure already, documents by reference and hash, notes
 */
@Schema(name = "ReportProgress")
record ProgressReportRequest(
        @NotNull @Schema(examples = "in_progress") TaskStatus status,
        @NotNull @Schema(examples = "2024-12-31") LocalDate reportedFor,

        @NotBlank @Size(max = 4000) @Schema(examples = "演示样本：已召开推进会。")
        String note,

        @Size(max = 40) @Schema(examples = "441200") String region,
        @Size(max = 1000) @Schema(examples = "演示样本文件 1 号") String evidence,

        @Size(max = 50) List<@NotNull @Valid EvidenceRequest> proof) {

    /** Nothing sent is no proof. */
    ProgressReportRequest {
        proof = proof == null ? List.of() : proof;
    }

    /** {@return what is claimed, whoever claims it for whatever region} */
    Claim claim() {
        return new Claim(
                status,
                reportedFor,
                note,
                evidence,
                proof.stream().map(EvidenceRequest::evidence).toList());
    }
}
