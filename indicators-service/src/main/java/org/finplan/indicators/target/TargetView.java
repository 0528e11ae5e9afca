package org.finplan.indicators.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.TargetKind;

/**
 * A version of a target as it is sent.
 *
 * @param id id of the target
 * @param plan plan code
 * @param indicator indicator or series code
 * @param region region code
 * @param year the year
 * @param period the period it is about
 * @param printed as printed
 * @param kind value, yearly, cumulative, range, benchmark or qualitative
 * @param comparator how a value is held against it
 * @param value the number, of a band the lower end; null for a benchmark, and where a person judges
 * @param upper the upper end of a band
 * @param unit unit code
 * @param relative the benchmark; null for a number
 * @param baseline where the path starts
 * @param path how the path runs: compound, linear, step, floor or custom; when absent what is usual for the indicator
 * @param assessor code of the organisation that says whether a qualitative target is met
 * @param points the points of a custom path; of a cumulative target what is to have come together by the end of a year
 * @param nature expected or binding
 * @param clause clause of the plan
 * @param primary whether it is the one that is judged; other ones are the same target as prose words it
 * @param version 1, 2, 3 …
 * @param reason why this version followed the one before
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 * @param planVersion the version of the plan that it belongs to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Target")
public record TargetView(
        UUID id,
        String plan,
        String indicator,
        String region,
        int year,
        String period,
        @Nullable String printed,
        String kind,
        String comparator,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable BigDecimal value,
        @Nullable BigDecimal upper,
        @Nullable String unit,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Benchmark relative,
        @Nullable Point baseline,
        @Nullable String path,
        @Nullable String assessor,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
        List<Point> points,

        @Nullable String nature,
        @Nullable String clause,
        boolean primary,
        int version,
        @Nullable String reason,
        Instant recordedAt,
        String recordedBy,
        int planVersion) {

    /** A point of a path. */
    @Schema(name = "TargetPoint")
    public record Point(String period, BigDecimal value) {

        private static Point of(Target.Point point) {
            return new Point(point.period().text(), point.value());
        }
    }

    /**
     * Makes the view of a version.
     *
     * @param target the version
     * @param benchmark the benchmark of the indicator, or null
     * @return the view
     */
    public static TargetView of(Target target, Benchmark benchmark) {
        TargetKey key = target.key();
        Target.Point baseline = target.baseline();
        return new TargetView(
                target.id(),
                key.plan(),
                key.indicator(),
                key.region(),
                key.year(),
                target.period().text(),
                target.printed(),
                target.kind().code(),
                target.comparator().code(),
                target.value(),
                target.upper(),
                target.unit(),
                target.comparator().isBenchmark() ? benchmark : null,
                baseline == null ? null : Point.of(baseline),
                target.path() == null ? null : target.path().code(),
                target.kind() instanceof TargetKind.Qualitative judged ? judged.assessor() : null,
                target.points().stream().map(Point::of).toList(),
                target.nature() == null ? null : target.nature().code(),
                target.clause(),
                target.primary(),
                target.version(),
                target.reason(),
                target.recordedAt(),
                target.recordedBy(),
                target.planVersion());
    }
}
