package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes down how far a ranking is, for others to see before the transaction of the part ends. */
@ApplicationScoped
class RankingProgress {

    private final FailureRankingRepository rankings;

    RankingProgress(FailureRankingRepository rankings) {
        this.rankings = rankings;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void reached(UUID ranking, int firms) {
        rankings.reached(ranking, firms);
    }
}
