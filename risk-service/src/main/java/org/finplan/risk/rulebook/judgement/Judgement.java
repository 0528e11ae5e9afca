package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.SourceStatus;
import org.finplan.risk.rulebook.formula.Formula;

/**
 * What a rule says of one period, and the figures behind it.
 *
 * @param verdict what it says
 * @param value the figure to 16 digits, never on another side of the limit than the exact one, or null when it cannot be worked out
 * @param limit what it was held against, or null when nothing was
 * @param unit unit code of both
 * @param beyond whether the figure is beyond the limit, whether or not that may be called a breach
 */
public record Judgement(Verdict verdict, BigDecimal value, BigDecimal limit, String unit, boolean beyond) {

    /** {@return the same as far as the source of the rule allows it} */
    Judgement from(SourceStatus source) {
        Verdict said = source.said(verdict);
        return said.equals(verdict) ? this : new Judgement(said, value, limit, unit, beyond);
    }

    static Judgement missing(Formula.Reported metric, String unit) {
        return new Judgement(
                new Verdict.NotAssessable(
                        "missing-metric",
                        new LocalizedText(
                                "未报送：" + metric.name().zh() + "（" + metric.code() + "）",
                                "not reported: " + metric.name().en() + " (" + metric.code() + ")")),
                null,
                null,
                unit,
                false);
    }

    static Judgement undecided(String cause, String zh, String en, String unit) {
        return new Judgement(new Verdict.Undecided(cause, new LocalizedText(zh, en)), null, null, unit, false);
    }

    static Judgement divisionByZero(String unit) {
        return undecided("division-by-zero", "公式除数为零", "the formula divides by zero", unit);
    }
}
