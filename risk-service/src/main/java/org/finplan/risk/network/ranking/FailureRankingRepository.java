package org.finplan.risk.network.ranking;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.list.ListConditions;
import org.jdbi.v3.core.Jdbi;

/** The rankings of failures. */
@ApplicationScoped
class FailureRankingRepository {

    private static final String INSERT = """
            INSERT INTO failure_ranking (id, network, region, joint, tolerance, state, firms, ordered_by, ordered_at)
            VALUES (:id, :network, :region, :joint, :tolerance, :state, :firms, :by, :at)
            ON CONFLICT (network, joint) WHERE state IN ('queued', 'running', 'done') DO NOTHING""";

    private static final String SAME = """
            SELECT * FROM failure_ranking
            WHERE network = :network AND joint = :joint AND state IN ('queued', 'running', 'done')""";

    private static final String WAITING =
            "SELECT count(*) FROM failure_ranking WHERE region = :region AND state IN ('queued', 'running')";

    /** Of each city the one that is under way, otherwise the one that comes next. */
    private static final String OPEN = """
            SELECT id FROM (
                SELECT DISTINCT ON (region) id, ordered_at FROM failure_ranking WHERE state IN ('queued', 'running')
                ORDER BY region, state = 'running' DESC, ordered_at, id) AS next
            ORDER BY ordered_at, id""";

    /** Who comes later in the queue never overtakes, so that of two instances one begins and the other finds nothing. */
    private static final String NEXT = """
            SELECT r.firms FROM failure_ranking r
            WHERE r.id = :id AND r.state = 'queued' AND NOT EXISTS (
                SELECT 1 FROM failure_ranking o WHERE o.region = r.region AND (o.state = 'running'
                    OR (o.state = 'queued' AND (o.ordered_at, o.id) < (r.ordered_at, r.id))))
            FOR UPDATE OF r SKIP LOCKED""";

    private static final String LOCK_RUNNING =
            "SELECT network FROM failure_ranking WHERE id = :id AND state = 'running' FOR UPDATE SKIP LOCKED";

    private static final String LOCK = "SELECT 1 FROM failure_ranking WHERE id = :id FOR UPDATE";

    private static final String IS_RUNNING = "SELECT 1 FROM failure_ranking WHERE id = :id AND state = 'running'";

    private static final String BEGIN = "UPDATE failure_ranking SET state = 'running' WHERE id = :id";

    private static final String REACHED =
            "UPDATE failure_ranking SET reached = :reached WHERE id = :id AND state = 'running'";

    private static final String SOLVER =
            "UPDATE failure_ranking SET solver = :solver, reached = 0 WHERE id = :id AND state = 'running'";

    private static final String REACHED_MORE = """
            UPDATE failure_ranking SET reached = least(firms, reached + :more) WHERE id = :id AND state = 'running'""";

    private static final String DONE = """
            UPDATE failure_ranking SET state = 'done', finished_at = :at, reached = firms, converged = (
                SELECT bool_and(p.converged) FROM failure_ranking_part p WHERE p.ranking = :id)
            WHERE id = :id""";

    private static final String END = """
            UPDATE failure_ranking SET state = :state, finished_at = :at
            WHERE id = :id AND state IN ('queued', 'running')""";

    private final Jdbi jdbi;

    FailureRankingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** {@return false when there is one of the same that is open or done} */
    boolean insert(FailureRanking ranking, String region) {
        return jdbi.withHandle(handle -> handle.createUpdate(INSERT)
                        .bind("id", ranking.id())
                        .bind("network", ranking.network())
                        .bind("region", region)
                        .bind("joint", ranking.joint())
                        .bind("tolerance", ranking.tolerance())
                        .bind("state", ranking.state())
                        .bind("firms", ranking.firms())
                        .bind("by", ranking.orderedBy())
                        .bind("at", ranking.orderedAt())
                        .execute()
                == 1);
    }

    /** {@return the ranking of a network that is open or done} */
    Optional<FailureRanking> findSame(UUID network, String joint) {
        return jdbi.withHandle(handle -> handle.createQuery(SAME)
                .bind("network", network)
                .bind("joint", joint)
                .map(Row.to(FailureRankingRepository::ranking))
                .findOne());
    }

    /** {@return how many of a city are open} */
    int waiting(String region) {
        return jdbi.withHandle(handle -> handle.createQuery(WAITING)
                .bind("region", region)
                .mapTo(Integer.class)
                .one());
    }

    Optional<FailureRanking> find(UUID network, UUID id, RegionSet readable) {
        ListConditions conditions =
                new ListConditions(readable).equal("network", network).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM failure_ranking" + conditions.where()))
                .map(Row.to(FailureRankingRepository::ranking))
                .findOne());
    }

    /** {@return what can be worked on, at most one of each city, the oldest first} */
    List<UUID> open() {
        return jdbi.withHandle(
                handle -> handle.createQuery(OPEN).mapTo(UUID.class).list());
    }

    /** {@return how many firms a queued ranking has whose turn it is, locked; empty when it is not its turn, or another has it} */
    Optional<Integer> next(UUID id) {
        return jdbi.withHandle(handle ->
                handle.createQuery(NEXT).bind("id", id).mapTo(Integer.class).findOne());
    }

    /** {@return the network of a ranking that is under way, locked until the transaction ends; empty when another has the lock} */
    Optional<UUID> lockRunning(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(LOCK_RUNNING)
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Waits until nobody else changes it. */
    void lock(UUID id) {
        found(LOCK, id);
    }

    boolean isRunning(UUID id) {
        return found(IS_RUNNING, id);
    }

    private boolean found(String sql, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    void begin(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate(BEGIN).bind("id", id).execute());
    }

    /** Writes down how many failures are worked out. */
    void reached(UUID id, int reached) {
        jdbi.useHandle(handle -> handle.createUpdate(REACHED)
                .bind("id", id)
                .bind("reached", reached)
                .execute());
    }

    /** Writes down that some more failures are worked out. */
    void reachedMore(UUID id, int more) {
        jdbi.useHandle(handle -> handle.createUpdate(REACHED_MORE)
                .bind("id", id)
                .bind("more", more)
                .execute());
    }

    /** Writes down how it is solved; what was reached on the other way does not count. */
    void solver(UUID id, String solver) {
        jdbi.useHandle(handle -> handle.createUpdate(SOLVER)
                .bind("id", id)
                .bind("solver", solver)
                .execute());
    }

    void done(UUID id, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate(DONE).bind("id", id).bind("at", at).execute());
    }

    void end(UUID id, RankingState state, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(END)
                .bind("id", id)
                .bind("state", state.code())
                .bind("at", at)
                .execute());
    }

    private static FailureRanking ranking(Row row) throws SQLException {
        String state = row.text("state");
        int firms = row.integer("firms");
        double share = firms == 0 ? 0 : (double) row.integer("reached") / firms;
        String converged = row.text("converged");
        return new FailureRanking(
                row.uuid("id"),
                row.uuid("network"),
                state,
                state.equals(RankingState.DONE.code()) ? 1 : share,
                FailureRanking.METHOD,
                row.text("joint"),
                row.text("solver"),
                row.decimal("tolerance"),
                converged == null ? null : row.flag("converged"),
                firms,
                row.text("ordered_by"),
                row.instant("ordered_at"),
                row.instant("finished_at"));
    }
}
