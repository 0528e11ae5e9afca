package org.finplan.risk.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.problem.Problem;

/**
 * What became of a report of institutions.
 *
 * @param id id of this report
 * @param state completed, completed-with-errors, or rejected when nothing was stored because of errors
 * @param mode atomic or partial
 * @param dryRun whether nothing was stored because it was only tried
 * @param counts how many items had which fate: an item is created when nothing of its institution and period was there, and
 *     revised when it brought another value or a further metric
 * @param errors what is wrong with the rejected items
 * @param warnings what may be wrong with accepted ones, such as identities that their figures break
 * @param conversions values that were put into another unit
 */
@Schema(name = "InstitutionReportResult")
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
    @Schema(name = "InstitutionReportCounts")
    record Counts(int created, int revised, int unchanged, int rejected, int deleted) {}

    /**
     * A value that was put into the unit of its metric, exactly.
     *
     * @param pointer place in the report
     * @param value as sent
     * @param unit as sent
     * @param storedValue as stored
     * @param storedUnit as stored
     */
    @Schema(name = "MetricConversion")
    record Conversion(String pointer, BigDecimal value, String unit, BigDecimal storedValue, String storedUnit) {}
}
