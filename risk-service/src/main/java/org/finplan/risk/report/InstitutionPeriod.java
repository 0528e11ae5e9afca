package org.finplan.risk.report;

import org.finplan.platform.period.Period;

/**
 * What one report of an institution is about.
 *
 * @param institution its unified social credit code
 * @param period the period
 */
public record InstitutionPeriod(String institution, Period period) {

    /** {@return the period before, of the same form} */
    InstitutionPeriod before() {
        return new InstitutionPeriod(
                institution, Period.containing(period.type(), period.start().minusDays(1)));
    }

    /** {@return the period after, of the same form} */
    InstitutionPeriod after() {
        return new InstitutionPeriod(
                institution, Period.containing(period.type(), period.end().plusDays(1)));
    }
}
