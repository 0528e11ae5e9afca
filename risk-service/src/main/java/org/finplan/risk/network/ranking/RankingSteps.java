package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.finplan.risk.job.JobParts;
import org.finplan.risk.job.JobQueue;
import org.finplan.risk.job.JobState;
import org.finplan.risk.job.JobSteps;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.scenario.SingleFailures;

/**
 * The steps of a ranking: each part is worked out, and the firms are put in their order. At first all firms are one part, for which one
 * factorisation is enough; where that cannot be, they are cut into parts that are iterated.
 */
@ApplicationScoped
class RankingSteps extends JobSteps {

    static final String EXACT = "exact";
    static final String ITERATED = "iterated";

    private static final int PARTS = 100;
    private static final int SMALLEST_PART = 16;

    private final FailureRankingRepository rankings;
    private final RankingPartRepository parts;
    private final RankedFailureRepository ranked;
    private final RankedNetworks networks;
    private final FailureReckoning reckoning;
    private final RankingProgress progress;
    private final Clock clock;

    RankingSteps(
            FailureRankingRepository rankings,
            RankingPartRepository parts,
            RankedFailureRepository ranked,
            RankedNetworks networks,
            FailureReckoning reckoning,
            RankingProgress progress,
            Clock clock) {
        this.rankings = rankings;
        this.parts = parts;
        this.ranked = ranked;
        this.networks = networks;
        this.reckoning = reckoning;
        this.progress = progress;
        this.clock = clock;
    }

    @Override
    protected JobQueue queue() {
        return rankings.queue();
    }

    @Override
    protected JobParts parts() {
        return parts.parts();
    }

    @Override
    protected int longestSeconds() {
        return LONG;
    }

    @Override
    protected void giveUp() {
        reckoning.stop();
    }

    /** All firms are one part. */
    @Override
    protected void cut(UUID id) {
        int firms = rankings.get(id).firms();
        parts.insert(id, firms, Math.max(1, firms));
    }

    @Override
    protected void work(UUID id, int number) {
        RankingPartRepository.Part part = parts.get(id, number);
        LossNetwork network = reckoning.ready(() -> networks.of(part), share -> queue().isRunning(id));
        if (part.solver() == null) {
            reckoning
                    .exact(network, share -> noted(part, share))
                    .ifPresentOrElse(all -> keepAll(part, all), () -> cutAgain(part));
        } else {
            keep(part, reckoning.iterated(network, part, share -> queue().isRunning(id)));
            rankings.reachedMore(id, part.firms());
        }
    }

    private boolean noted(RankingPartRepository.Part part, double share) {
        progress.reached(part.ranking(), (int) (share * part.firms()));
        return queue().isRunning(part.ranking());
    }

    private void keepAll(RankingPartRepository.Part part, SingleFailures all) {
        keep(part, all);
        rankings.solver(part.ranking(), EXACT);
        rankings.reachedMore(part.ranking(), part.firms());
    }

    private void keep(RankingPartRepository.Part part, SingleFailures found) {
        parts.done(part, found, now());
    }

    /** The part that was all becomes many. */
    private void cutAgain(RankingPartRepository.Part part) {
        parts().delete(part.ranking());
        parts.insert(part.ranking(), part.firms(), Math.max(SMALLEST_PART, (part.firms() + PARTS - 1) / PARTS));
        rankings.solver(part.ranking(), ITERATED);
    }

    @Override
    protected void fail(UUID id) {
        queue().end(id, JobState.FAILED, now());
    }

    /** Puts the firms in their order. */
    @Override
    protected void complete(UUID id) {
        ranked.insert(id, networks.firms(rankings.get(id).network()));
        rankings.done(id, now());
        networks.forget();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
