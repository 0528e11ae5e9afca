package org.finplan.risk.rulebook.content;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with a rule. */
public enum RuleError implements ErrorCode {
    /** What is written down is no rule; errors say where. */
    INVALID(Code.INVALID, 422, "规则内容无效", "The rule is not valid"),
    /** A formula cannot be read, names an unknown metric or leads back to itself. */
    FORMULA_INVALID(Code.FORMULA_INVALID, 422, "公式无效", "The formula is not valid"),
    /** Bands leave a gap, overlap, or none begins at the limit. */
    BANDS_INVALID(Code.BANDS_INVALID, 422, "预警分级区间无效", "The bands do not fit together"),
    /** A local limit is looser than the rule. */
    OVERRIDE_LOOSER(Code.OVERRIDE_LOOSER, 422, "地方限额不得宽于规则", "A local limit must not be looser than the rule"),
    /** There is no rule of that code in force. */
    UNKNOWN_RULE(Code.UNKNOWN_RULE, 422, "没有该规则", "There is no such rule"),
    /** The state of the version does not allow it. */
    NOT_ALLOWED(Code.NOT_ALLOWED, 409, "规则版本当前状态不允许该操作", "Not allowed in this state of the version");

    private final ErrorDefinition definition;

    RuleError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    public static final class Code {

        public static final String INVALID = "rule-invalid";
        public static final String FORMULA_INVALID = "formula-invalid";
        public static final String BANDS_INVALID = "bands-invalid";
        public static final String OVERRIDE_LOOSER = "override-looser";
        public static final String UNKNOWN_RULE = "unknown-rule";
        public static final String NOT_ALLOWED = "rule-action-not-allowed";

        private Code() {}
    }
}
