package org.finplan.risk.rulebook.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.finplan.platform.access.RegionSet;
import org.finplan.risk.institution.Institutions;
import org.finplan.risk.rulebook.ActiveRules;

/**
 * The steps of a run, each a transaction: it is cut into parts, each part is judged, and it ends. Every instance of the program may
 * take any of them; what a program that died had begun is as it was before. A part locks its institutions before it reads them,
 * as reports do, so that what it judges is what counts, and a report waits for one part at most.
 */
@ApplicationScoped
class RunSteps {

    private static final int INSTITUTIONS_OF_A_PART = 50;
    private static final int MOST_ATTEMPTS = 3;

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

    /** {@return ids of runs on their way} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> open() {
        return runs.open();
    }

    /** Cuts a run that nobody has begun into parts, and reckons what peers are compared with. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void prepare(UUID id) {
        runs.tryLock(id)
                .filter(bound -> bound.run().state().equals(RunState.QUEUED.code()))
                .ifPresent(bound -> {
                    peers.renew(active.book(bound.run().ruleSet()), bound.city());
                    RegionSet regions =
                            bound.regions() == null ? RegionSet.ALL : new RegionSet(false, Set.copyOf(bound.regions()));
                    List<List<String>> cut =
                            JudgedInstitutions.cut(institutions.codes(regions), INSTITUTIONS_OF_A_PART);
                    parts.insert(id, cut);
                    runs.begin(id, cut.size());
                });
    }

    /**
     * Judges the next part.
     *
     * @param id id of the run
     * @param taken takes the number of the part before it is judged
     * @return false when there is none left to take
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean judgeNext(UUID id, Consumer<Integer> taken) {
        RunPartRepository.Part part = parts.take(id).orElse(null);
        if (part == null) {
            return false;
        }
        taken.accept(part.number());
        register.lock(part.institutions());
        Map<String, JudgementRepository.Last> last = judgements.of(part.institutions());
        List<String> older = part.institutions().stream()
                .filter(code -> !last.containsKey(code) || last.get(code).ruleSet() <= part.ruleSet())
                .toList();
        parts.done(part, judging.judge(older, active.book(part.ruleSet()), id), now());
        return true;
    }

    /** Notes that a part could not be judged. Tried often enough, the run ends without it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(UUID id, int part) {
        if (parts.failed(id, part) >= MOST_ATTEMPTS) {
            end(id, RunState.FAILED);
        }
    }

    /** Ends a run of which all parts are judged. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void finish(UUID id) {
        runs.tryLock(id)
                .filter(bound -> bound.run().state().equals(RunState.RUNNING.code()) && parts.open(id) == 0)
                .ifPresent(bound -> {
                    Tally tally = end(id, RunState.DONE);
                    failures.afterRun(bound, active.book(bound.run().ruleSet()), tally);
                });
    }

    /** Ends a run, in the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Tally end(UUID id, RunState state) {
        parts.lock(id);
        List<Tally> done = parts.done(id);
        Tally tally = done.stream().reduce(Tally.NONE, Tally::plus);
        runs.end(id, state, tally, done.size(), now());
        parts.delete(id);
        return tally;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
