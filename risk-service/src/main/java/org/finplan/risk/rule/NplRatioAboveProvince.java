package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.util.UUID;
import org.finplan.platform.events.LocalizedText;

/**
 * The non-performing loan ratio of the city or of one of its divisions is not below the province's. The plan prints no
 * number: it asks for a ratio below the province's of the same period. Without that figure nothing can be said, and the
 * rule says so.
 */
public final class NplRatioAboveProvince implements Rule {

    public static final String CODE = "npl-ratio-above-province";

    /** The indicator that it judges. */
    public static final String INDICATOR = "npl-ratio";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public LocalizedText title(LocalizedText indicator, LocalizedText region) {
        return new LocalizedText(
                region.zh() + "：" + indicator.zh() + "不低于全省",
                region.en() + ": " + indicator.en() + " is not below the province's");
    }

    /**
     * Compares a ratio with the province's of the same period.
     *
     * @param plan plan that asks for it
     * @param clause clause of its target
     * @param region region judged
     * @param period the common period
     * @param unit unit code of both ratios
     * @param actual the region's ratio, or null when there is none
     * @param benchmark the province's ratio, or null when there is none
     * @param event id of the event that brought the region's ratio
     * @param terms what is in force of this rule
     * @return the finding
     */
    public Finding judge(
            String plan,
            String clause,
            String region,
            String period,
            String unit,
            Figure actual,
            Figure benchmark,
            UUID event,
            PlanTerms terms) {
        BigDecimal gap =
                actual == null || benchmark == null ? null : actual.value().subtract(benchmark.value());
        Subject subject = new Subject.PlanIndicator(CODE, plan, INDICATOR, region);
        return new Finding(
                subject,
                terms.version(),
                period,
                actual,
                benchmark,
                gap,
                unit,
                clause,
                event,
                verdict(period, unit, actual, benchmark, terms));
    }

    private static Verdict verdict(String period, String unit, Figure actual, Figure benchmark, PlanTerms terms) {
        if (actual == null) {
            return new Verdict.NotAssessable(
                    "no-figure", new LocalizedText(period + "：没有数据", period + ": there is no figure"));
        }
        if (benchmark == null) {
            return new Verdict.NotAssessable(
                    "no-benchmark",
                    new LocalizedText(
                            period + "：没有同期全省不良贷款率，无法判断",
                            period + ": the province's ratio of the same period is missing"));
        }
        LocalizedText ours = FigureText.of(actual.value(), unit, benchmark.value());
        LocalizedText theirs = FigureText.of(benchmark.value(), unit, actual.value());
        if (actual.value().compareTo(benchmark.value()) < 0) {
            return new Verdict.Clear(new LocalizedText(
                    "%s：%s，低于全省的 %s".formatted(period, ours.zh(), theirs.zh()),
                    "%s: %s, below the province's %s".formatted(period, ours.en(), theirs.en())));
        }
        return terms.broken(
                1,
                new LocalizedText(
                        "%s：%s，不低于全省的 %s".formatted(period, ours.zh(), theirs.zh()),
                        "%s: %s, not below the province's %s".formatted(period, ours.en(), theirs.en())));
    }
}
