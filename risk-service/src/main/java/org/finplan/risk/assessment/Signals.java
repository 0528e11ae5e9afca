package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Function;
import org.finplan.platform.events.SignalDetected;
import org.finplan.platform.outbox.NewEvent;
import org.finplan.platform.outbox.Outbox;
import org.finplan.risk.institution.Institution;
import org.finplan.risk.rule.Figure;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Level;
import org.finplan.risk.rule.Subject;

/** Tells of findings about institutions that begin to warn or get graver, whether or not there is an alert already. */
@ApplicationScoped
class Signals {

    private final Outbox outbox;

    Signals(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Appends to the transaction that keeps the finding. */
    void detected(Finding finding, long ruleSet, Function<String, RuleTerms> terms, Instant at) {
        Subject.Institution subject = (Subject.Institution) finding.subject();
        outbox.append(new NewEvent(
                new SignalDetected(
                        subject.rule(),
                        finding.ruleVersion(),
                        ruleSet,
                        subject.institution(),
                        subject.counterpart(),
                        subject.region(),
                        finding.period(),
                        finding.verdict().code(),
                        finding.verdict().warning().map(Level::code).orElseThrow(),
                        value(finding.actual()),
                        value(finding.expected()),
                        finding.unit(),
                        terms.apply(subject.rule()).sourceStatus(),
                        finding.verdict().reason(),
                        finding.event(),
                        at),
                "institution/" + subject.institution(),
                Institution.path(subject.institution()),
                subject.region()));
    }

    private static BigDecimal value(Figure figure) {
        return figure == null ? null : figure.value();
    }
}
