package org.finplan.risk.report;

import java.util.Set;

/** What follows from reported figures. A concept that judges them implements it; it is called by name, in the order of CDI. */
public interface ReportConsequences {

    /**
     * Draws them, in the transaction that stores the figures.
     *
     * @param changed the reports of which something is new; their figures are stored already
     */
    void follow(Set<InstitutionPeriod> changed);
}
