package org.finplan.risk.job;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The parts of the jobs of a kind. Whoever works on one holds the lock of its row until its transaction ends; those that are done are
 * the checkpoint of the job. Works in the transaction of its caller.
 */
public final class JobParts {

    /** Who dies with a part leaves it to the others: the lock goes with its transaction. */
    private static final String TAKE = """
            SELECT p.number FROM {parts} p JOIN {jobs} j ON j.id = p.{job}
            WHERE p.{job} = :job AND p.done_at IS NULL AND j.state = 'running'
            ORDER BY p.number LIMIT 1 FOR UPDATE OF p SKIP LOCKED""";

    private static final String FAILED = """
            UPDATE {parts} SET attempts = attempts + 1 WHERE {job} = :job AND number = :number RETURNING attempts""";

    private static final String OPEN = "SELECT count(*) FROM {parts} WHERE {job} = :job AND done_at IS NULL";

    /** Jobs that ended before their parts were done. */
    private static final String LEFT = """
            SELECT DISTINCT p.{job} FROM {parts} p JOIN {jobs} j ON j.id = p.{job} WHERE j.state IN ('cancelled', 'failed')""";

    private static final String DELETE_LEFT = """
            DELETE FROM {parts} WHERE ({job}, number) IN (
                SELECT p.{job}, p.number FROM {parts} p JOIN {jobs} j ON j.id = p.{job}
                WHERE p.{job} = :job AND j.state IN ('cancelled', 'failed') FOR UPDATE OF p SKIP LOCKED)""";

    private static final String WAIT = "SELECT number FROM {parts} WHERE {job} = :job ORDER BY number DESC FOR UPDATE";

    private static final String DELETE = "DELETE FROM {parts} WHERE {job} = :job";

    private final Jdbi jdbi;
    private final JobTables tables;

    /**
     * The parts of a kind of jobs.
     *
     * @param jdbi the database
     * @param tables where they stand
     */
    public JobParts(Jdbi jdbi, JobTables tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    /** {@return the next part of a running job that nobody works on, locked until the transaction ends; empty when there is none} */
    Optional<Integer> take(UUID job) {
        return jdbi.withHandle(handle -> handle.createQuery(tables.sql(TAKE))
                .bind("job", job)
                .mapTo(Integer.class)
                .findOne());
    }

    /** {@return how often a part failed, this time included} */
    int failed(UUID job, int number) {
        return jdbi.withHandle(handle -> handle.createQuery(tables.sql(FAILED))
                .bind("job", job)
                .bind("number", number)
                .mapTo(Integer.class)
                .findOne()
                .orElse(0));
    }

    /** {@return how many parts are not done} */
    int open(UUID job) {
        return jdbi.withHandle(handle -> handle.createQuery(tables.sql(OPEN))
                .bind("job", job)
                .mapTo(Integer.class)
                .one());
    }

    /** {@return jobs that were cancelled or failed and have parts still} */
    List<UUID> left() {
        return jdbi.withHandle(
                handle -> handle.createQuery(tables.sql(LEFT)).mapTo(UUID.class).list());
    }

    /** Deletes parts of a job that was cancelled or failed, but for those that somebody still works on. */
    void deleteLeft(UUID job) {
        execute(DELETE_LEFT, job);
    }

    /**
     * Waits for parts that are being worked on, and lets nobody take another one until the transaction ends.
     *
     * @param job their job
     */
    public void lock(UUID job) {
        jdbi.useHandle(handle -> handle.createQuery(tables.sql(WAIT))
                .bind("job", job)
                .mapTo(Integer.class)
                .list());
    }

    /**
     * Deletes all parts of a job.
     *
     * @param job the job
     */
    public void delete(UUID job) {
        execute(DELETE, job);
    }

    private void execute(String statement, UUID job) {
        jdbi.useHandle(handle ->
                handle.createUpdate(tables.sql(statement)).bind("job", job).execute());
    }
}
