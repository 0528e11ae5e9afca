package org.finplan.tasks.edit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Changes of many tasks: either one for each of a list, or one for all that the filter of the address finds.
 *
 * @param edits what is to be different of single tasks, at most 1,000
 * @param change what is to be different of every task that the filter finds
 * @param basis what the dry run answered; needed to apply
 * @param reason why, for the audit record
 */
@Schema(
        name = "TaskEdits",
        examples =
                "{\"edits\":[{\"task\":\"t4.1.1.1.m01\",\"version\":1,\"dueDate\":\"2025-12-31\"}],\"reason\":\"演示样本：年度安排\"}")
record EditRequest(
        @Size(min = 1, max = MOST) List<@NotNull @Valid TaskEditInput> edits,
        @Valid CommonChange change,
        @Size(max = 6000) String basis,

        @Size(max = 2000) @Schema(examples = "演示样本：年度安排") String reason) {

    /** Most tasks that one request changes. */
    static final int MOST = 1000;
}
