package org.finplan.risk.rulebook.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.Nullable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a rule says, as it is written down. */
@Schema(name = "RuleContent")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleRequest(
        @Schema(description = "Stable code. A code that exists gets its next version.", examples = "sample-leverage")
        @NotBlank
        @Pattern(regexp = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
        @Size(max = 60)
        String code,

        @Schema(description = "Kinds of institutions that it judges.", examples = "[\"microloan\"]")
        @NotNull
        @Size(min = 1, max = 40)
        List<@NotNull String> kinds,

        @Schema(description = "Its name.", examples = "{\"zh\": \"演示样本：杠杆倍数\", \"en\": \"Sample: leverage\"}")
        @NotNull
        @Valid
        RuleText name,

        @Schema(description = "What it says in a sentence; made of the limit when not given.") @Nullable @Valid
        RuleText description,

        @Schema(description = "The regulation that sets it.", examples = "演示样本文件") @NotBlank @Size(max = 300)
        String regulation,

        @Schema(description = "Its article, where it is known.") @Nullable @Size(max = 100)
        String article,

        @Schema(
                description =
                        "confirmed when the text itself was read, secondary when an account of it was, else"
                                + " unconfirmed. Only a confirmed rule states a breach; the others warn, no higher than yellow.",
                examples = "unconfirmed")
        @NotBlank
        String sourceStatus,

        @Schema(description = "local-bureau, or refer where another supervisor acts.", examples = "local-bureau")
        @NotBlank
        String authority,

        @Schema(description = "Clause of the plan that asks for it; ch4.s9.2 when not given.") @Nullable
        String clause,

        @Schema(
                description = "limit, trend, peer-outlier, ewma, cusum, late-report, identity or composite.",
                examples = "limit")
        @NotBlank
        String signal,

        @Schema(description = "What is measured: a formula over metrics.", examples = "total-liabilities")
        @Nullable
        @Size(max = LONGEST_FORMULA)
        String numerator,

        @Schema(description = "What it is divided by, for a quotient.", examples = "net-assets")
        @Nullable
        @Size(max = LONGEST_FORMULA)
        String denominator,

        @Schema(description = "The other side of an identity.") @Nullable @Size(max = LONGEST_FORMULA)
        String right,

        @Schema(
                description = "PCT, PER_MILLE or TIMES of a quotient; of an amount the unit of its metrics.",
                examples = "TIMES")
        @Nullable
        String unit,

        @Schema(
                description =
                        "at-most (不得超过), below, at-least (不得低于) or above. Of a trend, at-most when rising is worse.",
                examples = "at-most")
        @Nullable
        String comparator,

        @Nullable @Valid @Size(max = 20) List<@NotNull LimitContent> limits,
        @Nullable @Valid @Size(max = 10) List<@NotNull BandContent> bands,
        @Nullable @Valid @Size(max = 5) List<@NotNull ConditionContent> when,
        @Nullable @Valid @Size(max = 5) List<@NotNull ConditionContent> unless,

        @Schema(description = "Levels by breaches in a row, or by days late.") @Nullable @Valid @Size(max = 10)
        List<@NotNull StepContent> steps,

        @Nullable @Valid @Size(max = 10) List<@NotNull LoanClassContent> loanClasses,

        @Schema(description = "Level of a signal other than a limit.") @Nullable
        String level,

        @Schema(
                description = "Numbers of a signal: steps of a trend; threshold and peers of a peer-outlier; mean,"
                        + " deviation, weight and width of ewma; mean, slack and bound of cusum; tolerance of an identity, in"
                        + " per cent; bound, least and most of a composite; of TC-01 lendersAbove, balanceAbove in yuan,"
                        + " guaranteedFrom in per cent, guarantorsAbove and chainAbove, of TC-02 chainAbove. Of any signal:"
                        + " pending and hold, the periods in a row that must call for a warning before there is one and be clear before it ends (1 when not given), and"
                        + " clearBelow, the share of the limit that a clear figure may use up.")
        @Nullable
        Map<String, BigDecimal> parameters,

        @Schema(description = "Weights of a composite, by code of the rule.") @Nullable
        Map<String, BigDecimal> weights) {

    private static final int LONGEST_FORMULA = 500;

    /** A limit and when it is in force. */
    @Schema(name = "RuleLimit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LimitContent(
            @Schema(description = "The limit, in the unit of the rule.", examples = "10") @NotNull
            BigDecimal value,

            @Schema(description = "First day in force; always was when not given.", examples = "2024-01-01") @Nullable
            String from,

            @Schema(description = "Last day in force; no end when not given.") @Nullable
            String until) {}

    /** A level by how much of the limit is used: 1 is the limit itself. */
    @Schema(name = "RuleBand")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BandContent(
            @Schema(description = "blue, yellow, orange or red.", examples = "yellow") @NotBlank
            String level,

            @Schema(description = "Where it begins.", examples = "1") @NotNull
            BigDecimal from,

            @Schema(description = "Where it ends, the beginning of the next; not given for the last.") @Nullable
            BigDecimal to) {}

    /** What must hold of the same figures for the rule to apply. */
    @Schema(name = "RuleCondition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ConditionContent(
            @Schema(description = "A formula over metrics.") @NotBlank @Size(max = LONGEST_FORMULA)
            String numerator,

            @Schema(description = "What it is divided by, for a quotient.") @Nullable @Size(max = LONGEST_FORMULA)
            String denominator,

            @Schema(description = "Unit, as of the rule.") @Nullable
            String unit,

            @Schema(description = "at-most, below, at-least or above.") @NotBlank
            String comparator,

            @Schema(description = "With what it is compared.") @NotNull
            BigDecimal limit) {}

    /** A level from a number of breaches in a row, or of days, on. */
    @Schema(name = "RuleStep")
    public record StepContent(
            @Schema(description = "From how many on.", examples = "2")
            int from,

            @Schema(description = "blue, yellow, orange or red.", examples = "orange") @NotBlank
            String level) {}

    /** A class of loans with limits of its own. */
    @Schema(name = "RuleLoanClass")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LoanClassContent(
            @Schema(description = "Kebab-case code.", examples = "technology") @NotBlank
            String code,

            @Schema(description = "Its name.") @NotNull @Valid
            RuleText name,

            @Schema(description = "What is measured of this class.", examples = "total-liabilities")
            @NotBlank
            @Size(max = LONGEST_FORMULA)
            String numerator,

            @Schema(description = "What it is divided by.") @Nullable @Size(max = LONGEST_FORMULA)
            String denominator,

            @NotNull @Valid @Size(min = 1, max = 20) List<@NotNull LimitContent> limits) {}
}
