package org.finplan.risk.npl;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.finplan.platform.period.Period;
import org.finplan.platform.plan.RegionDefinition;
import org.finplan.risk.alert.AlertRaisingService;
import org.finplan.risk.assessment.Assessments;
import org.finplan.risk.plan.BelowBenchmark;
import org.finplan.risk.plan.Plans;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.NplRatioAboveProvince;
import org.finplan.risk.rule.RuleBook;

/**
 * Holds the ratios of the city and its divisions against the province's. A ratio of non-performing loans is a stock, so
 * figures are of the same period when their periods end on the same day.
 */
@ApplicationScoped
class NplWatch {

    private static final NplRatioAboveProvince RULE = RuleBook.NPL_RATIO_ABOVE_PROVINCE;
    private static final String LEVEL_FIGURE = "level";

    private final NplFigureRepository figures;
    private final Assessments assessments;
    private final AlertRaisingService alerts;
    private final Plans plans;

    NplWatch(NplFigureRepository figures, Assessments assessments, AlertRaisingService alerts, Plans plans) {
        this.figures = figures;
        this.assessments = assessments;
        this.alerts = alerts;
        this.plans = plans;
    }

    /** What identifies a figure in the events about it. */
    record Figure(String indicator, String kind, String region, String period) {}

    /**
     * Takes a change of a figure and judges what depends on it.
     *
     * @param figure the figure
     * @param sequence sequence of the event
     * @param cause id of the event
     * @param change what the event does to the stored figure
     */
    void take(Figure figure, long sequence, UUID cause, Consumer<NplFigure> change) {
        if (!figure.indicator().equals(NplRatioAboveProvince.INDICATOR)
                || !figure.kind().equals(LEVEL_FIGURE)) {
            return;
        }
        Period period = Period.parse(figure.period());
        List<BelowBenchmark> targets = plans.belowBenchmark(figure.indicator(), period);
        if (targets.stream().noneMatch(target -> concerns(target, figure.region()))) {
            return;
        }
        figures.lock(period.end());
        NplFigure.Key key = new NplFigure.Key(figure.region(), figure.period());
        NplFigure known = figures.findById(key);
        if (known != null && known.sequence >= sequence) {
            return;
        }
        NplFigure stored = known == null ? new NplFigure(key) : known;
        change.accept(stored);
        if (known == null) {
            figures.persist(stored);
        }
        List<NplFigure> sameDay = figures.of(period.end());
        targets.forEach(target -> sameDay.stream()
                .filter(judged -> judged == stored || target.region().equals(figure.region()))
                .filter(judged -> isJudged(judged.key.region()))
                .forEach(judged -> judge(target, judged, sameDay, cause)));
    }

    private void judge(BelowBenchmark target, NplFigure judged, List<NplFigure> sameDay, UUID cause) {
        Finding finding = RULE.judge(
                target.plan(),
                target.clause(),
                judged.key.region(),
                judged.key.period(),
                judged.unit,
                judged.reading(),
                benchmark(target, judged, sameDay).map(NplFigure::reading).orElse(null),
                judged.event);
        if (assessments.keep(finding, judged.sequence)) {
            alerts.follow(
                    RULE,
                    finding.subject(),
                    assessments.newestJudged(finding.subject()),
                    RULE.title(target.indicatorName(), plans.regionName(judged.key.region())),
                    cause);
        }
    }

    /** The figure in the same notation of the period if there is one, else any of the same day in the same unit. */
    private static Optional<NplFigure> benchmark(BelowBenchmark target, NplFigure judged, List<NplFigure> sameDay) {
        List<NplFigure> candidates = sameDay.stream()
                .filter(figure -> figure.key.region().equals(target.region())
                        && figure.value != null
                        && figure.unit.equals(judged.unit))
                .toList();
        return candidates.stream()
                .filter(figure -> figure.key.period().equals(judged.key.period()))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
    }

    private boolean concerns(BelowBenchmark target, String region) {
        return target.region().equals(region) || isJudged(region);
    }

    /** The city and everything in it; the province and other places are only compared with. */
    private boolean isJudged(String region) {
        return plans.regions()
                .find(region)
                .filter(known -> !known.reference())
                .map(RegionDefinition::code)
                .isPresent();
    }
}
