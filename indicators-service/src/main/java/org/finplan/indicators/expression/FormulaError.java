package org.finplan.indicators.expression;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a formula. */
public enum FormulaError implements ErrorCode {
    /** The text is no formula. */
    SYNTAX("formula-syntax", "公式语法有误", "The text is no formula"),
    /** More characters, nodes or aliases than a formula may have, or numbers beyond bounds. */
    TOO_LARGE("formula-too-large", "公式过大", "Formula too large"),
    /** Nested deeper than a formula may be. */
    TOO_DEEP("formula-too-deep", "公式嵌套过深", "Formula too deep"),
    /** No function of that name. */
    UNKNOWN_FUNCTION("unknown-function", "未知函数", "Unknown function"),
    /** A function with other arguments than it takes. */
    ARGUMENTS("formula-arguments", "函数参数有误", "Wrong arguments of a function"),
    /** No series of that name. */
    UNKNOWN_SERIES("unknown-series", "未知序列", "Unknown series"),
    /** Units that do not go together, or another unit than declared. */
    UNITS("formula-units", "计量单位不一致", "Units do not agree"),
    /** States where flows are needed, or the other way round. */
    STOCK_AND_FLOW("stock-and-flow", "时点数与时期数混用", "A state where a flow is needed"),
    /** The series would be computed from itself. */
    CYCLE("formula-cycle", "公式循环引用", "Formulas in a cycle"),
    /** A place of the definition beside the formula is wrong. */
    DEFINITION("formula-definition", "公式定义有误", "Wrong definition"),
    /** Several faults of different kinds; each place says its own. */
    REJECTED("formula-rejected", "公式未通过校验", "Formula rejected");

    private final ErrorDefinition definition;

    FormulaError(String code, String zh, String en) {
        this.definition = new ErrorDefinition(code, 422, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
