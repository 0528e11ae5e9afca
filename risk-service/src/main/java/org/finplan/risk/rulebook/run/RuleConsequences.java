package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.finplan.platform.identifier.Identifiers;
import org.finplan.risk.report.InstitutionPeriod;
import org.finplan.risk.report.ReportConsequences;
import org.finplan.risk.rulebook.ActiveRules;

/** Judges institutions as soon as they report, in the transaction of the report, which has locked them. */
@ApplicationScoped
class RuleConsequences implements ReportConsequences {

    private final ActiveRules active;
    private final InstitutionJudging judging;
    private final RuleFailures failures;

    RuleConsequences(ActiveRules active, InstitutionJudging judging, RuleFailures failures) {
        this.active = active;
        this.judging = judging;
        this.failures = failures;
    }

    @Override
    public void follow(Set<InstitutionPeriod> changed) {
        Set<String> codes = changed.stream().map(InstitutionPeriod::institution).collect(Collectors.toSet());
        ActiveRules.Book book = active.book();
        UUID cause = Identifiers.next();
        Tally tally = judging.judge(codes, book, cause);
        if (!tally.failures().isEmpty()) {
            failures.afterReport(cause, book, tally);
        }
    }
}
