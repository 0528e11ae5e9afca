package org.finplan.indicators.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.finplan.platform.plan.Benchmark;

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
 * @param comparator how a value is held against it
 * @param value the number; null for a benchmark
 * @param unit unit code
 * @param relative the benchmark; null for a number
 * @param baseline where the path starts
 * @param path how the path runs: compound or linear; when absent what is usual for the indicator
 * @param nature expected or binding
 * @param clause clause of the plan
 * @param primary whether it is the one that is judged; other ones are the same target as prose words it
 * @param version 1, 2, 3 …
 * @param reason why this version followed the one before
 * @param recordedAt when the suite learned it
 * @param recordedBy who recorded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetView(
        UUID id,
        String plan,
        String indicator,
        String region,
        int year,
        String period,
        String printed,
        String comparator,
        @JsonInclude(JsonInclude.Include.ALWAYS) BigDecimal value,
        String unit,
        @JsonInclude(JsonInclude.Include.ALWAYS) Benchmark relative,
        Start baseline,
        String path,
        String nature,
        String clause,
        boolean primary,
        int version,
        String reason,
        Instant recordedAt,
        String recordedBy) {

    /** Where a path starts. */
    public record Start(String period, BigDecimal value) {}

    /**
     * Makes the view of a version.
     *
     * @param target the version
     * @param benchmark the benchmark of the indicator, or null
     * @return the view
     */
    public static TargetView of(Target target, Benchmark benchmark) {
        TargetKey key = target.key();
        Target.Start baseline = target.baseline();
        return new TargetView(
                target.id(),
                key.plan(),
                key.indicator(),
                key.region(),
                key.year(),
                target.period().text(),
                target.printed(),
                target.comparator().code(),
                target.value(),
                target.unit(),
                target.comparator().isBenchmark() ? benchmark : null,
                baseline == null ? null : new Start(baseline.period().text(), baseline.value()),
                target.path() == null ? null : target.path().code(),
                target.nature() == null ? null : target.nature().code(),
                target.clause(),
                target.primary(),
                target.version(),
                target.reason(),
                target.recordedAt(),
                target.recordedBy());
    }
}
