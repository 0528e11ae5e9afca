package org.finplan.risk.network.ranking;

import jakarta.annotation.Nullable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.sql.Row;
import org.finplan.risk.job.JobQueue;
import org.finplan.risk.job.JobState;
import org.finplan.risk.job.JobTables;
import org.finplan.risk.list.ListConditions;
import org.finplan.risk.list.TimePosition;
import org.jdbi.v3.core.Jdbi;

/** The rankings of failures. */
@ApplicationScoped
class FailureRankingRepository {

    static final JobTables TABLES =
            new JobTables("failure_ranking", "region", "ordered_at", "failure_ranking_part", "ranking");

    private static final String INSERT = """
            INSERT INTO failure_ranking (id, network, region, joint, tolerance, state, firms, ordered_by, ordered_at)
            VALUES (:id, :network, :region, :joint, :tolerance, :state, :firms, :by, :at)
            ON CONFLICT (network, joint) WHERE state IN ('queued', 'running', 'done') DO NOTHING""";

    private static final String SAME = """
            SELECT * FROM failure_ranking
            WHERE network = :network AND joint = :joint AND state IN ('queued', 'running', 'done')""";

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

    private final Jdbi jdbi;
    private final JobQueue queue;

    FailureRankingRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.queue = new JobQueue(jdbi, TABLES);
    }

    /** {@return the rankings as jobs, those of a city one after the other} */
    JobQueue queue() {
        return queue;
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

    Optional<FailureRanking> find(UUID network, UUID id, RegionSet readable) {
        ListConditions conditions =
                new ListConditions(readable).equal("network", network).equal("id", id);
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery("SELECT * FROM failure_ranking" + conditions.where()))
                .map(Row.to(FailureRankingRepository::ranking))
                .findOne());
    }

    /** {@return rankings of a network after a position, the newest first} */
    List<FailureRanking> page(UUID network, RegionSet readable, @Nullable TimePosition after, int rows) {
        ListConditions conditions = new ListConditions(readable)
                .equal("network", network)
                .after(List.of("ordered_at", "id"), true, after == null ? null : after.keys());
        String sql =
                "SELECT * FROM failure_ranking" + conditions.where() + " ORDER BY ordered_at DESC, id DESC LIMIT :rows";
        return jdbi.withHandle(handle -> conditions
                .bindTo(handle.createQuery(sql))
                .bind("rows", rows)
                .map(Row.to(FailureRankingRepository::ranking))
                .list());
    }

    long count(UUID network, RegionSet readable) {
        ListConditions conditions = new ListConditions(readable).equal("network", network);
        String sql = "SELECT count(*) FROM failure_ranking" + conditions.where();
        return jdbi.withHandle(handle ->
                conditions.bindTo(handle.createQuery(sql)).mapTo(Long.class).one());
    }

    /** {@return a ranking that is there, for the program itself} */
    FailureRanking get(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM failure_ranking WHERE id = :id")
                .bind("id", id)
                .map(Row.to(FailureRankingRepository::ranking))
                .one());
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

    private static FailureRanking ranking(Row row) throws SQLException {
        String state = row.text("state");
        int firms = row.integer("firms");
        double share = firms == 0 ? 0 : (double) row.integer("reached") / firms;
        String converged = row.text("converged");
        return new FailureRanking(
                row.uuid("id"),
                row.uuid("network"),
                state,
                state.equals(JobState.DONE.code()) ? 1 : share,
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
