package org.finplan.indicators.targetsetting;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can be wrong with a target. */
public enum TargetError implements ErrorCode {
    /** Several faults of different kinds; each place says its own. */
    TARGET_REJECTED("target-rejected", 422, "目标未通过校验", "Target rejected"),
    /** A field that is needed is missing. */
    FIELD_MISSING("field-missing", 422, "缺少必填字段", "Field missing"),
    /** No plan of that code. */
    UNKNOWN_PLAN("unknown-plan", 422, "未知规划", "Unknown plan"),
    /** The plan has no indicator of that code. */
    UNKNOWN_INDICATOR("unknown-indicator", 422, "未知指标", "Unknown indicator"),
    /** No region of that code, or one that has no targets. */
    UNKNOWN_REGION("unknown-region", 422, "未知地区", "Unknown region"),
    /** No unit of that code. */
    UNKNOWN_UNIT("unknown-unit", 422, "未知计量单位", "Unknown unit"),
    /** A unit that does not measure what the indicator counts. */
    UNIT_OF_ANOTHER_KIND("unit-of-another-kind", 422, "计量单位类别不符", "Unit of another kind"),
    /** A comparator that is unknown or points against the direction of the indicator. */
    COMPARATOR_NOT_FOR_INDICATOR("comparator-not-for-indicator", 422, "比较方式不适用", "Comparator not for this indicator"),
    /** A number beside a benchmark. */
    VALUE_NOT_FOR_COMPARATOR("value-not-for-comparator", 422, "该比较方式不带数值", "Value not for this comparator"),
    /** A year outside the plan, or a baseline that is not before the target. */
    YEAR_OUT_OF_BOUNDS("year-out-of-bounds", 422, "年份超出范围", "Year out of bounds"),
    /** A code that is not in its list. */
    UNKNOWN_CODE("unknown-code", 422, "未知代码", "Unknown code"),
    /** A custom path whose first point is not the baseline. */
    PATH_NOT_FROM_BASELINE("path-not-from-baseline", 422, "路径未从基期开始", "The path does not start at the baseline"),
    /** A custom path whose last point is not the target. */
    PATH_NOT_TO_TARGET("path-not-to-target", 422, "路径未止于目标", "The path does not end at the target"),
    /** Points of a custom path that are not in the order of years, that turn back, or that are too many. */
    PATH_NOT_A_LINE("path-not-a-line", 422, "路径各点次序或走向有误", "The points of the path do not follow each other"),
    /** No part at all, or too many. */
    PARTS_OUT_OF_BOUNDS("parts-out-of-bounds", 422, "分解项数量不符", "Too few or too many parts"),
    /** A ratio, a benchmark or another wording, which has no parts that add up. */
    TARGET_DOES_NOT_ADD_UP("target-does-not-add-up", 422, "该目标不可分解求和", "Parts of this target do not add up"),
    /** No organisation of that code in the plan, or the same one twice. */
    UNKNOWN_ORGANISATION("unknown-organisation", 422, "未知单位", "Unknown organisation"),
    /** The parts exceed a binding target. */
    BREAKDOWN_OVER_ALLOCATES("breakdown-over-allocates", 422, "分解合计超过约束性目标", "The parts exceed a binding target"),
    /** The same target twice in one request. */
    TARGET_REPEATED("target-repeated", 422, "同一目标重复出现", "The same target twice"),
    /** There is a target already; revise it. */
    TARGET_EXISTS("target-exists", 409, "目标已存在", "Target exists");

    private final String code;
    private final int status;
    private final LocalizedText title;

    TargetError(String code, int status, String zh, String en) {
        this.code = code;
        this.status = status;
        this.title = new LocalizedText(zh, en);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public LocalizedText title() {
        return title;
    }
}
