package org.finplan.risk.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.finplan.risk.rule.Finding;
import org.finplan.risk.rule.Subject;

/** Keeps the last finding of every rule for every subject and period. Works in the transaction of its caller. */
@ApplicationScoped
public class Assessments {

    private final AssessmentRepository repository;
    private final Clock clock;

    Assessments(AssessmentRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Keeps a finding, unless a newer event was judged already.
     *
     * @param finding the finding
     * @param sequence sequence of the event that brought its figure
     * @return whether it was kept
     */
    public boolean keep(Finding finding, long sequence) {
        RuleAssessment.Key key = RuleAssessment.Key.of(finding);
        RuleAssessment known = repository.findById(key);
        if (known != null && known.sequence > sequence) {
            return false;
        }
        RuleAssessment assessment = known == null ? new RuleAssessment(key) : known;
        assessment.record(finding, sequence, clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (known == null) {
            repository.persist(assessment);
        }
        return true;
    }

    /**
     * The finding that decides about an alert: that of the newest period that could be judged.
     *
     * @param subject what was judged
     * @return the finding, never one that says not-assessable; empty when no period could be judged
     */
    public Optional<Finding> newestJudged(Subject subject) {
        return repository.newestJudged(subject).map(RuleAssessment::finding);
    }
}
