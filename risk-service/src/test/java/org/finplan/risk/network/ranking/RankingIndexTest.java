package org.finplan.risk.network.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.QueryPlan;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of rankings has an index. */
@FinplanTest
class RankingIndexTest {

    private static final String ID = "'01900000-0000-7000-8000-0000000000a1'";

    @Inject
    Jdbi jdbi;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM failure_ranking WHERE network = ID AND joint = 'expected'"
                        + " AND state IN ('queued', 'running', 'done') | uq_failure_ranking",
                "SELECT id FROM failure_ranking WHERE network = ID ORDER BY ordered_at DESC, id DESC LIMIT 21"
                        + " | ix_failure_ranking_network",
                "SELECT DISTINCT ON (region) id, ordered_at FROM failure_ranking WHERE state IN ('queued', 'running')"
                        + " ORDER BY region, ordered_at, id | ix_failure_ranking_open",
                "SELECT number FROM failure_ranking_part WHERE ranking = ID AND done_at IS NULL ORDER BY number LIMIT 1"
                        + " | failure_ranking_part_",
                "SELECT * FROM ranked_failure WHERE ranking = ID AND rank > 20 ORDER BY rank LIMIT 21 | ranked_failure_pkey"
            })
    void whatRankingsAskForHasAnIndex(String sql, String index) {
        List<String> plan = QueryPlan.of(jdbi, sql.replace("ID", ID), QueryPlan.Way.BITMAPS, QueryPlan.Way.SORTS);
        assertThat(plan).anySatisfy(line -> assertThat(line).contains("Index").contains(index));
    }
}
