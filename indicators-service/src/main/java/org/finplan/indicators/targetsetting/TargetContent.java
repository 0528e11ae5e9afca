package org.finplan.indicators.targetsetting;

import java.math.BigDecimal;
import java.util.List;
import org.finplan.indicators.target.Nature;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.indicators.target.TargetKey;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.TargetComparator;
import org.finplan.platform.plan.TargetKind;

/**
 * What a request says of a target, checked and in the unit of the indicator.
 *
 * @param key what it is for
 * @param period the period it is about
 * @param kind what it says about time
 * @param comparator how a value is held against it
 * @param value the number, of a band the lower end; null for a benchmark, and where a person judges
 * @param upper the upper end of a band, or null
 * @param unit the unit of the indicator
 * @param baseline where the path starts, or null
 * @param path how the path runs, or null for what is usual
 * @param points the points of a custom path, or none
 * @param nature how binding it is, or null
 * @param reason why, or null
 */
public record TargetContent(
        TargetKey key,
        Period period,
        TargetKind kind,
        TargetComparator comparator,
        BigDecimal value,
        BigDecimal upper,
        String unit,
        Target.Point baseline,
        PathShape path,
        List<Target.Point> points,
        Nature nature,
        String reason) {

    /** Copies the points. */
    public TargetContent {
        points = List.copyOf(points);
    }
}
