package org.finplan.indicators.formula;

import org.finplan.platform.problem.ErrorCode;
import org.finplan.platform.problem.ErrorDefinition;

/** What can be wrong with a request for formulas, beside the formula itself. */
enum DerivedError implements ErrorCode {
    /** The series has a formula already. */
    FORMULA_EXISTS("formula-exists", 409, "公式已存在", "Formula exists");

    private final ErrorDefinition definition;

    DerivedError(String code, int status, String zh, String en) {
        this.definition = new ErrorDefinition(code, status, zh, en);
    }

    @Override
    public ErrorDefinition definition() {
        return definition;
    }
}
