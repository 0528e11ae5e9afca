package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.sql.Row;
import org.jdbi.v3.core.Jdbi;

/** The firms of rankings that are done. */
@ApplicationScoped
class RankedFailureRepository {

    /** Firms of the same impact stand in the order of their ids, as they do in the network. */
    private static final String INSERT = """
            INSERT INTO ranked_failure (ranking, rank, firm, impact, failures)
            SELECT :ranking, CAST(row_number() OVER (ORDER BY k.impact DESC, k.number) AS integer), n.firm, k.impact, k.failures
            FROM (
                SELECT p.first_firm + f.place AS number, f.impact, f.failures FROM failure_ranking_part p,
                    unnest(p.impact, p.failures) WITH ORDINALITY AS f (impact, failures, place)
                WHERE p.ranking = :ranking) AS k
            JOIN unnest(:firms) WITH ORDINALITY AS n (firm, place) ON n.place = k.number""";

    private static final String PAGE = """
            SELECT rank, firm, impact, failures FROM ranked_failure WHERE ranking = :ranking AND rank > :after
            ORDER BY rank LIMIT :rows""";

    private final Jdbi jdbi;

    RankedFailureRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Puts the firms of a ranking, whose ids are in the order of their numbers, in its order, from what its parts found. */
    void insert(UUID ranking, List<String> firms) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("ranking", ranking)
                .bindArray("firms", String.class, firms)
                .execute());
    }

    List<RankedFailure> page(UUID ranking, int after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("ranking", ranking)
                .bind("after", after)
                .bind("rows", rows)
                .map(Row.to(row -> new RankedFailure(
                        row.integer("rank"), row.text("firm"), row.decimal("impact"), row.integer("failures"))))
                .list());
    }
}
