package org.finplan.indicators.expression;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/** A formula cannot be taken. It says where and what would be taken there. */
public final class FormulaException extends RuntimeException {

    private final FormulaError error;
    private final int column;
    private final LocalizedText detail;
    private final List<String> accepted;

    /**
     * A fault of a formula.
     *
     * @param error the kind
     * @param column where it stands, from 1
     * @param detail the fault in both languages
     * @param accepted what would be taken there, possibly nothing that can be listed
     */
    public FormulaException(FormulaError error, int column, LocalizedText detail, List<String> accepted) {
        super(error.code() + " at column " + column + ": " + detail.en());
        this.error = error;
        this.column = column;
        this.detail = detail;
        this.accepted = List.copyOf(accepted);
    }

    /** {@return the kind} */
    public FormulaError error() {
        return error;
    }

    /** {@return where it stands, from 1} */
    public int column() {
        return column;
    }

    /** {@return the fault in both languages} */
    public LocalizedText detail() {
        return detail;
    }

    /** {@return what would be taken there} */
    public List<String> accepted() {
        return accepted;
    }
}
