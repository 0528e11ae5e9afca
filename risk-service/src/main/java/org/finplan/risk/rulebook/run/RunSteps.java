package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.job.JobParts;
import org.finplan.risk.job.JobQueue;
import org.finplan.risk.job.JobState;
import org.finplan.risk.job.JobSteps;
import org.finplan.risk.rulebook.ActiveRules;

/**
 * The steps of a run. A part locks its institutions before it reads them, as reports do, so that what it judges is what counts, and a
 * report waits for one part at most.
 */
@ApplicationScoped
class RunSteps extends JobSteps {

    private static final int INSTITUTIONS_OF_A_PART = 50;

    private final RuleRunRepository runs;
    private final RunPartRepository parts;
    private final JudgedInstitutions institutions;
    private final Institutions register;
    private final InstitutionJudging judging;
    private final JudgementRepository judgements;
    private final PeerSpreads peers;
    private final RuleFailures failures;
    private final ActiveRules active;
    private final Clock clock;

    RunSteps(
            RuleRunRepository runs,
            RunPartRepository parts,
            JudgedInstitutions institutions,
            Institutions register,
            InstitutionJudging judging,
            JudgementRepository judgements,
            PeerSpreads peers,
            RuleFailures failures,
            ActiveRules active,
            Clock clock) {
        this.runs = runs;
        this.parts = parts;
        this.institutions = institutions;
        this.register = register;
        this.judging = judging;
        this.judgements = judgements;
        this.peers = peers;
        this.failures = failures;
        this.active = active;
        this.clock = clock;
    }

    @Override
    protected JobQueue queue() {
        return runs.queue();
    }

    @Override
    protected JobParts parts() {
        return parts.parts();
    }

    /** Reckons what peers are compared with, too. */
    @Override
    protected void cut(UUID id) {
        RuleRunRepository.Bound bound = runs.get(id);
        peers.renew(active.book(bound.run().ruleSet()), bound.city());
        RegionSet regions = bound.regions() == null ? RegionSet.ALL : new RegionSet(false, Set.copyOf(bound.regions()));
        List<List<String>> cut = JudgedInstitutions.cut(institutions.codes(regions), INSTITUTIONS_OF_A_PART);
        parts.insert(id, cut);
        runs.cut(id, cut.size());
    }

    @Override
    protected void work(UUID id, int number) {
        RunPartRepository.Part part = parts.get(id, number);
        register.lock(part.institutions());
        Map<String, JudgementRepository.Last> last = judgements.of(part.institutions());
        List<String> older = part.institutions().stream()
                .filter(code -> !last.containsKey(code) || last.get(code).ruleSet() <= part.ruleSet())
                .toList();
        parts.done(part, judging.judge(older, active.book(part.ruleSet()), id), now());
    }

    @Override
    protected void fail(UUID id) {
        end(id, JobState.FAILED);
    }

    @Override
    protected void complete(UUID id) {
        RuleRunRepository.Bound bound = runs.get(id);
        Tally tally = end(id, JobState.DONE);
        failures.afterRun(bound, active.book(bound.run().ruleSet()), tally);
    }

    /** Ends a run, in the transaction of the caller: what was judged until then stays. */
    Tally end(UUID id, JobState state) {
        parts().lock(id);
        List<Tally> done = parts.done(id);
        Tally tally = done.stream().reduce(Tally.NONE, Tally::plus);
        runs.found(id, tally, done.size());
        queue().end(id, state, now());
        parts().delete(id);
        return tally;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
