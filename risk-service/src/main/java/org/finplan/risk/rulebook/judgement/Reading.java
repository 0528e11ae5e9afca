package org.finplan.risk.rulebook.judgement;

import java.math.BigDecimal;
import java.util.Map;
import org.finplan.platform.period.Period;

/**
 * What an institution reported of a period.
 *
 * @param period the period
 * @param values values by metric code
 */
public record Reading(Period period, Map<String, BigDecimal> values) {

    /**
     * Whether it follows another one directly: of the same kind of period, beginning on the day after.
     *
     * @param before another reading
     * @return whether it does
     */
    boolean follows(Reading before) {
        return period.type() == before.period.type()
                && period.start().equals(before.period.end().plusDays(1));
    }
}
