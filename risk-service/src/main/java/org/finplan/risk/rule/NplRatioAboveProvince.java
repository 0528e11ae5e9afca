package org.finplan.risk.rule;

import java.math.BigDecimal;
import java.util.List;
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
    public int version() {
        return 1;
    }

    @Override
    public LocalizedText name() {
        return new LocalizedText("不良贷款率不低于全省", "Non-performing loan ratio not below the province's");
    }

    @Override
    public LocalizedText description() {
        return new LocalizedText(
                "市、县（市、区）不良贷款率与同期全省水平比较，不低于全省为橙色；没有同期全省数据时无法判断。",
                "The ratio of the city or a division is held against the province's of the same period: not below it is"
                        + " orange; without a figure of the province nothing can be said.");
    }

    @Override
    public String clause() {
        return "ch3.s3.2.2.1";
    }

    @Override
    public List<Level> levels() {
        return List.of(Level.ORANGE);
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
            UUID event) {
        BigDecimal gap =
                actual == null || benchmark == null ? null : actual.value().subtract(benchmark.value());
        Subject subject = new Subject.PlanIndicator(CODE, plan, INDICATOR, region);
        return new Finding(
                subject,
                version(),
                period,
                actual,
                benchmark,
                gap,
                unit,
                clause,
                event,
                verdict(period, actual, benchmark, gap));
    }

    private static Verdict verdict(String period, Figure actual, Figure benchmark, BigDecimal gap) {
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
        String ours = actual.value().toPlainString();
        String theirs = benchmark.value().toPlainString();
        if (gap.signum() < 0) {
            return new Verdict.Clear(new LocalizedText(
                    "%s：%s%%，低于全省%s%%".formatted(period, ours, theirs),
                    "%s: %s%%, below the province's %s%%".formatted(period, ours, theirs)));
        }
        return new Verdict.Breached(
                Level.ORANGE,
                new LocalizedText(
                        "%s：%s%%，不低于全省%s%%".formatted(period, ours, theirs),
                        "%s: %s%%, not below the province's %s%%".formatted(period, ours, theirs)));
    }
}
