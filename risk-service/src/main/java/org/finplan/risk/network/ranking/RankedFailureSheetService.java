package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the firms of a ranking that is done stretch by stretch. They never change, so that the stretches fit together. */
@ApplicationScoped
class RankedFailureSheetService {

    static final int STRETCH = 5000;

    private final FailureRankingService rankings;
    private final RankedFailureRepository ranked;

    RankedFailureSheetService(FailureRankingService rankings, RankedFailureRepository ranked) {
        this.rankings = rankings;
        this.ranked = ranked;
    }

    /**
     * The firms after a rank.
     *
     * @param after the last rank that was read, 0 for the first stretch
     * @return at most {@link #STRETCH}, none at the end
     * @throws org.finplan.platform.problem.ProblemException 404 when the caller sees no such ranking, 409 when it is not done
     */
    @Transactional
    List<RankedFailure> after(UUID network, UUID ranking, int after) {
        rankings.requireDone(rankings.get(network, ranking));
        return ranked.page(ranking, after, STRETCH);
    }
}
