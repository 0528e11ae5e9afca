package org.finplan.risk.report;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a report. */
enum ReportError implements ErrorCode {
    /** The body is no table that could be read. */
    MALFORMED_CSV(Code.MALFORMED_CSV, 400, "不是合法的 CSV", "Not a CSV that can be read"),
    /** Several faults of different kinds. */
    ITEMS_REJECTED(Code.ITEMS_REJECTED, 422, "报送内容有误", "Items rejected"),
    /** No items, or too many. */
    ITEMS_OUT_OF_BOUNDS(Code.ITEMS_OUT_OF_BOUNDS, 422, "条目数量不符", "Number of items out of bounds"),
    /** A field that is needed is absent. */
    FIELD_MISSING(Code.FIELD_MISSING, 422, "缺少必填项", "Field missing"),
    /** The same institution and period stand there twice. */
    DUPLICATE_ITEM(Code.DUPLICATE_ITEM, 422, "条目重复", "Duplicate item"),
    /** No period, or one that reports are not made for. */
    INVALID_PERIOD(Code.INVALID_PERIOD, 422, "报告期有误", "Invalid period"),
    /** A metric that institutions of this kind do not have. */
    UNKNOWN_METRIC(Code.UNKNOWN_METRIC, 422, "该类机构没有此指标", "No such metric for this kind of institution"),
    /** A metric that follows from others. */
    METRIC_IS_DERIVED(Code.METRIC_IS_DERIVED, 422, "该指标由其他指标推算，无须报送", "The metric is derived, not reported"),
    /** No number. */
    INVALID_VALUE(Code.INVALID_VALUE, 422, "数值有误", "Not a number"),
    /** A value of a sign that the metric cannot have. */
    VALUE_NOT_POSSIBLE(Code.VALUE_NOT_POSSIBLE, 422, "数值不可能", "Value not possible"),
    /** A unit that does not convert into that of the metric. */
    UNKNOWN_UNIT(Code.UNKNOWN_UNIT, 422, "单位不适用于该指标", "The unit is none of the metric"),
    /** No code of a source. */
    INVALID_SOURCE(Code.INVALID_SOURCE, 422, "来源代码有误", "Not a code of a source"),
    /** There is another value. */
    REASON_REQUIRED(Code.REASON_REQUIRED, 422, "修订须说明原因", "A revision needs a reason");

    private final ErrorDefinition definition;

    ReportError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String MALFORMED_CSV = "malformed-csv";
        static final String ITEMS_REJECTED = "items-rejected";
        static final String ITEMS_OUT_OF_BOUNDS = "items-out-of-bounds";
        static final String FIELD_MISSING = "field-missing";
        static final String DUPLICATE_ITEM = "duplicate-item";
        static final String INVALID_PERIOD = "invalid-period";
        static final String UNKNOWN_METRIC = "unknown-metric";
        static final String METRIC_IS_DERIVED = "metric-is-derived";
        static final String INVALID_VALUE = "invalid-value";
        static final String VALUE_NOT_POSSIBLE = "value-not-possible";
        static final String UNKNOWN_UNIT = "unknown-unit";
        static final String INVALID_SOURCE = "invalid-source";
        static final String REASON_REQUIRED = "reason-required";

        private Code() {}
    }
}
