package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.finplan.platform.events.LocalizedText;
import org.finplan.risk.rule.FigureText;
import org.finplan.risk.rule.Verdict;
import org.finplan.risk.rulebook.definition.Measure;
import org.finplan.risk.rulebook.definition.RuleDefinition;
import org.finplan.risk.rulebook.definition.Signal;
import org.finplan.risk.rulebook.formula.Formula;
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
            Optional<Fraction> figure = measure.figure(reading.values());
            if (figure.isPresent()) {
                run.add(figure.get());
                results.add(new Result(null, reading.period(), judge(rule, signal, measure, run)));
            } else {
                run.clear();
                results.add(new Result(null, reading.period(), obstacle(measure, reading)));
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

    /** Why there is no figure of a period; the others of the series are judged all the same. */
    private static Judgement obstacle(Measure measure, Reading reading) {
        Optional<Formula.Reported> missing = measure.missing(reading.values());
        if (missing.isPresent()) {
            return Judgement.missing(missing.get(), measure.unit());
        }
        try {
            if (measure.under(reading.values()).signum() > 0) {
                return Judgement.divisionByZero(measure.unit());
            }
        } catch (ArithmeticException division) {
            return Judgement.divisionByZero(measure.unit());
        }
        return Judgement.undecided(
                "non-positive-denominator",
                "分母不为正，无法与其他数值比较",
                "what is under the line is not above zero, so that it compares with nothing",
                measure.unit());
    }

    private static Judgement judge(RuleDefinition rule, Signal signal, Measure measure, List<Fraction> run) {
        if (signal instanceof Signal.OfTrend trend) {
            return trend(rule, trend, run);
        }
        List<BigDecimal> values = run.stream().map(Fraction::rounded).toList();
        return signal instanceof Signal.OfEwma ewma
                ? average(rule, ewma, values)
                : sums(rule, (Signal.OfCusum) signal, measure, values);
    }

    private static Judgement average(RuleDefinition rule, Signal.OfEwma ewma, List<BigDecimal> values) {
        MovingAverage average = new MovingAverage(ewma.mean(), ewma.deviation(), ewma.weight(), ewma.width());
        BigDecimal at = average.of(values).get(values.size() - 1);
        BigDecimal distance = average.distance(values.size());
        boolean out = at.subtract(ewma.mean()).abs().compareTo(distance) > 0;
        String unit = ewma.measure().unit();
        BigDecimal least = ewma.mean().subtract(distance);
        BigDecimal most = ewma.mean().add(distance);
        LocalizedText shown = FigureText.of(at, unit, least, most);
        LocalizedText from = FigureText.of(least, unit, at);
        LocalizedText to = FigureText.of(most, unit, at);
        return judged(
                rule,
                ewma,
                out,
                values.get(values.size() - 1),
                ewma.mean(),
                "移动平均 %s，控制范围 %s 至 %s".formatted(shown.zh(), from.zh(), to.zh()),
                "the moving average is %s, in control from %s to %s".formatted(shown.en(), from.en(), to.en()));
    }

    private static Judgement sums(RuleDefinition rule, Signal.OfCusum cusum, Measure measure, List<BigDecimal> values) {
        CumulativeSum.Sums sums =
                new CumulativeSum(cusum.mean(), cusum.slack()).of(values).get(values.size() - 1);
        boolean out = sums.high().max(sums.low()).compareTo(cusum.bound()) > 0;
        LocalizedText high = FigureText.of(sums.high(), measure.unit(), cusum.bound());
        LocalizedText low = FigureText.of(sums.low(), measure.unit(), cusum.bound());
        LocalizedText bound = FigureText.exact(cusum.bound(), measure.unit());
        return judged(
                rule,
                cusum,
                out,
                values.get(values.size() - 1),
                cusum.mean(),
                "向上累积偏离 %s，向下累积偏离 %s，界限 %s".formatted(high.zh(), low.zh(), bound.zh()),
                "deviations add up to %s above and %s below, the bound is %s"
                        .formatted(high.en(), low.en(), bound.en()));
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
        LocalizedText then = FigureText.of(first, trend.measure().unit(), newest);
        return judged(
                rule,
                trend,
                worse,
                newest,
                first,
                steps + " 期前为 " + then.zh() + (worse ? "，逐期恶化" : ""),
                then.en() + " " + steps + (steps == 1 ? " period" : " periods") + " before"
                        + (worse ? ", worse each time since" : ""));
    }

    static List<Result> peers(RuleDefinition rule, Signal.OfPeers signal, History history, Surroundings around) {
        Measure measure = signal.measure();
        List<Result> results = new ArrayList<>();
        for (Reading reading : history.readings()) {
            PeerGroup peers = around.peers().get(reading.period());
            Judgement judgement = measure.figure(reading.values())
                    .map(figure -> among(rule, signal, figure.rounded(), peers))
                    .orElseGet(() -> obstacle(measure, reading));
            results.add(new Result(null, reading.period(), judgement));
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
        LocalizedText median = FigureText.of(spread.median(), signal.measure().unit(), value);
        String off = FigureText.of(score.abs(), null, signal.threshold()).en();
        String most = FigureText.exact(signal.threshold(), null).en();
        return judged(
                rule,
                signal,
                out,
                value,
                spread.median(),
                "同类机构中位数 %s，偏离度 %s（界限 %s）".formatted(median.zh(), off, most),
                "the median of its kind is %s; off by %s where %s is usual".formatted(median.en(), off, most));
    }

    private static Judgement judged(
            RuleDefinition rule,
            Signal.OfMeasure signal,
            boolean out,
            BigDecimal value,
            BigDecimal limit,
            String zh,
            String en) {
        String unit = signal.measure().unit();
        LocalizedText figure = FigureText.of(value, unit, limit);
        LocalizedText reason = new LocalizedText(
                rule.name().zh() + "：" + figure.zh() + "，" + zh, rule.name().en() + ": " + figure.en() + ", " + en);
        Verdict verdict = out ? new Verdict.Near(signal.level(), reason) : new Verdict.Clear(reason);
        return new Judgement(verdict, value, limit, unit, out);
    }
}
