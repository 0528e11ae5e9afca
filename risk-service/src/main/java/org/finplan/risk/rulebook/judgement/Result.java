package org.finplan.risk.rulebook.judgement;

import org.finplan.platform.period.Period;
import org.finplan.risk.rulebook.definition.SourceStatus;

/**
 * What a rule says of one period of an institution.
 *
 * @param counterpart toward whom it is judged, such as a loan class, or null for the institution as a whole
 * @param period the period
 * @param judgement what it says
 */
public record Result(String counterpart, Period period, Judgement judgement) {

    /** {@return the same as far as the source of the rule allows it} */
    Result from(SourceStatus source) {
        return new Result(counterpart, period, judgement.from(source));
    }
}
