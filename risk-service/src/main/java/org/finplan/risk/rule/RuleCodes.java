package org.finplan.risk.rule;

import java.util.List;

/** The rules that results and alerts may name. */
public interface RuleCodes {

    /** {@return the codes of all rules that there ever were} */
    List<String> codes();
}
