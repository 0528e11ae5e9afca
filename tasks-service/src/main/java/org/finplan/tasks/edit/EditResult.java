package org.finplan.tasks.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.problem.Problem;

/**
 * What became, or would become, of tasks that were changed together.
 *
 * @param id id of this report
 * @param state completed, or rejected when a dry run found errors
 * @param mode atomic: all or none
 * @param dryRun whether nothing was stored because it was only tried
 * @param basis what is to be sent to apply what is shown; absent when there are errors
 * @param counts how many tasks have which fate
 * @param items the tasks with their fields before and after, in the order of the request
 * @param errors what is wrong, with the place
 * @param warnings none; of one shape with other reports
 * @param conversions none; of one shape with other reports
 */
@Schema(name = "TaskEditResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record EditResult(
        UUID id,
        String state,
        String mode,
        boolean dryRun,
        @Nullable String basis,
        Counts counts,
        List<Item> items,
        List<Problem.Place> errors,
        List<Problem.Place> warnings,
        List<String> conversions) {

    /** How many tasks have which fate. */
    @Schema(name = "TaskEditCounts")
    record Counts(int created, int revised, int unchanged, int rejected, int deleted) {}

    /**
     * A task.
     *
     * @param task its id within the plan
     * @param title its title as it was, in the language of the reader
     * @param version its version now: in a dry run as it is, else after the change
     * @param changes the fields that differ; none when it stays as it is
     */
    @Schema(name = "EditedTask")
    record Item(String task, String title, long version, List<FieldChange> changes) {}
}
