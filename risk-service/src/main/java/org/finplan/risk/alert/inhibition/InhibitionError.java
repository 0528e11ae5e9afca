package org.finplan.risk.alert.inhibition;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can go wrong with an inhibition rule. */
enum InhibitionError implements ErrorCode {
    /** A field has a value that there is not. */
    UNKNOWN_VALUE(Code.UNKNOWN_VALUE, 422, "取值无效", "Value not valid"),
    /** Alerts would mute each other in a circle, and nobody would hear of any. */
    CIRCLE(Code.CIRCLE, 422, "抑制规则形成循环", "Inhibition rules would form a circle"),
    /** It is retired. */
    RETIRED(Code.RETIRED, 409, "抑制规则已停用", "The inhibition rule is retired");

    private final ErrorDefinition definition;

    InhibitionError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }

    /** The codes as constants, for annotations. */
    static final class Code {

        static final String UNKNOWN_VALUE = "unknown-inhibition-value";
        static final String CIRCLE = "inhibition-circle";
        static final String RETIRED = "inhibition-rule-retired";

        private Code() {}
    }
}
