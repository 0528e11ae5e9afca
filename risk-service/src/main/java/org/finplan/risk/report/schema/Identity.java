package org.finplan.risk.report.schema;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;

/**
 * What the figures of a report must agree in: the sum of some metrics held against the sum of others.
 *
 * @param code its code, such as {@code balance}
 * @param statement what it says
 * @param left metrics that are added up on the left
 * @param comparator one of {@code =}, {@code <=} and {@code >=}
 * @param right metrics that are added up on the right
 * @param tolerance by how many percent of the right both sides may differ
 * @param rightOfPeriodBefore whether the right side is that of the period before
 */
@Schema(name = "MetricIdentity")
public record Identity(
        String code,
        LocalizedText statement,
        List<String> left,
        String comparator,
        List<String> right,
        int tolerance,
        boolean rightOfPeriodBefore) {}
