package org.finplan.tasks.supervision.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Words that go with a move.
 *
 * @param note the words
 */
@Schema(name = "SupervisionNote")
public record NoteRequest(
        @Size(max = 2000) @Schema(examples = "演示样本：已收悉。") String note) {}
