package org.finplan.risk.network.ranking;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.sql.Row;
import org.finplan.risk.network.scenario.SingleFailures;
import org.jdbi.v3.core.Jdbi;

/** The parts of rankings that are under way. */
@ApplicationScoped
class RankingPartRepository {

    private static final String INSERT = """
            INSERT INTO failure_ranking_part (ranking, number, first_firm, end_firm)
            SELECT :ranking, n.number, n.number * :size, least(:firms, (n.number + 1) * :size)
            FROM generate_series(0, :parts - 1) AS n (number)""";

    /** Who dies with a part leaves it to the others: the lock goes with its transaction. */
    private static final String TAKE = """
            SELECT p.number, p.first_firm, p.end_firm, r.network, r.joint, r.tolerance, r.solver
            FROM failure_ranking_part p JOIN failure_ranking r ON r.id = p.ranking
            WHERE p.ranking = :ranking AND p.done_at IS NULL AND r.state = 'running'
            ORDER BY p.number LIMIT 1 FOR UPDATE OF p SKIP LOCKED""";

    private static final String DONE = """
            UPDATE failure_ranking_part SET done_at = :at, converged = :converged, impact = :impact, failures = :failures
            WHERE ranking = :ranking AND number = :number""";

    private static final String FAILED = """
            UPDATE failure_ranking_part SET attempts = attempts + 1
            WHERE ranking = :ranking AND number = :number RETURNING attempts""";

    private static final String OPEN =
            "SELECT count(*) FROM failure_ranking_part WHERE ranking = :ranking AND done_at IS NULL";

    /** Rankings that ended before their parts were done. */
    private static final String LEFT = """
            SELECT DISTINCT p.ranking FROM failure_ranking_part p JOIN failure_ranking r ON r.id = p.ranking
            WHERE r.state IN ('cancelled', 'failed')""";

    private static final String DELETE_LEFT = """
            DELETE FROM failure_ranking_part WHERE (ranking, number) IN (
                SELECT p.ranking, p.number FROM failure_ranking_part p JOIN failure_ranking r ON r.id = p.ranking
                WHERE p.ranking = :ranking AND r.state IN ('cancelled', 'failed') FOR UPDATE OF p SKIP LOCKED)""";

    private static final String DELETE = "DELETE FROM failure_ranking_part WHERE ranking = :ranking";

    private final Jdbi jdbi;

    RankingPartRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A part of a ranking, with what it is part of.
     *
     * @param first its first firm
     * @param end the firm after its last one
     * @param solver iterated, or null when all failures are to be solved for at once if that can be done
     */
    record Part(
            UUID ranking,
            int number,
            int first,
            int end,
            UUID network,
            String joint,
            double tolerance,
            @Nullable String solver) {

        int firms() {
            return end - first;
        }
    }

    /** Cuts all firms into parts of one size. */
    void insert(UUID ranking, int firms, int size) {
        jdbi.useHandle(handle -> handle.createUpdate(INSERT)
                .bind("ranking", ranking)
                .bind("firms", firms)
                .bind("size", size)
                .bind("parts", (firms + size - 1) / size)
                .execute());
    }

    /** {@return the next part that nobody works on, locked until the transaction ends; empty when there is none} */
    Optional<Part> take(UUID ranking) {
        return jdbi.withHandle(handle -> handle.createQuery(TAKE)
                .bind("ranking", ranking)
                .map(Row.to(row -> new Part(
                        ranking,
                        row.integer("number"),
                        row.integer("first_firm"),
                        row.integer("end_firm"),
                        row.uuid("network"),
                        row.text("joint"),
                        row.decimal("tolerance").doubleValue(),
                        row.text("solver"))))
                .findOne());
    }

    /** Stores what the failures of a part do; a decimal of a double that is read again is the same double. */
    void done(Part part, SingleFailures found, Instant at) {
        List<BigDecimal> impact = IntStream.range(part.first(), part.end())
                .mapToObj(firm -> BigDecimal.valueOf(found.impact(firm)))
                .toList();
        List<Integer> failures = IntStream.range(part.first(), part.end())
                .mapToObj(found::failures)
                .toList();
        jdbi.useHandle(handle -> handle.createUpdate(DONE)
                .bind("ranking", part.ranking())
                .bind("number", part.number())
                .bind("at", at)
                .bind("converged", found.converged())
                .bindArray("impact", BigDecimal.class, impact)
                .bindArray("failures", Integer.class, failures)
                .execute());
    }

    /** {@return how often the part failed, this time included} */
    int failed(UUID ranking, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(FAILED)
                .bind("ranking", ranking)
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** {@return how many parts are not done} */
    int open(UUID ranking) {
        return jdbi.withHandle(handle -> handle.createQuery(OPEN)
                .bind("ranking", ranking)
                .mapTo(Integer.class)
                .one());
    }

    /** {@return rankings that were cancelled or failed and have parts still} */
    List<UUID> left() {
        return jdbi.withHandle(
                handle -> handle.createQuery(LEFT).mapTo(UUID.class).list());
    }

    /** Deletes parts of a ranking that was cancelled or failed, but for those that somebody still works on. */
    void deleteLeft(UUID ranking) {
        execute(DELETE_LEFT, ranking);
    }

    void delete(UUID ranking) {
        execute(DELETE, ranking);
    }

    private void execute(String sql, UUID ranking) {
        jdbi.useHandle(
                handle -> handle.createUpdate(sql).bind("ranking", ranking).execute());
    }
}
