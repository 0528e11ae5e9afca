package org.finplan.indicators.observation;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a report of figures. */
public enum ObservationError implements ErrorCode {
    /** The report has no items, or more than it may. */
    ITEMS_OUT_OF_BOUNDS(Code.ITEMS_OUT_OF_BOUNDS, 422, "条目数量超出范围", "Number of items out of bounds"),
    /** Several faults of different kinds; each item says its own. */
    ITEMS_REJECTED(Code.ITEMS_REJECTED, 422, "部分条目未通过校验", "Items rejected"),
    /** A field that every item needs is missing. */
    FIELD_MISSING(Code.FIELD_MISSING, 422, "缺少必填字段", "Field missing"),
    /** No series of that code. */
    UNKNOWN_INDICATOR(Code.UNKNOWN_INDICATOR, 422, "未知指标", "Unknown indicator"),
    /** No region of that code. */
    UNKNOWN_REGION(Code.UNKNOWN_REGION, 422, "未知地区", "Unknown region"),
    /** No unit of that code. */
    UNKNOWN_UNIT(Code.UNKNOWN_UNIT, 422, "未知计量单位", "Unknown unit"),
    /** A unit that does not measure what the series counts. */
    UNIT_OF_ANOTHER_KIND(Code.UNIT_OF_ANOTHER_KIND, 422, "计量单位类别不符", "Unit of another kind"),
    /** No kind of figure of that code. */
    UNKNOWN_KIND(Code.UNKNOWN_KIND, 422, "未知数据类别", "Unknown kind of figure"),
    /** No status of that code. */
    UNKNOWN_STATUS(Code.UNKNOWN_STATUS, 422, "未知数据状态", "Unknown status"),
    /** The series has no definition of that code, or none near the period. */
    UNKNOWN_DEFINITION(Code.UNKNOWN_DEFINITION, 422, "该期没有这个统计口径", "No such definition of the series in the period"),
    /** No reason of that code. */
    UNKNOWN_REASON(Code.UNKNOWN_REASON, 422, "未知修订原因", "Unknown reason"),
    /** The text is no period. */
    INVALID_PERIOD(Code.INVALID_PERIOD, 422, "时期格式有误", "Invalid period"),
    /** The indicator has no figures for periods of that form. */
    PERIOD_NOT_FOR_INDICATOR(Code.PERIOD_NOT_FOR_INDICATOR, 422, "该指标不使用此类时期", "Period not for this indicator"),
    /** The code of the region was not in force in the period; another one was. */
    REGION_NOT_IN_FORCE(Code.REGION_NOT_IN_FORCE, 422, "该时期此地区代码不适用", "Region code not in force in the period"),
    /** A figure by itself cannot be released in the future; a release can. */
    RELEASED_IN_FUTURE(Code.RELEASED_IN_FUTURE, 422, "发布时间晚于当前时间", "Released in the future"),
    /** What was known before an instant cannot be updated after it. */
    AS_OF_BEFORE_UPDATED_AFTER(
            Code.AS_OF_BEFORE_UPDATED_AFTER, 422, "asOf 早于 updatedAfter", "asOf lies before updatedAfter"),
    /** Figures of that kind are not brought to that frequency. */
    FREQUENCY_NOT_POSSIBLE(Code.FREQUENCY_NOT_POSSIBLE, 422, "该数据不能换算到此频率", "Frequency not possible"),
    /** Nothing of that sort is computed from figures of that kind. */
    TRANSFORM_NOT_POSSIBLE(Code.TRANSFORM_NOT_POSSIBLE, 422, "该数据不能作此变换", "Transform not possible"),
    /** The value cannot be: half a company, a rank of zero. */
    VALUE_NOT_POSSIBLE(Code.VALUE_NOT_POSSIBLE, 422, "数值不可能成立", "Value not possible"),
    /** Another value for a figure that is there needs a reason. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "修订须说明原因", "Reason required"),
    /** Two items of one report are about the same figure. */
    DUPLICATE_ITEM(Code.DUPLICATE_ITEM, 422, "条目重复", "Duplicate item"),
    /** A figure cannot be taken back before it was released. */
    WITHDRAWN_BEFORE_RELEASED(Code.WITHDRAWN_BEFORE_RELEASED, 422, "撤回时间早于发布时间", "Withdrawn before it was released"),
    /** The figures that a selection finds are others than those that its author saw. */
    SELECTION_CHANGED(Code.SELECTION_CHANGED, 409, "所选数据已变化", "Selection changed"),
    /** The figure was withdrawn already. */
    ALREADY_WITHDRAWN(Code.ALREADY_WITHDRAWN, 409, "数据已撤回", "Already withdrawn");

    private final ErrorDefinition definition;

    ObservationError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String ITEMS_OUT_OF_BOUNDS = "items-out-of-bounds";
        public static final String ITEMS_REJECTED = "items-rejected";
        public static final String FIELD_MISSING = "field-missing";
        public static final String UNKNOWN_INDICATOR = "unknown-indicator";
        public static final String UNKNOWN_REGION = "unknown-region";
        public static final String UNKNOWN_UNIT = "unknown-unit";
        public static final String UNIT_OF_ANOTHER_KIND = "unit-of-another-kind";
        public static final String UNKNOWN_KIND = "unknown-kind";
        public static final String UNKNOWN_STATUS = "unknown-status";
        public static final String UNKNOWN_DEFINITION = "unknown-definition";
        public static final String UNKNOWN_REASON = "unknown-reason";
        public static final String INVALID_PERIOD = "invalid-period";
        public static final String PERIOD_NOT_FOR_INDICATOR = "period-not-for-indicator";
        public static final String REGION_NOT_IN_FORCE = "region-not-in-force";
        public static final String RELEASED_IN_FUTURE = "released-in-future";
        public static final String AS_OF_BEFORE_UPDATED_AFTER = "as-of-before-updated-after";
        public static final String FREQUENCY_NOT_POSSIBLE = "frequency-not-possible";
        public static final String TRANSFORM_NOT_POSSIBLE = "transform-not-possible";
        public static final String VALUE_NOT_POSSIBLE = "value-not-possible";
        public static final String REASON_REQUIRED = "reason-required";
        public static final String DUPLICATE_ITEM = "duplicate-item";
        public static final String WITHDRAWN_BEFORE_RELEASED = "withdrawn-before-released";
        public static final String SELECTION_CHANGED = "selection-changed";
        public static final String ALREADY_WITHDRAWN = "already-withdrawn";

        private Code() {}
    }
}
