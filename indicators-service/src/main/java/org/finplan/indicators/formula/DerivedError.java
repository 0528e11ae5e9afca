package org.finplan.indicators.formula;

import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ErrorCode;

/** What can be wrong with a request for formulas, beside the formula itself. */
enum DerivedError implements ErrorCode {
    /** The series has a formula already. */
    FORMULA_EXISTS("formula-exists", 409, "公式已存在", "Formula exists");

    private final String code;
    private final int status;
    private final LocalizedText title;

    DerivedError(String code, int status, String zh, String en) {
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
