package org.finplan.tasks.register.entry;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.problem.Problem;

/**
 * What became of entries that were sent together.
 *
 * @param id id of this report
 * @param state completed, completed-with-errors, or rejected when nothing is stored because of errors
 * @param mode atomic or partial
 * @param dryRun whether nothing was stored because it was only tried
 * @param counts how many items had which fate
 * @param errors what is wrong with the rejected items
 * @param warnings none; of one shape with other reports
 * @param conversions none; of one shape with other reports
 */
@Schema(name = "RegisterImportResult")
record EntryImportResult(
        UUID id,
        String state,
        String mode,
        boolean dryRun,
        Counts counts,
        List<Problem.Place> errors,
        List<Problem.Place> warnings,
        List<String> conversions) {

    /** How many items had which fate. */
    @Schema(name = "RegisterImportCounts")
    record Counts(int created, int revised, int unchanged, int rejected, int deleted) {}
}
