package org.finplan.indicators.attainment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.target.Target;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.GrowthRule;
import org.finplan.platform.plan.IndicatorDefinition;

/**
 * The path of a target, year by year.
 *
 * @param target id of the target
 * @param version its version
 * @param indicator indicator code
 * @param region region code
 * @param unit unit of all values
 * @param shape how the path runs; null without a path
 * @param growth the printed growth that the other line follows; null when the target is not the plan's own
 * @param points one for each year from the baseline to the target; none for a benchmark, without a baseline, and for a target
 *     that is set year by year or judged by a person
 * @param comparability comparable, linked, unconfirmed or not-comparable: how far the baseline and the target can be compared;
 *     where it is linked the path starts at the linked baseline; null without a path
 * @param breaks breaks between their definitions
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "TargetPath")
record PathView(
        UUID target,
        int version,
        String indicator,
        String region,
        @Nullable String unit,
        @Nullable String shape,
        @Nullable GrowthRule growth,
        List<Point> points,
        @Nullable String comparability,
        List<BreakView> breaks) {

    /**
     * One year.
     *
     * @param period the year
     * @param expected value on the path, to four places between the ends
     * @param growthLow value by the lower bound of the printed growth; null without one
     * @param growthHigh value by its upper bound; null without one
     */
    @Schema(name = "PathPoint")
    record Point(
            String period,
            BigDecimal expected,
            @Nullable BigDecimal growthLow,
            @Nullable BigDecimal growthHigh) {}

    static PathView of(Target target, IndicatorDefinition indicator, JudgedDefinitions definitions) {
        TargetPath path = TargetPath.visible(target, definitions.linkedBaseline(target), indicator);
        Comparison comparison = path == null ? Comparison.ALIKE : definitions.ofPath(target);
        GrowthRule growth = path == null ? null : GrowthLine.printed(indicator, target);
        return new PathView(
                target.id(),
                target.version(),
                target.key().indicator(),
                target.key().region(),
                target.unit(),
                path == null ? null : path.shape().code(),
                growth,
                path == null ? List.of() : points(path, growth),
                path == null ? null : comparison.comparability().code(),
                BreakView.of(comparison.breaks()));
    }

    private static List<Point> points(TargetPath path, GrowthRule growth) {
        return IntStream.rangeClosed(path.startDay().getYear(), path.endDay().getYear())
                .mapToObj(Period::ofYear)
                .map(year -> new Point(
                        year.text(),
                        path.at(year.end()),
                        growth == null ? null : line(path, growth, growth.min(), year),
                        growth == null ? null : line(path, growth, growth.max(), year)))
                .toList();
    }

    private static BigDecimal line(TargetPath path, GrowthRule growth, BigDecimal rate, Period year) {
        return new GrowthLine(path.start(), path.startDay(), growth.kind(), rate).at(year.end());
    }
}
