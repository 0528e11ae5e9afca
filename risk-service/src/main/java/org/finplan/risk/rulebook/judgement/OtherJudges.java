package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.period.Period;
import org.finplan.risk.rule.FigureText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.formula.Formula;
import org.finplan.risk.rulebook.formula.Fraction;

/** Signals that are no single figure: late reports, figures that should agree, and scores. */
final class OtherJudges {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final String DAY = "DAY";
    private static final String POINT = "POINT";

    private OtherJudges() {}

    static List<Result> late(RuleDefinition rule, Signal.OfLateReport signal, Surroundings around) {
        return new TreeMap<>(around.daysLate())
                .entrySet().stream()
                        .map(entry -> new Result(null, entry.getKey(), late(rule, signal, entry.getValue())))
                        .toList();
    }

    private static Judgement late(RuleDefinition rule, Signal.OfLateReport signal, int days) {
        Map.Entry<Integer, Level> reached = new TreeMap<>(signal.days()).floorEntry(days);
        LocalizedText late = FigureText.exact(BigDecimal.valueOf(days), DAY);
        LocalizedText reason = new LocalizedText(
                rule.name().zh() + "：逾期 " + late.zh(), rule.name().en() + ": " + late.en() + " late");
        return new Judgement(
                reached == null ? new Verdict.Clear(reason) : new Verdict.Near(reached.getValue(), reason),
                BigDecimal.valueOf(days),
                BigDecimal.ZERO,
                DAY,
                reached != null);
    }

    static List<Result> identity(RuleDefinition rule, Signal.OfIdentity signal, History history) {
        return history.readings().stream()
                .map(reading -> new Result(null, reading.period(), identity(rule, signal, reading.values())))
                .toList();
    }

    private static Judgement identity(RuleDefinition rule, Signal.OfIdentity signal, Map<String, BigDecimal> values) {
        String unit = signal.left().unit();
        Optional<Formula.Reported> missing = Stream.of(signal.left(), signal.right())
                .map(side -> side.missing(values))
                .flatMap(Optional::stream)
                .findFirst();
        if (missing.isPresent()) {
            return Judgement.missing(missing.get(), unit);
        }
        try {
            BigDecimal left = signal.left().of(values).rounded();
            BigDecimal right = signal.right().of(values).rounded();
            boolean apart = left.subtract(right)
                            .abs()
                            .multiply(WHOLE)
                            .compareTo(signal.tolerance().multiply(right.abs()))
                    > 0;
            LocalizedText reason = sides(rule, signal, left, right);
            Verdict verdict = apart ? new Verdict.Near(signal.level(), reason) : new Verdict.Clear(reason);
            return new Judgement(verdict, left, right, unit, apart);
        } catch (ArithmeticException division) {
            return Judgement.divisionByZero(unit);
        }
    }

    private static LocalizedText sides(
            RuleDefinition rule, Signal.OfIdentity signal, BigDecimal left, BigDecimal right) {
        LocalizedText one = FigureText.of(left, signal.left().unit(), right);
        LocalizedText other = FigureText.of(right, signal.right().unit(), left);
        return new LocalizedText(
                "%s：%s为 %s，%s为 %s"
                        .formatted(
                                rule.name().zh(),
                                signal.left().label().zh(),
                                one.zh(),
                                signal.right().label().zh(),
                                other.zh()),
                "%s: %s: %s; %s: %s"
                        .formatted(
                                rule.name().en(),
                                signal.left().label().en(),
                                one.en(),
                                signal.right().label().en(),
                                other.en()));
    }

    static List<Result> composite(RuleDefinition rule, Signal.OfComposite signal, Surroundings around) {
        List<Result> results = new ArrayList<>();
        for (Map.Entry<Period, Map<String, Level>> entry : new TreeMap<>(around.found()).entrySet()) {
            BigDecimal score = score(signal.weights(), entry.getValue());
            boolean reached = score.compareTo(signal.bound()) >= 0;
            LocalizedText text = FigureText.of(score, POINT, signal.bound());
            LocalizedText bound = FigureText.exact(signal.bound(), POINT);
            LocalizedText reason = new LocalizedText(
                    rule.name().zh() + "：综合得分 " + text.zh() + "，达到 " + bound.zh() + "时预警",
                    rule.name().en() + ": the score is " + text.en() + ", warned of from " + bound.en() + " on");
            Verdict verdict = reached ? new Verdict.Near(signal.level(), reason) : new Verdict.Clear(reason);
            results.add(
                    new Result(null, entry.getKey(), new Judgement(verdict, score, signal.bound(), POINT, reached)));
        }
        return results;
    }

    /**
     * The score of what rules found: a red finding counts its whole weight, an orange one three quarters, and so on.
     *
     * @param weights weight of each rule, shares of 1
     * @param found the levels found, by rule
     * @return 0 to 100
     */
    static BigDecimal score(Map<String, BigDecimal> weights, Map<String, Level> found) {
        BigDecimal score = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> weight : new TreeMap<>(weights).entrySet()) {
            Level level = found.get(weight.getKey());
            if (level != null) {
                score = score.add(weight.getValue().multiply(BigDecimal.valueOf(25L * level.rank())));
            }
        }
        return Fraction.of(score.round(MathContext.DECIMAL64)).rounded();
    }
}
