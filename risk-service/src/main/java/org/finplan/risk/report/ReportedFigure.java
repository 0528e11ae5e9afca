package org.finplan.risk.report;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;

/**
 * A value of a metric on its way in, in the unit of its schema.
 *
 * @param key institution and period
 * @param metric code of the metric
 * @param value the value
 * @param unit code of its unit
 * @param reason why it differs from the value there, or null
 * @param source who delivers
 * @param place where it stands in what was sent
 */
record ReportedFigure(
        InstitutionPeriod key,
        String metric,
        BigDecimal value,
        String unit,
        @Nullable String reason,
        String source,
        String place) {}
