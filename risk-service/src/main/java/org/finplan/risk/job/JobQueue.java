package org.finplan.risk.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Whose turn it is among the jobs of a kind, and how they begin and end. Works in the transaction of its caller. */
public final class JobQueue {

    /** Of each queue the one that is under way, otherwise the one that comes next. */
    private static final String TURNS = """
            SELECT id FROM (
                SELECT DISTINCT ON ({queue}) id, {ordered_at} AS at FROM {jobs} WHERE state IN ('queued', 'running')
                ORDER BY {queue}, state = 'running' DESC, {ordered_at}, id) AS turn
            """;

    private static final String OPEN = TURNS + "ORDER BY at, id";

    /** Who comes later in the queue never overtakes, so that of two instances one begins and the other finds nothing. */
    private static final String TAKE_TURN =
            "SELECT 1 FROM {jobs} WHERE id = :id AND state = 'queued' AND id IN (" + TURNS + ") FOR UPDATE SKIP LOCKED";

    private static final String WAITING =
            "SELECT count(*) FROM {jobs} WHERE {queue} = :queue AND state IN ('queued', 'running')";

    private static final String LOCK_RUNNING =
            "SELECT 1 FROM {jobs} WHERE id = :id AND state = 'running' FOR UPDATE SKIP LOCKED";

    private static final String LOCK = "SELECT 1 FROM {jobs} WHERE id = :id FOR UPDATE";

    private static final String IS_RUNNING = "SELECT 1 FROM {jobs} WHERE id = :id AND state = 'running'";

    private static final String BEGIN = "UPDATE {jobs} SET state = 'running' WHERE id = :id";

    private static final String END = """
            UPDATE {jobs} SET state = :state, finished_at = :at WHERE id = :id AND state IN ('queued', 'running')""";

    private final Jdbi jdbi;
    private final JobTables tables;

    /**
     * The queues of a kind of jobs.
     *
     * @param jdbi the database
     * @param tables where the jobs stand
     */
    public JobQueue(Jdbi jdbi, JobTables tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    /** {@return jobs that can be worked on, at most one of each queue, the oldest first} */
    List<UUID> open() {
        return jdbi.withHandle(
                handle -> handle.createQuery(tables.sql(OPEN)).mapTo(UUID.class).list());
    }

    /** {@return whether a job waits and it is its turn; then it is locked until the transaction ends} */
    boolean takeTurn(UUID id) {
        return found(TAKE_TURN, id);
    }

    /** {@return whether a job is under way and nobody else has its lock; then it is locked until the transaction ends} */
    boolean lockRunning(UUID id) {
        return found(LOCK_RUNNING, id);
    }

    void begin(UUID id) {
        jdbi.useHandle(
                handle -> handle.createUpdate(tables.sql(BEGIN)).bind("id", id).execute());
    }

    /**
     * How long a queue is.
     *
     * @param queue which
     * @return how many jobs of it wait or are under way
     */
    public int waiting(String queue) {
        return jdbi.withHandle(handle -> handle.createQuery(tables.sql(WAITING))
                .bind("queue", queue)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Waits until nobody else changes a job.
     *
     * @param id its id
     */
    public void lock(UUID id) {
        found(LOCK, id);
    }

    /**
     * Whether a job is under way, and thus somebody waits for it.
     *
     * @param id its id
     * @return whether it is
     */
    public boolean isRunning(UUID id) {
        return found(IS_RUNNING, id);
    }

    /**
     * Ends a job that has not ended.
     *
     * @param id its id
     * @param state how it ends
     * @param at when
     */
    public void end(UUID id, JobState state, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(tables.sql(END))
                .bind("id", id)
                .bind("state", state.code())
                .bind("at", at)
                .execute());
    }

    private boolean found(String statement, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(tables.sql(statement))
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
