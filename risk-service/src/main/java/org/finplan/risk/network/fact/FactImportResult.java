package org.finplan.risk.network.fact;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.problem.Problem;

/**
 * What became of a table of facts.
 *
 * @param id id of this report
 * @param state completed, or rejected when it was only tried and has faults
 * @param kind kind of its facts
 * @param dryRun whether nothing was stored because it was only tried
 * @param counts how many rows had which fate: created, revised by another content, unchanged, or named twice in the table
 * @param converted rows whose amounts were put into yuan from another unit, exactly
 * @param errors what is wrong, by row and column
 * @param warnings rows that say the same as an earlier row of the table
 */
@Schema(name = "NetworkFactImportResult")
record FactImportResult(
        UUID id,
        String state,
        String kind,
        boolean dryRun,
        Counts counts,
        int converted,
        List<Problem.Place> errors,
        List<Problem.Place> warnings) {

    /** How many rows had which fate. */
    @Schema(name = "NetworkFactImportCounts")
    record Counts(int created, int revised, int unchanged, int repeated, int rejected) {}
}
