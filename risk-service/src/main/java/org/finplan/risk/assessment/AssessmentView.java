package org.finplan.risk.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;
import org.finplan.risk.rule.Verdict;

/**
 * What a rule said about a figure.
 *
 * @param rule code of the rule
 * @param ruleVersion version that judged
 * @param plan plan whose target, or whose clause on supervision, is at stake
 * @param indicator indicator code; of an institution the formula over its metrics that is judged
 * @param region region code
 * @param institution unified social credit code of the institution judged; absent when there is none
 * @param counterpart the borrower or group toward which the institution is judged; absent when there is none
 * @param period period of the figure
 * @param periodStart its first day
 * @param periodEnd its last day
 * @param periodType its form
 * @param state breached, near, clear, not-assessable or undecided
 * @param verdict the same in fewer words: clear, near, breached, unknown or undecided
 * @param level level of a breach or of a warning, else null
 * @param cause what is missing when it is not assessable, such as no-figure, no-target, no-benchmark or missing-metric, or what
 *     stands in the way when it is undecided; else null
 * @param reason why, in words
 * @param value the figure; absent when it cannot be worked out
 * @param limit what it was held against; absent when there is none
 * @param actual the figure, or null
 * @param expected what it was held against, or null
 * @param gap actual less expected, or null
 * @param unit unit code of the three
 * @param clause clause of the plan that sets the expectation; null when it is no target of the plan itself
 * @param event id of the event that brought the figure
 * @param ruleSet number of what was in force together when an institution was judged; absent for regions
 * @param groupVersion version of the group of the institution that was known then, see its group; absent when it had none
 * @param assessedAt when it was judged
 */
@Schema(name = "RuleAssessment")
record AssessmentView(
        String rule,
        int ruleVersion,
        String plan,
        String indicator,
        String region,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String institution,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String counterpart,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        String periodType,
        String state,
        String verdict,
        @Nullable String level,
        @Nullable String cause,
        LocalizedText reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable BigDecimal limit,
        @Nullable FigureView actual,
        @Nullable FigureView expected,
        @Nullable BigDecimal gap,
        String unit,
        @Nullable String clause,
        UUID event,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long ruleSet,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long groupVersion,
        Instant assessedAt) {

    private static final String NOT_ASSESSABLE = "not-assessable";

    static AssessmentView of(Finding finding, @Nullable Long ruleSet, @Nullable Long groupVersion, Instant assessedAt) {
        Subject subject = finding.subject();
        Verdict verdict = finding.verdict();
        Period period = Period.parse(finding.period());
        return new AssessmentView(
                subject.rule(),
                finding.ruleVersion(),
                subject.plan(),
                subject.indicator(),
                subject.region(),
                subject instanceof Subject.Institution of ? of.institution() : null,
                subject instanceof Subject.Institution of ? of.counterpart() : null,
                finding.period(),
                period.start(),
                period.end(),
                period.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                verdict.code(),
                verdict.code().equals(NOT_ASSESSABLE) ? "unknown" : verdict.code(),
                verdict.warning().map(Level::code).orElse(null),
                verdict.obstacle().orElse(null),
                verdict.reason(),
                finding.actual() == null ? null : finding.actual().value(),
                finding.expected() == null ? null : finding.expected().value(),
                FigureView.of(finding.actual()),
                FigureView.of(finding.expected()),
                finding.gap(),
                finding.unit(),
                finding.clause(),
                finding.event(),
                ruleSet,
                groupVersion,
                assessedAt);
    }

    /** {@return what was judged} */
    Subject subject() {
        return institution == null
                ? new Subject.PlanIndicator(rule, plan, indicator, region)
                : new Subject.Institution(rule, plan, indicator, region, institution, counterpart);
    }

    /**
     * A figure with the observation behind it.
     *
     * @param value the figure
     * @param observation id of the observation, or null for a point on a path
     * @param version version of the observation, or null as above
     */
    @Schema(name = "AssessedFigure")
    record FigureView(
            BigDecimal value,
            @Nullable UUID observation,
            @Nullable Integer version) {

        private static FigureView of(Figure figure) {
            return figure == null ? null : new FigureView(figure.value(), figure.observation(), figure.version());
        }
    }
}
