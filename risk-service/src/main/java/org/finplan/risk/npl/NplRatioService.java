package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.risk.assessment.AssessmentService;
import org.finplan.risk.plan.BelowBenchmark;
import org.finplan.risk.plan.BenchmarkTargets;
import org.finplan.risk.rule.NplRatioAboveProvince;
import org.finplan.risk.rule.PlanRules;
import org.finplan.risk.rule.PlanTerms;

/**
 * Holds the ratios of the city and its divisions against the province's. A ratio of non-performing loans is a stock, so
 * figures are of the same period when their periods end on the same day.
 */
@ApplicationScoped
class NplRatioService {

    private static final NplRatioAboveProvince RULE = new NplRatioAboveProvince();

    private final NplFigureRepository figures;
    private final AssessmentService assessments;
    private final PlanRegister plans;
    private final BenchmarkTargets benchmarks;
    private final PlanRules rules;

    NplRatioService(
            NplFigureRepository figures,
            AssessmentService assessments,
            PlanRegister plans,
            BenchmarkTargets benchmarks,
            PlanRules rules) {
        this.figures = figures;
        this.assessments = assessments;
        this.plans = plans;
        this.benchmarks = benchmarks;
        this.rules = rules;
    }

    /**
     * Takes a new version of a figure and judges what depends on it: the figure itself, and all of its day when it is the
     * benchmark.
     *
     * @param figure the figure; its event is the cause of what follows
     */
    void take(NplFigure figure) {
        Period period = Period.parse(figure.period());
        List<BelowBenchmark> targets = benchmarks.belowBenchmark(NplRatioAboveProvince.INDICATOR, period);
        if (targets.stream().noneMatch(target -> concerns(target, figure.region()))) {
            return;
        }
        figures.lock(period.end());
        if (!figures.keep(figure)) {
            return;
        }
        rules.terms(NplRatioAboveProvince.CODE).ifPresent(terms -> judge(figure, targets, terms));
    }

    private void judge(NplFigure figure, List<BelowBenchmark> targets, PlanTerms terms) {
        List<NplFigure> sameDay = figures.of(Period.parse(figure.period()).end());
        targets.forEach(target -> sameDay.stream()
                .filter(judged -> judged.isSameAs(figure) || target.region().equals(figure.region()))
                .filter(judged -> isJudged(target, judged.region()))
                .forEach(judged -> judge(target, judged, sameDay, figure.event(), terms)));
    }

    private void judge(BelowBenchmark target, NplFigure judged, List<NplFigure> sameDay, UUID cause, PlanTerms terms) {
        assessments.take(
                RULE.judge(
                        target.plan(),
                        target.clause(),
                        judged.region(),
                        judged.period(),
                        judged.unit(),
                        judged.figure(),
                        benchmark(target, judged, sameDay)
                                .map(NplFigure::figure)
                                .orElse(null),
                        judged.event(),
                        terms),
                terms.warning(),
                judged.sequence(),
                RULE.title(target.indicatorName(), plans.regionName(judged.region())),
                cause);
    }

    /** The figure in the same notation of the period if there is one, else any of the same day in the same unit. */
    private static Optional<NplFigure> benchmark(BelowBenchmark target, NplFigure judged, List<NplFigure> sameDay) {
        List<NplFigure> candidates = sameDay.stream()
                .filter(figure -> figure.region().equals(target.region())
                        && figure.value() != null
                        && figure.unit().equals(judged.unit()))
                .toList();
        return candidates.stream()
                .filter(figure -> figure.period().equals(judged.period()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private boolean concerns(BelowBenchmark target, String region) {
        return target.region().equals(region) || isJudged(target, region);
    }

    /** The city of the plan and everything in it; the province, other cities and other places are only compared with. */
    private boolean isJudged(BelowBenchmark target, String region) {
        return plans.territory(target.plan()).contains(region);
    }
}
