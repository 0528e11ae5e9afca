package org.finplan.risk.network.ranking;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.finplan.platform.sql.Row;
import org.finplan.risk.job.JobParts;
import org.finplan.risk.network.scenario.SingleFailures;
import org.jdbi.v3.core.Jdbi;

/** The parts of rankings that are under way. */
@ApplicationScoped
class RankingPartRepository {

    private static final String INSERT = """
            INSERT INTO failure_ranking_part (ranking, number, first_firm, end_firm)
            SELECT :ranking, n.number, n.number * :size, least(:firms, (n.number + 1) * :size)
            FROM generate_series(0, :parts - 1) AS n (number)""";

    private static final String ONE = """
            SELECT p.first_firm, p.end_firm, r.network, r.joint, r.tolerance, r.solver
            FROM failure_ranking_part p JOIN failure_ranking r ON r.id = p.ranking
            WHERE p.ranking = :ranking AND p.number = :number""";

    private static final String DONE = """
            UPDATE failure_ranking_part SET done_at = :at, converged = :converged, impact = :impact, failures = :failures
            WHERE ranking = :ranking AND number = :number""";

    private final Jdbi jdbi;
    private final JobParts parts;

    RankingPartRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.parts = new JobParts(jdbi, FailureRankingRepository.TABLES);
    }

    /** {@return them as parts of jobs} */
    JobParts parts() {
        return parts;
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

    /** {@return a part that was taken} */
    Part get(UUID ranking, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(ONE)
                .bind("ranking", ranking)
                .bind("number", number)
                .map(Row.to(row -> new Part(
                        ranking,
                        number,
                        row.integer("first_firm"),
                        row.integer("end_firm"),
                        row.uuid("network"),
                        row.text("joint"),
                        row.decimal("tolerance").doubleValue(),
                        row.text("solver"))))
                .one());
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
}
