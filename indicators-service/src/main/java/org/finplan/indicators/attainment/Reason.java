package org.finplan.indicators.attainment;

import org.finplan.platform.events.LocalizedText;

/** Why an indicator cannot be judged. */
public enum Reason {
    /** The region has no target of its own. */
    NO_TARGET("no-target", "该地区没有自己的目标", "The region has no target of its own"),
    /** The period lies after the last year that the region has a target for. */
    AFTER_LAST_TARGET(
            "no-target",
            "该期之后没有目标：最后一个目标的年份已过",
            "The last target is of an earlier year, so there is none for the period"),
    /** The plan is a draft. */
    PLAN_DRAFT("plan-draft", "规划尚未生效，不作评估", "The plan is not in force yet, so that nothing is judged by it"),
    /** The target is set year by year, and not yet for this one. */
    OPEN_YEAR("no-target", "逐年设定的目标，该年尚未设定", "The target is set year by year, and none was set for this year yet"),
    /** The period ends after the last day of the plan. */
    PLAN_ENDED(
            "no-target",
            "规划已在该期之前结束，不再评估其后各期",
            "The plan ended before the period did, and judges nothing after its end"),
    /** The benchmark has no value for the same period. */
    NO_BENCHMARK("no-benchmark", "同期缺少对标数值", "The benchmark has no value for the same period"),
    /** The period is the baseline, or lies before it. */
    BASELINE_PERIOD("baseline-period", "基期，路径从此开始", "The path starts here"),
    /** The value that the path starts from is not known. */
    NO_BASELINE("no-baseline", "该目标没有基期数值，期中无法评估", "The target has no baseline, so there is no path before its year"),
    /** Inside a year of a target that is set year by year. */
    YEAR_NOT_OVER(
            "no-path",
            "逐年设定的目标在年末评估，年内没有路径",
            "A target set year by year is judged at the end of its year, no path leads there"),
    /** A year of the span of a cumulative target has no figure. */
    YEAR_MISSING(
            "year-missing",
            "累计期内有年份缺少数据，累计数未知",
            "A year of the span has no figure, so what came together is not known"),
    /** The assessor has said nothing of the year. */
    NOT_ASSESSED("not-assessed", "评定机构尚未评定该年", "The assessor has not assessed the year yet"),
    /** A flow of part of a year, which cannot be held against a yearly path. */
    PERIOD_NOT_COMPARABLE(
            "period-not-comparable", "非整年的流量不能与年度路径比较", "A flow of part of a year has no place on a yearly path"),
    /** Nobody reported a value for the period. */
    NO_VALUE("no-value", "该期没有数据", "There is no value for the period");

    private final String code;
    private final LocalizedText text;

    Reason(String code, String zh, String en) {
        this.code = code;
        this.text = new LocalizedText(zh, en);
    }

    /** {@return the name on the wire} */
    public String code() {
        return code;
    }

    /** {@return the reason in words} */
    public LocalizedText text() {
        return text;
    }
}
