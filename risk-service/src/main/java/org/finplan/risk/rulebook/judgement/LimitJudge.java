package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.Bands;
import org.finplan.risk.rulebook.definition.Comparator;
import org.finplan.risk.rulebook.definition.Condition;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.formula.Fraction;

/** Holds a figure against a limit, by multiplying across and never by a rounded quotient. */
final class LimitJudge {

    static final String NON_POSITIVE_DENOMINATOR = "NON_POSITIVE_DENOMINATOR";

    /** Whether the conditions of a rule hold. */
    enum Applies {
        YES,
        NO,
        UNKNOWN
    }

    private final RuleDefinition rule;
    private final Signal.OfLimit signal;

    LimitJudge(RuleDefinition rule, Signal.OfLimit signal) {
        this.rule = rule;
        this.signal = signal;
    }

    /**
     * Judges a figure.
     *
     * @param measure what is measured, of the rule or of a loan class
     * @param label name of the loan class, or null
     * @param limit the limit in force
     * @param values values by metric
     * @param before how many periods in a row before this one were beyond the limit
     * @return what the rule says
     */
    Judgement judge(
            Measure measure, LocalizedText label, BigDecimal limit, Map<String, BigDecimal> values, int before) {
        if (measure.missing(values).isPresent()) {
            return Judgement.missing(measure.missing(values).get(), measure.unit());
        }
        try {
            Fraction under = measure.under(values);
            if (under.signum() <= 0) {
                return notPositive(measure, under.rounded(), before);
            }
            return compared(measure, label, limit, measure.of(values), before);
        } catch (ArithmeticException division) {
            return Judgement.undecided("division-by-zero", "公式除数为零", "the formula divides by zero", measure.unit());
        }
    }

    private Judgement notPositive(Measure measure, BigDecimal under, int before) {
        List<Bands.Band> breach = signal.bands().ofBreach();
        LocalizedText reason = new LocalizedText(
                "%s：分母 %s 不为正，比例无穷大（%s）".formatted(rule.name().zh(), under.toPlainString(), NON_POSITIVE_DENOMINATOR),
                "%s: what is under the line, %s, is not above zero (%s)"
                        .formatted(rule.name().en(), under.toPlainString(), NON_POSITIVE_DENOMINATOR));
        Level level = graver(breach.get(breach.size() - 1).level(), before + 1);
        return new Judgement(Judgement.beyond(rule, level, reason), under, BigDecimal.ZERO, measure.underUnit(), true);
    }

    private Judgement compared(Measure measure, LocalizedText label, BigDecimal limit, Fraction value, int before) {
        BigDecimal shown = value.rounded();
        LocalizedText reason = reason(measure, label, limit, shown);
        boolean kept = signal.comparator().holds(value.compareTo(Fraction.of(limit)));
        Verdict verdict = kept
                ? near(value, limit, reason)
                : Judgement.beyond(rule, graver(breach(value, limit), before + 1), reason);
        return new Judgement(verdict, shown, limit, measure.unit(), !kept);
    }

    private Verdict near(Fraction value, BigDecimal limit, LocalizedText reason) {
        Level level = null;
        for (Bands.Band band : signal.bands().ofNear()) {
            if (limit.signum() > 0 && value.signum() > 0 && used(value, limit, band.from()) >= 0) {
                level = band.level();
            }
        }
        return level == null
                ? new Verdict.Clear(reason)
                : new Verdict.Near(rule.status().cap(level), reason);
    }

    private Level breach(Fraction value, BigDecimal limit) {
        List<Bands.Band> bands = signal.bands().ofBreach();
        boolean nothing = !signal.comparator().isUpper() && value.signum() <= 0;
        Level level = bands.get(0).level();
        for (Bands.Band band : bands) {
            if (nothing || used(value, limit, band.from()) > 0) {
                level = band.level();
            }
        }
        return level;
    }

    /** Compares how much of the limit is used with a share of it; the value is above 0 where less is worse. */
    private int used(Fraction value, BigDecimal limit, BigDecimal share) {
        return signal.comparator().isUpper()
                ? value.compareTo(Fraction.of(limit.multiply(share)))
                : Fraction.of(limit).compareTo(value.times(Fraction.of(share)));
    }

    private Level graver(Level level, int inARow) {
        Map.Entry<Integer, Level> reached = new TreeMap<>(signal.consecutive()).floorEntry(inARow);
        return reached != null && reached.getValue().isAbove(level) ? reached.getValue() : level;
    }

    /** Put together by hand: a run makes a million of them. */
    private LocalizedText reason(Measure measure, LocalizedText label, BigDecimal limit, BigDecimal value) {
        Comparator comparator = signal.comparator();
        String unit = Units.sign(measure.unit());
        String source = rule.regulation() + (rule.article() == null ? "" : " " + rule.article());
        String figure = value.toPlainString();
        String bound = limit.toPlainString();
        String zh = rule.name().zh() + (label == null ? "" : "（" + label.zh() + "）");
        String en = rule.name().en() + (label == null ? "" : " (" + label.en() + ")");
        return new LocalizedText(
                zh + "：" + figure + unit + "，" + comparator.zh() + bound + unit + "（" + source + "）",
                en + ": " + figure + " " + unit + ", " + comparator.en() + " " + bound + " " + unit + " (" + source
                        + ")");
    }

    /** Whether the rule applies to the figures of a period. */
    Applies applies(Map<String, BigDecimal> values) {
        Applies when = all(signal.when(), values);
        Applies unless = signal.unless().isEmpty() ? Applies.NO : all(signal.unless(), values);
        if (when == Applies.NO || unless == Applies.YES) {
            return Applies.NO;
        }
        return when == Applies.UNKNOWN || unless == Applies.UNKNOWN ? Applies.UNKNOWN : Applies.YES;
    }

    private static Applies all(List<Condition> conditions, Map<String, BigDecimal> values) {
        Applies all = Applies.YES;
        for (Condition condition : conditions) {
            Applies one = holds(condition, values);
            if (one == Applies.NO) {
                return one;
            }
            all = one == Applies.UNKNOWN ? one : all;
        }
        return all;
    }

    private static Applies holds(Condition condition, Map<String, BigDecimal> values) {
        Measure measure = condition.measure();
        try {
            if (measure.missing(values).isPresent() || measure.under(values).signum() <= 0) {
                return Applies.UNKNOWN;
            }
            int comparison = measure.of(values).compareTo(Fraction.of(condition.limit()));
            return condition.comparator().holds(comparison) ? Applies.YES : Applies.NO;
        } catch (ArithmeticException division) {
            return Applies.UNKNOWN;
        }
    }
}
