package org.finplan.indicators.targetsetting;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a target. */
public enum TargetError implements ErrorCode {
    /** Several faults of different kinds; each place says its own. */
    TARGET_REJECTED(Code.TARGET_REJECTED, 422, "目标未通过校验", "Target rejected"),
    /** A field that is needed is missing. */
    FIELD_MISSING(Code.FIELD_MISSING, 422, "缺少必填字段", "Field missing"),
    /** No plan of that code. */
    UNKNOWN_PLAN(Code.UNKNOWN_PLAN, 422, "未知规划", "Unknown plan"),
    /** The plan has no indicator of that code. */
    UNKNOWN_INDICATOR(Code.UNKNOWN_INDICATOR, 422, "未知指标", "Unknown indicator"),
    /** No region of that code, or one that has no targets. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "未知地区", "Unknown region"),
    /** No unit of that code. */
    UNKNOWN_UNIT(Code.UNKNOWN_UNIT, 422, "未知计量单位", "Unknown unit"),
    /** A unit that does not measure what the indicator counts. */
    UNIT_OF_ANOTHER_KIND(Code.UNIT_OF_ANOTHER_KIND, 422, "计量单位类别不符", "Unit of another kind"),
    /** A comparator that is unknown or points against the direction of the indicator. */
    COMPARATOR_NOT_FOR_INDICATOR(
            Code.COMPARATOR_NOT_FOR_INDICATOR, 422, "比较方式不适用", "Comparator not for this indicator"),
    /** A kind of target that the plan's own target of the indicator does not allow. */
    KIND_NOT_FOR_INDICATOR(Code.KIND_NOT_FOR_INDICATOR, 422, "目标种类不适用", "Kind of target not for this indicator"),
    /** A number beside a benchmark. */
    VALUE_NOT_FOR_COMPARATOR(Code.VALUE_NOT_FOR_COMPARATOR, 422, "该比较方式不带数值", "Value not for this comparator"),
    /** A year outside the plan, or a baseline that is not before the target. */
    YEAR_OUT_OF_BOUNDS(Code.YEAR_OUT_OF_BOUNDS, 422, "年份超出范围", "Year out of bounds"),
    /** A code that is not in its list. */
    UNKNOWN_CODE(Code.UNKNOWN_CODE, 422, "未知代码", "Unknown code"),
    /** A custom path whose first point is not the baseline. */
    PATH_NOT_FROM_BASELINE(Code.PATH_NOT_FROM_BASELINE, 422, "路径未从基期开始", "The path does not start at the baseline"),
    /** A custom path whose last point is not the target. */
    PATH_NOT_TO_TARGET(Code.PATH_NOT_TO_TARGET, 422, "路径未止于目标", "The path does not end at the target"),
    /** Points of a custom path that are not in the order of years, that turn back, or that are too many. */
    PATH_NOT_A_LINE(Code.PATH_NOT_A_LINE, 422, "路径各点次序或走向有误", "The points of the path do not follow each other"),
    /** No part at all, or too many. */
    PARTS_OUT_OF_BOUNDS(Code.PARTS_OUT_OF_BOUNDS, 422, "分解项数量不符", "Too few or too many parts"),
    /** A ratio, a benchmark or another wording, which has no parts that add up. */
    TARGET_DOES_NOT_ADD_UP(Code.TARGET_DOES_NOT_ADD_UP, 422, "该目标不可分解求和", "Parts of this target do not add up"),
    /** No organisation of that code in the plan, or the same one twice. */
    UNKNOWN_ORGANISATION(Code.UNKNOWN_ORGANISATION, 422, "未知单位", "Unknown organisation"),
    /** The parts exceed a binding target. */
    BREAKDOWN_OVER_ALLOCATES(Code.BREAKDOWN_OVER_ALLOCATES, 422, "分解合计超过约束性目标", "The parts exceed a binding target"),
    /** The same target twice in one request. */
    TARGET_REPEATED(Code.TARGET_REPEATED, 422, "同一目标重复出现", "The same target twice"),
    /** There is a target already; revise it. */
    TARGET_EXISTS(Code.TARGET_EXISTS, 409, "目标已存在", "Target exists"),
    /** Somebody who is not of the organisation that assesses the target. */
    NOT_THE_ASSESSOR(Code.NOT_THE_ASSESSOR, 403, "非该目标的评定机构", "Not the assessor of the target"),
    /** A target that is a number. */
    TARGET_NOT_QUALITATIVE(Code.TARGET_NOT_QUALITATIVE, 409, "该目标不是定性目标", "The target is not qualitative"),
    /** The plan is over: what it is held against is not made less. */
    PLAN_ENDED(Code.PLAN_ENDED, 409, "规划已结束，目标不得降低", "The plan has ended: its targets are not made easier");

    private final ErrorDefinition definition;

    TargetError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String TARGET_REJECTED = "target-rejected";
        public static final String FIELD_MISSING = "field-missing";
        public static final String UNKNOWN_PLAN = "unknown-plan";
        public static final String UNKNOWN_INDICATOR = "unknown-indicator";
        public static final String UNKNOWN_REGION = "unknown-region";
        public static final String UNKNOWN_UNIT = "unknown-unit";
        public static final String UNIT_OF_ANOTHER_KIND = "unit-of-another-kind";
        public static final String COMPARATOR_NOT_FOR_INDICATOR = "comparator-not-for-indicator";
        public static final String KIND_NOT_FOR_INDICATOR = "kind-not-for-indicator";
        public static final String VALUE_NOT_FOR_COMPARATOR = "value-not-for-comparator";
        public static final String YEAR_OUT_OF_BOUNDS = "year-out-of-bounds";
        public static final String UNKNOWN_CODE = "unknown-code";
        public static final String PATH_NOT_FROM_BASELINE = "path-not-from-baseline";
        public static final String PATH_NOT_TO_TARGET = "path-not-to-target";
        public static final String PATH_NOT_A_LINE = "path-not-a-line";
        public static final String PARTS_OUT_OF_BOUNDS = "parts-out-of-bounds";
        public static final String TARGET_DOES_NOT_ADD_UP = "target-does-not-add-up";
        public static final String UNKNOWN_ORGANISATION = "unknown-organisation";
        public static final String BREAKDOWN_OVER_ALLOCATES = "breakdown-over-allocates";
        public static final String TARGET_REPEATED = "target-repeated";
        public static final String TARGET_EXISTS = "target-exists";
        public static final String NOT_THE_ASSESSOR = "not-the-assessor";
        public static final String TARGET_NOT_QUALITATIVE = "target-not-qualitative";
        public static final String PLAN_ENDED = "plan-ended";

        private Code() {}
    }
}
