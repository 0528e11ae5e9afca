package org.finplan.indicators.attainment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.target.PathShape;
import org.finplan.indicators.target.Target;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.Measure;

/**
 * The scoreboard as it is sent. It is answered whole, without pages.
 *
 * @param plan plan code
 * @param asOf on what was known then
 * @param method version of the method, explained in the documentation
 * @param latestRecordedAt when the newest of the judged values was recorded; null without any
 * @param items one for each indicator, region and period
 */
@Schema(name = "Attainment")
record AttainmentView(
        String plan, Instant asOf, String method, @Nullable Instant latestRecordedAt, List<Item> items) {

    /**
     * One indicator, region and period.
     *
     * @param indicator indicator code
     * @param number number in the plan's table
     * @param name name of the indicator
     * @param region region code
     * @param period the judged period
     * @param periodStart first day
     * @param periodEnd last day
     * @param periodType form of the period
     * @param unit unit of all values beside it
     * @param direction higher or lower is better
     * @param baseline where the path starts
     * @param target the target that is judged
     * @param wordings the same target as other clauses word it, each with its own verdict
     * @param actual the value
     * @param benchmark the value that it is held against, for targets that are benchmarks
     * @param expected value on the path or of the benchmark
     * @param corridor room between the line to the target and the line by the printed growth
     * @param gap actual minus expected
     * @param ratio way gone over way expected
     * @param requiredGrowth growth a year needed for the rest
     * @param requiredGrowthUnit its unit
     * @param projection where it ends when it goes on as it went since the baseline
     * @param original the same against the target as it was first set; null when the target never changed
     * @param state where it stands
     * @param reason why it cannot be judged
     * @param comparability comparable, linked, unconfirmed or not-comparable: how far value, target and baseline can be compared;
     *     null without value or target
     * @param comparabilityText the same in words; null when they are by one definition
     * @param linked the value over published links, as it was judged; null unless linked
     * @param breaks breaks between the definitions of what was compared
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "IndicatorAttainment")
    record Item(
            String indicator,
            int number,
            LocalizedText name,
            String region,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            String periodType,
            String unit,
            String direction,
            @Nullable Start baseline,
            @Nullable Goal target,
            List<Wording> wordings,
            @Nullable JudgedValue actual,
            @Nullable JudgedValue benchmark,
            @Nullable BigDecimal expected,
            @Nullable Corridor corridor,
            @Nullable BigDecimal gap,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal requiredGrowth,
            @Nullable String requiredGrowthUnit,
            @Nullable Projected projection,
            @Nullable Original original,
            String state,
            @Nullable Why reason,
            @Nullable String comparability,
            @Nullable LocalizedText comparabilityText,
            @Nullable BigDecimal linked,
            List<BreakView> breaks) {}

    /** Where a path starts. */
    @Schema(name = "AttainmentBaseline")
    record Start(BigDecimal value, String period) {}

    /**
     * A target.
     *
     * @param value the number, of a band the lower end; null for a benchmark
     * @param upper the upper end of a band, or null
     * @param comparator how a value is held against it
     * @param clause clause of the plan, or null
     * @param year the year
     * @param relative the benchmark, or null
     * @param path compound, linear, step, floor or custom, or null for a benchmark
     * @param met whether the value meets it, or null without value or benchmark
     * @param id id of the target
     * @param version its version
     * @param planVersion the version of the plan that it belongs to
     */
    @Schema(name = "JudgedTarget")
    record Goal(
            @Nullable BigDecimal value,
            @Nullable BigDecimal upper,
            String comparator,
            @Nullable String clause,
            int year,
            @Nullable Benchmark relative,
            @Nullable String path,
            @Nullable Boolean met,
            UUID id,
            int version,
            int planVersion) {}

    /** The judgement against the target as it was first set. */
    @Schema(name = "OriginalAttainment")
    record Original(
            Goal target,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal gap,
            @Nullable BigDecimal ratio,
            @Nullable BigDecimal requiredGrowth,
            String state,
            @Nullable Why reason) {}

    /** The same target as a clause words it. */
    @Schema(name = "TargetWording")
    record Wording(
            @Nullable BigDecimal value,
            String comparator,
            @Nullable String clause,
            @Nullable Boolean met) {}

    /** Why an indicator cannot be judged. */
    record Why(String code, LocalizedText text) {}

    static AttainmentView of(String plan, Instant asOf, List<Assessment> assessments, Definitions definitions) {
        Instant latest = assessments.stream()
                .map(Assessment::actual)
                .filter(actual -> actual != null)
                .map(Observation::recordedAt)
                .max(Instant::compareTo)
                .orElse(null);
        return new AttainmentView(
                plan,
                asOf,
                AttainmentMethod.VERSION,
                latest,
                assessments.stream()
                        .map(assessment -> item(assessment, definitions))
                        .toList());
    }

    private static Item item(Assessment assessment, Definitions definitions) {
        IndicatorDefinition indicator = assessment.indicator();
        Judgement judgement = assessment.judgement();
        Comparison comparison = assessment.comparison();
        boolean linked = comparison != null && comparison.isLinked();
        return new Item(
                indicator.code(),
                indicator.number(),
                indicator.name(),
                assessment.region(),
                assessment.period().text(),
                assessment.period().start(),
                assessment.period().end(),
                assessment.period().type().code(),
                indicator.unit(),
                indicator.direction().name().toLowerCase(Locale.ROOT),
                start(assessment.target()),
                goal(assessment.target(), assessment),
                wordings(assessment),
                JudgedValue.of(assessment.actual(), definitions),
                JudgedValue.of(assessment.benchmark(), definitions),
                judgement.expected(),
                judgement.corridor(),
                judgement.gap(),
                judgement.ratio(),
                judgement.required(),
                judgement.required() == null ? null : requiredUnit(indicator.measure()),
                Projected.of(judgement.projection()),
                original(assessment),
                judgement.state().code(),
                why(judgement),
                comparison == null ? null : comparison.comparability().code(),
                comparison == null || comparison.equals(Comparison.ALIKE)
                        ? null
                        : comparison.comparability().text(),
                linked ? assessment.compared() : null,
                comparison == null ? List.of() : BreakView.of(comparison.breaks()));
    }

    private static List<Wording> wordings(Assessment assessment) {
        return assessment.wordings().stream()
                .map(wording -> new Wording(
                        wording.value(), wording.comparator().code(), wording.clause(), met(wording, assessment)))
                .toList();
    }

    private static Start start(Target target) {
        return target == null || target.baseline() == null
                ? null
                : new Start(
                        target.baseline().value(), target.baseline().period().text());
    }

    private static Original original(Assessment assessment) {
        Judgement judgement = assessment.againstFirst();
        return judgement == null
                ? null
                : new Original(
                        goal(assessment.first(), assessment),
                        judgement.expected(),
                        judgement.gap(),
                        judgement.ratio(),
                        judgement.required(),
                        judgement.state().code(),
                        why(judgement));
    }

    private static Why why(Judgement judgement) {
        Reason reason = judgement.reason();
        return reason == null ? null : new Why(reason.code(), reason.text());
    }

    private static Goal goal(Target target, Assessment assessment) {
        if (target == null) {
            return null;
        }
        boolean benchmark = target.comparator().isBenchmark();
        return new Goal(
                target.value(),
                target.upper(),
                target.comparator().code(),
                target.clause(),
                target.key().year(),
                benchmark ? assessment.indicator().target().relative() : null,
                benchmark ? null : shape(target, assessment.indicator()),
                met(target, assessment),
                target.id(),
                target.version(),
                target.planVersion());
    }

    private static String shape(Target target, IndicatorDefinition indicator) {
        PathShape shape = target.path() == null ? PathShape.of(indicator.measure()) : target.path();
        return shape.code();
    }

    private static Boolean met(Target target, Assessment assessment) {
        BigDecimal against = target.value();
        if (target.comparator().isBenchmark()) {
            against = assessment.benchmark() == null
                    ? null
                    : assessment.benchmark().figure().value();
        }
        if (assessment.actual() == null || against == null) {
            return null;
        }
        return target.comparator().isMet(assessment.compared(), against, target.upper());
    }

    private static String requiredUnit(Measure measure) {
        return switch (measure) {
            case STOCK, FLOW -> "PCT_PER_YEAR";
            case RATIO -> "PP_PER_YEAR";
            case COUNT -> "COUNT_PER_YEAR";
            case RANK, AVERAGE -> "UNIT_PER_YEAR";
        };
    }
}
