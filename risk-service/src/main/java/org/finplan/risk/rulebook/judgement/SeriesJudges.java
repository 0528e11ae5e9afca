package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.formula.Fraction;

/** Signals that lie in a series of figures, or among those of peers. */
final class SeriesJudges {

    private SeriesJudges() {}

    /** Trend, moving average and cumulative sum: each judges the newest of the figures that follow each other without a gap. */
    static List<Result> series(RuleDefinition rule, Signal signal, History history) {
        Measure measure = measure(signal);
        List<Result> results = new ArrayList<>();
        List<Fraction> run = new ArrayList<>();
        Reading before = null;
        for (Reading reading : history.readings()) {
            if (before == null || !reading.follows(before)) {
                run.clear();
            }
            before = reading;
            Judgement obstacle = obstacle(measure, reading);
            if (obstacle == null) {
                run.add(measure.of(reading.values()));
                results.add(new Result(null, reading.period(), judge(rule, signal, measure, run)));
            } else {
                run.clear();
                results.add(new Result(null, reading.period(), obstacle));
            }
        }
        return results;
    }

    private static Measure measure(Signal signal) {
        if (signal instanceof Signal.OfTrend trend) {
            return trend.measure();
        }
        return signal instanceof Signal.OfEwma ewma ? ewma.measure() : ((Signal.OfCusum) signal).measure();
    }

    private static Judgement obstacle(Measure measure, Reading reading) {
        if (measure.missing(reading.values()).isPresent()) {
            return Judgement.missing(measure.missing(reading.values()).get(), measure.unit());
        }
        try {
            if (measure.under(reading.values()).signum() > 0) {
                measure.of(reading.values());
                return null;
            }
            return Judgement.undecided(
                    "non-positive-denominator",
                    "分母不为正，无法与其他数值比较",
                    "what is under the line is not above zero, so that it compares with nothing",
                    measure.unit());
        } catch (ArithmeticException division) {
            return Judgement.undecided("division-by-zero", "公式除数为零", "the formula divides by zero", measure.unit());
        }
    }

    private static Judgement judge(RuleDefinition rule, Signal signal, Measure measure, List<Fraction> run) {
        if (signal instanceof Signal.OfTrend trend) {
            return trend(rule, trend, run);
        }
        List<BigDecimal> values = run.stream().map(Fraction::rounded).toList();
        BigDecimal newest = values.get(values.size() - 1);
        if (signal instanceof Signal.OfEwma ewma) {
            MovingAverage average = new MovingAverage(ewma.mean(), ewma.deviation(), ewma.weight(), ewma.width());
            BigDecimal at = average.of(values).get(values.size() - 1);
            BigDecimal distance = average.distance(values.size());
            boolean out = at.subtract(ewma.mean()).abs().compareTo(distance) > 0;
            String text = plain(at) + " / " + plain(ewma.mean()) + " ± " + plain(distance);
            return judged(
                    rule, ewma.level(), out, newest, ewma.mean(), measure, "移动平均 " + text, "moving average " + text);
        }
        Signal.OfCusum cusum = (Signal.OfCusum) signal;
        CumulativeSum.Sums sums =
                new CumulativeSum(cusum.mean(), cusum.slack()).of(values).get(values.size() - 1);
        boolean out = sums.high().max(sums.low()).compareTo(cusum.bound()) > 0;
        String text = plain(sums.high()) + " / " + plain(sums.low()) + " / " + plain(cusum.bound());
        return judged(
                rule, cusum.level(), out, newest, cusum.mean(), measure, "累积和 " + text, "cumulative sums " + text);
    }

    private static Judgement trend(RuleDefinition rule, Signal.OfTrend trend, List<Fraction> run) {
        int steps = trend.steps();
        if (run.size() <= steps) {
            return Judgement.undecided(
                    "too-few-periods",
                    "连续报送期数不足 " + (steps + 1) + " 期",
                    "fewer than " + (steps + 1) + " periods in a row are reported",
                    trend.measure().unit());
        }
        boolean worse = true;
        for (int i = run.size() - steps; i < run.size(); i++) {
            int step = run.get(i).compareTo(run.get(i - 1));
            worse &= trend.rising() ? step > 0 : step < 0;
        }
        BigDecimal newest = run.get(run.size() - 1).rounded();
        BigDecimal first = run.get(run.size() - 1 - steps).rounded();
        return judged(
                rule,
                trend.level(),
                worse,
                newest,
                first,
                trend.measure(),
                steps + " 期前为 " + plain(first) + (worse ? "，逐期恶化" : ""),
                plain(first) + " " + steps + " periods before" + (worse ? ", worse each time since" : ""));
    }

    static List<Result> peers(RuleDefinition rule, Signal.OfPeers signal, History history, Surroundings around) {
        Measure measure = signal.measure();
        List<Result> results = new ArrayList<>();
        for (Reading reading : history.readings()) {
            Judgement obstacle = obstacle(measure, reading);
            PeerGroup peers = around.peers().get(reading.period());
            results.add(new Result(
                    null,
                    reading.period(),
                    obstacle == null
                            ? among(rule, signal, measure.of(reading.values()).rounded(), peers)
                            : obstacle));
        }
        return results;
    }

    private static Judgement among(RuleDefinition rule, Signal.OfPeers signal, BigDecimal value, PeerGroup peers) {
        if (peers == null || peers.size() < signal.peers()) {
            return Judgement.undecided(
                    "too-few-peers",
                    "同类机构报送不足 " + signal.peers() + " 家",
                    "fewer than " + signal.peers() + " institutions of the kind have reported",
                    signal.measure().unit());
        }
        Spread spread = peers.spread();
        BigDecimal score = spread.score(value);
        boolean out = score.abs().compareTo(signal.threshold()) > 0;
        String text = "z=" + plain(score);
        return judged(
                rule,
                signal.level(),
                out,
                value,
                spread.median(),
                signal.measure(),
                "同类中位数 " + plain(spread.median()) + "，" + text,
                "the median of its kind is " + plain(spread.median()) + ", " + text);
    }

    private static Judgement judged(
            RuleDefinition rule,
            Level level,
            boolean out,
            BigDecimal value,
            BigDecimal limit,
            Measure measure,
            String zh,
            String en) {
        String figure = plain(value) + " " + Units.sign(measure.unit());
        LocalizedText reason = new LocalizedText(
                rule.name().zh() + "：" + figure + "，" + zh, rule.name().en() + ": " + figure + ", " + en);
        Verdict verdict = out ? new Verdict.Near(level, reason) : new Verdict.Clear(reason);
        return new Judgement(verdict, value, limit, measure.unit(), out);
    }

    private static String plain(BigDecimal value) {
        return value.round(new MathContext(8)).stripTrailingZeros().toPlainString();
    }
}
