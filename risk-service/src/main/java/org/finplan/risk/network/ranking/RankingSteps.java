package org.finplan.risk.network.ranking;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.scenario.SingleFailures;

/**
 * The steps of a ranking, each a transaction: it is begun, each part is worked out, and the firms are put in their order. At first
 * all firms are one part, for which one factorisation is enough; where that cannot be, they are cut into parts that are iterated. Every
 * instance of the program may take any part that nobody has; what a program that died had begun is as it was before.
 */
@ApplicationScoped
class RankingSteps {

    static final String EXACT = "exact";
    static final String ITERATED = "iterated";

    private static final int PARTS = 100;
    private static final int SMALLEST_PART = 16;
    private static final int MOST_ATTEMPTS = 3;
    private static final int LONGEST_SECONDS = 4 * 60 * 60;

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

    /** {@return what can be worked on, at most one of each city} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> open() {
        return rankings.open();
    }

    /** {@return rankings that ended and of which parts are left} */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<UUID> left() {
        return parts.left();
    }

    /** Takes away what is left of a ranking that ended. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void clear(UUID id) {
        parts.deleteLeft(id);
    }

    /** Begins a ranking that waits, when it is its turn. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void begin(UUID id) {
        rankings.next(id).ifPresent(firms -> {
            parts.insert(id, firms, Math.max(1, firms));
            rankings.begin(id);
        });
    }

    /**
     * Works out the next part.
     *
     * @param id id of the ranking
     * @param taken takes the number of the part before it is worked out
     * @return false when there is none left to take, or nobody waits for it any more
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public boolean workNext(UUID id, IntConsumer taken) {
        RankingPartRepository.Part part = parts.take(id).orElse(null);
        if (part == null) {
            return false;
        }
        taken.accept(part.number());
        LossNetwork network = networks.of(part);
        try {
            if (part.solver() == null) {
                reckoning
                        .exact(network, share -> noted(part, share))
                        .ifPresentOrElse(all -> keepAll(part, all), () -> cut(part));
            } else {
                keep(part, reckoning.iterated(network, part, share -> rankings.isRunning(id)));
                rankings.reachedMore(id, part.firms());
            }
            return true;
        } catch (CancellationException stopped) {
            return false;
        }
    }

    private boolean noted(RankingPartRepository.Part part, double share) {
        progress.reached(part.ranking(), (int) (share * part.firms()));
        return rankings.isRunning(part.ranking());
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
    private void cut(RankingPartRepository.Part part) {
        parts.delete(part.ranking());
        parts.insert(part.ranking(), part.firms(), Math.max(SMALLEST_PART, (part.firms() + PARTS - 1) / PARTS));
        rankings.solver(part.ranking(), ITERATED);
    }

    /** Notes that a part could not be worked out. Tried often enough, the ranking ends without it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(UUID id, int part) {
        if (parts.failed(id, part) >= MOST_ATTEMPTS) {
            rankings.end(id, RankingState.FAILED, now());
        }
    }

    /** Puts the firms in their order when all parts are worked out. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void finish(UUID id) {
        rankings.lockRunning(id).filter(network -> parts.open(id) == 0).ifPresent(network -> {
            ranked.insert(id, networks.firms(network));
            rankings.done(id, now());
            parts.delete(id);
            networks.forget();
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
