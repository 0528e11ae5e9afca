package org.finplan.risk.supervision;

import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What supervision found.
 *
 * @param channel code of the channel
 * @param mode online, or offline for work without the system that is entered later
 * @param on the day it happened, not in the future
 * @param title what it is about
 * @param findings what was found; no numbers of accounts
 * @param amounts amounts it speaks of, when there are any
 * @param attachments files that belong to it, when there are any
 * @param party who the signal came from, when the record is one: enforcement, self_discipline, media or public
 * @param reason of a correction why
 */
@Schema(name = "NewSupervisionRecord")
record SupervisionRecordRequest(
        @Schema(examples = "on_site") @NotBlank String channel,
        @Schema(examples = "offline") @NotBlank String mode,
        @Schema(examples = "2026-03-12") @NotNull LocalDate on,

        @Schema(examples = "演示样本：现场检查") @NotBlank @Size(max = LONGEST_TITLE)
        String title,

        @Schema(examples = "演示样本，非真实数据：贷款合同缺页。") @NotBlank @Size(max = LONGEST_TEXT)
        String findings,

        @Nullable @Size(max = MOST) List<@NotNull @Valid SupervisionAmount> amounts,
        @Nullable @Size(max = MOST) List<@NotNull @Valid Attachment> attachments,

        @Schema(examples = "public") @Nullable String party,

        @Schema(examples = "演示样本：更正") @Nullable @Size(min = 1, max = LONGEST_REASON)
        String reason) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_REASON = 500;
    private static final int MOST = 50;

    List<SupervisionAmount> someAmounts() {
        return amounts == null ? List.of() : amounts;
    }

    List<Attachment> someAttachments() {
        return attachments == null ? List.of() : attachments;
    }
}
