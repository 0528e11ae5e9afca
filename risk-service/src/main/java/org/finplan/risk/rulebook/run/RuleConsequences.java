package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.finplan.risk.report.InstitutionPeriod;
import org.finplan.risk.report.ReportConsequences;

/** Judges institutions as soon as they report. */
@ApplicationScoped
class RuleConsequences implements ReportConsequences {

    private final RuleRunService runs;

    RuleConsequences(RuleRunService runs) {
        this.runs = runs;
    }

    @Override
    public void follow(Set<InstitutionPeriod> changed) {
        runs.afterReport(changed.stream().map(InstitutionPeriod::institution).collect(Collectors.toSet()));
    }
}
