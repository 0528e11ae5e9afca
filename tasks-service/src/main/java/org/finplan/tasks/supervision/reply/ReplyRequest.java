package org.finplan.tasks.supervision.reply;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.evidence.EvidenceRequest;

/**
 * The answer of a unit.
 *
 * @param text what was done
 * @param evidence what proves it; at least one piece where the matter requires evidence
 */
@Schema(name = "ReplyToSupervision")
public record ReplyRequest(
        @NotBlank @Size(max = 4000) @Schema(examples = "演示样本：已完成整改。")
        String text,

        @Size(max = 50) List<@NotNull @Valid EvidenceRequest> evidence) {

    /** Nothing sent is no evidence. */
    public ReplyRequest {
        evidence = evidence == null ? List.of() : evidence;
    }
}
