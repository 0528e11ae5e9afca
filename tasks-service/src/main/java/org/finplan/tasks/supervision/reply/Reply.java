package org.finplan.tasks.supervision.reply;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.tasks.evidence.EvidenceView;

/**
 * An answer, and what somebody else made of it.
 *
 * @param number 1 for the first
 * @param text what was done
 * @param evidence what proves it
 * @param repliedBy subject
 * @param repliedAt when
 * @param accepted whether it was taken, null while it is not checked
 * @param checkedBy who checked it, or null
 * @param checkedAt when, or null
 * @param remark words of whoever checked it, or null
 */
@Schema(name = "SupervisionReply")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reply(
        int number,
        String text,
        List<EvidenceView> evidence,
        String repliedBy,
        Instant repliedAt,
        @Nullable Boolean accepted,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt,
        @Nullable String remark) {}
