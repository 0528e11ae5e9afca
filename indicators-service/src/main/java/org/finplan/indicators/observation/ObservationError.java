package org.finplan.indicators.observation;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can be wrong with a report of figures. */
public enum ObservationError implements ErrorCode {
    /** The report has no items, or more than it may. */
    ITEMS_OUT_OF_BOUNDS("items-out-of-bounds", 422, "条目数量超出范围", "Number of items out of bounds"),
    /** Several faults of different kinds; each item says its own. */
    ITEMS_REJECTED("items-rejected", 422, "部分条目未通过校验", "Items rejected"),
    /** A field that every item needs is missing. */
    FIELD_MISSING("field-missing", 422, "缺少必填字段", "Field missing"),
    /** No series of that code. */
    UNKNOWN_INDICATOR("unknown-indicator", 422, "未知指标", "Unknown indicator"),
    /** No region of that code. */
    UNKNOWN_REGION("unknown-region", 422, "未知地区", "Unknown region"),
    /** No unit of that code. */
    UNKNOWN_UNIT("unknown-unit", 422, "未知计量单位", "Unknown unit"),
    /** A unit that does not measure what the series counts. */
    UNIT_OF_ANOTHER_KIND("unit-of-another-kind", 422, "计量单位类别不符", "Unit of another kind"),
    /** No kind of figure of that code. */
    UNKNOWN_KIND("unknown-kind", 422, "未知数据类别", "Unknown kind of figure"),
    /** No status of that code. */
    UNKNOWN_STATUS("unknown-status", 422, "未知数据状态", "Unknown status"),
    /** No reason of that code. */
    UNKNOWN_REASON("unknown-reason", 422, "未知修订原因", "Unknown reason"),
    /** The text is no period. */
    INVALID_PERIOD("invalid-period", 422, "时期格式有误", "Invalid period"),
    /** The indicator has no figures for periods of that form. */
    PERIOD_NOT_FOR_INDICATOR("period-not-for-indicator", 422, "该指标不使用此类时期", "Period not for this indicator"),
    /** The code of the region was not in force in the period; another one was. */
    REGION_NOT_IN_FORCE("region-not-in-force", 422, "该时期此地区代码不适用", "Region code not in force in the period"),
    /** A figure by itself cannot be released in the future; a release can. */
    RELEASED_IN_FUTURE("released-in-future", 422, "发布时间晚于当前时间", "Released in the future"),
    /** What was known before an instant cannot be updated after it. */
    AS_OF_BEFORE_UPDATED_AFTER(
            "as-of-before-updated-after", 422, "asOf 早于 updatedAfter", "asOf lies before updatedAfter"),
    /** Figures of that kind are not brought to that frequency. */
    FREQUENCY_NOT_POSSIBLE("frequency-not-possible", 422, "该数据不能换算到此频率", "Frequency not possible"),
    /** Nothing of that sort is computed from figures of that kind. */
    TRANSFORM_NOT_POSSIBLE("transform-not-possible", 422, "该数据不能作此变换", "Transform not possible"),
    /** The value cannot be: half a company, a rank of zero. */
    VALUE_NOT_POSSIBLE("value-not-possible", 422, "数值不可能成立", "Value not possible"),
    /** Another value for a figure that is there needs a reason. */
    REASON_REQUIRED("reason-required", 422, "修订须说明原因", "Reason required"),
    /** Two items of one report are about the same figure. */
    DUPLICATE_ITEM("duplicate-item", 422, "条目重复", "Duplicate item"),
    /** The figure was withdrawn already. */
    ALREADY_WITHDRAWN("already-withdrawn", 409, "数据已撤回", "Already withdrawn");

    private final String code;
    private final int status;
    private final LocalizedText title;

    ObservationError(String code, int status, String zh, String en) {
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
