package org.finplan.risk.rulebook.formula;

import java.util.List;
import org.finplan.platform.events.LocalizedText;

/** A formula that cannot be read, or that asks for what is not there. */
public final class FormulaFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int place;
    private final transient LocalizedText text;
    private final transient List<String> accepted;

    FormulaFault(int place, LocalizedText text, List<String> accepted) {
        super(text.en());
        this.place = place;
        this.text = text;
        this.accepted = accepted;
    }

    /** {@return the character at which it goes wrong, 1 for the first} */
    public int place() {
        return place;
    }

    /** {@return what is wrong} */
    public LocalizedText text() {
        return text;
    }

    /** {@return what would be accepted there} */
    public List<String> accepted() {
        return accepted;
    }
}
