package org.finplan.risk.report;

import java.util.List;
import org.finplan.risk.institution.Institution;

/**
 * An item that could be read.
 *
 * @param place where it stands in what was sent
 * @param institution whose metrics they are
 * @param key institution and period
 * @param source who delivers
 * @param figures the values
 * @param conversions values that came in another unit
 */
record ReadItem(
        String place,
        Institution institution,
        InstitutionPeriod key,
        String source,
        List<ReportedFigure> figures,
        List<BulkReport.Conversion> conversions) {}
