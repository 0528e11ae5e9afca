package org.finplan.indicators.reporting;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.problem.Problem;

/**
 * What became of a report.
 *
 * @param id id of this report
 * @param state completed, completed-with-errors, or rejected when nothing was stored because of errors
 * @param mode atomic or partial
 * @param dryRun whether nothing was stored because it was only tried
 * @param counts how many items had which fate
 * @param errors what is wrong with the rejected items
 * @param warnings what may be wrong with accepted ones
 * @param conversions values that were put into another unit
 */
record BulkReport(
        UUID id,
        String state,
        String mode,
        boolean dryRun,
        Counts counts,
        List<Problem.Place> errors,
        List<Problem.Place> warnings,
        List<Conversion> conversions) {

    /** How many items had which fate. */
    @Schema(name = "BulkCounts")
    record Counts(int created, int revised, int unchanged, int rejected, int deleted) {}

    /**
     * A value that was put into the unit of its series, exactly.
     *
     * @param pointer place in the report
     * @param value as sent
     * @param unit as sent
     * @param storedValue as stored
     * @param storedUnit as stored
     */
    @Schema(name = "UnitConversion")
    record Conversion(String pointer, BigDecimal value, String unit, BigDecimal storedValue, String storedUnit) {}
}
