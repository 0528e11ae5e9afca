package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.SourceStatus;

/**
 * What a rule says of one period, and the figures behind it.
 *
 * @param verdict what it says
 * @param value the figure, rounded to 16 digits for people to read, or null when it cannot be worked out
 * @param limit what it was held against, or null when nothing was
 * @param unit unit code of both
 * @param beyond whether the figure is beyond the limit, whether or not that may be called a breach
 */
public record Judgement(Verdict verdict, BigDecimal value, BigDecimal limit, String unit, boolean beyond) {

    static Judgement missing(String metric, String unit) {
        return new Judgement(
                new Verdict.NotAssessable(
                        "missing-metric",
                        new LocalizedText("未报送指标 " + metric, "the metric " + metric + " is not reported")),
                null,
                null,
                unit,
                false);
    }

    static Judgement undecided(String cause, String zh, String en, String unit) {
        return new Judgement(new Verdict.Undecided(cause, new LocalizedText(zh, en)), null, null, unit, false);
    }

    /** Only a confirmed text states a breach; the others warn. */
    static Verdict beyond(RuleDefinition rule, Level level, LocalizedText reason) {
        if (rule.status() == SourceStatus.CONFIRMED) {
            return new Verdict.Breached(level, reason);
        }
        return new Verdict.Near(
                rule.status().cap(level),
                new LocalizedText(
                        reason.zh() + "（条文未经核实，仅作预警）", reason.en() + " (the text is not confirmed: a warning only)"));
    }
}
