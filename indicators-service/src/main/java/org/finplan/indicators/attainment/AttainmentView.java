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
import org.finplan.indicators.assessment.TargetAssessmentView;
import org.finplan.indicators.definition.BreakView;
import org.finplan.indicators.definition.Comparison;
import org.finplan.indicators.definition.Definitions;
import org.finplan.indicators.observation.Observation;
import org.finplan.indicators.target.Cumulated;
import org.finplan.indicators.target.Target;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.plan.Benchmark;
import org.finplan.platform.plan.IndicatorDefinition;
import org.finplan.platform.plan.TargetKind;

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
     * @param actual the value of the period; of a cumulative target that of the year alone
     * @param cumulated what the years of a cumulative target brought together; gap and ratio are its
     * @param assessment what the assessor of a qualitative target said of the year
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
            @Nullable Cumulated cumulated,
            @Nullable TargetAssessmentView assessment,
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
     * @param kind value, yearly, cumulative, range, benchmark or qualitative
     * @param value the number, of a band the lower end; null for a benchmark, and where a person judges
     * @param upper the upper end of a band, or null
     * @param comparator how a value is held against it
     * @param clause clause of the plan, or null
     * @param year the year
     * @param relative the benchmark, or null
     * @param path compound, linear, step, floor or custom; null where no path leads: benchmark, no baseline, set year by year, qualitative
     * @param met whether the value meets it, or null without value or benchmark
     * @param id id of the target
     * @param version its version
     * @param planVersion the version of the plan that it belongs to
     */
    @Schema(name = "JudgedTarget")
    record Goal(
            String kind,
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
        boolean alike = comparison == null || comparison.equals(Comparison.ALIKE);
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
                assessment.wordings().stream()
                        .map(wording -> new Wording(
                                wording.value(),
                                wording.comparator().code(),
                                wording.clause(),
                                assessment.meets(wording)))
                        .toList(),
                JudgedValue.of(assessment.actual(), definitions),
                assessment.cumulated(),
                assessment.said() == null ? null : TargetAssessmentView.of(assessment.said()),
                JudgedValue.of(assessment.benchmark(), definitions),
                judgement.expected(),
                judgement.corridor(),
                judgement.gap(),
                judgement.ratio(),
                judgement.required(),
                judgement.required() == null ? null : requiredUnit(indicator, assessment.target()),
                Projected.of(judgement.projection()),
                original(assessment),
                judgement.state().code(),
                why(judgement),
                comparison == null ? null : comparison.comparability().code(),
                alike ? null : comparison.comparability().text(),
                alike || !comparison.isLinked() ? null : assessment.compared(),
                alike ? List.of() : BreakView.of(comparison.breaks()));
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
        TargetPath path = TargetPath.visible(target, assessment.indicator());
        return new Goal(
                target.kind().code(),
                target.value(),
                target.upper(),
                target.comparator().code(),
                target.clause(),
                target.key().year(),
                benchmark ? assessment.indicator().target().relative() : null,
                path == null ? null : path.shape().code(),
                assessment.meets(target),
                target.id(),
                target.version(),
                target.planVersion());
    }

    /** Of what years bring together the rest is an amount a year. */
    private static String requiredUnit(IndicatorDefinition indicator, Target target) {
        if (target.kind() instanceof TargetKind.Cumulative) {
            return "UNIT_PER_YEAR";
        }
        return switch (indicator.measure()) {
            case STOCK, FLOW -> "PCT_PER_YEAR";
            case RATIO -> "PP_PER_YEAR";
            case COUNT -> "COUNT_PER_YEAR";
            case RANK, AVERAGE -> "UNIT_PER_YEAR";
        };
    }
}
