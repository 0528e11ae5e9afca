package org.finplan.gateway.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outage.StorageGuard;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/**
 * Transactions on the gateway's own database, on worker threads. What waits is bounded: beyond the bound, and while the
 * database is unavailable, work fails at once with a 503 problem. What a caller asks to be changed is refused before the
 * disk is full.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int WORKERS = 8;
    private static final int MOST_AT_ONCE = 512;

    private final DataSource source;
    private final Migration migration;
    private final StorageGuard storage;
    private final WorkerExecutor workers;
    private final OutageNotice notice = new OutageNotice();

    /** A full disk has no end that could be told: reads succeed all the time. */
    private final OutageNotice fullNotice = new OutageNotice();

    private final AtomicInteger open = new AtomicInteger();

    Database(Vertx vertx, DataSource source, Migration migration, StorageGuard storage) {
        this.source = source;
        this.migration = migration;
        this.storage = storage;
        this.workers = vertx.createSharedWorkerExecutor("finplan-database", WORKERS);
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    /** Work within one transaction. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Works.
         *
         * @param connection of the transaction, which must not be committed or closed here
         * @return the result, may be null
         * @throws SQLException when the database refuses or is unavailable
         */
        T run(Connection connection) throws SQLException;
    }

    /**
     * Runs work in a transaction of its own: committed when the work returns, rolled back when it throws.
     *
     * @param work what to do
     * @return its result; failed with a {@link ProblemException} of the work itself, with a 503 problem when the database is
     *     unavailable, its disk full or too much waits for it, or with the fault
     */
    public <T> Future<T> transaction(Work<T> work) {
        return submit(() -> run(work));
    }

    /**
     * The same for a change that a caller asks for: it is refused as well while there is too little room on the disk.
     *
     * @param work what to do
     * @return its result; failed as {@link #transaction}
     */
    public <T> Future<T> change(Work<T> work) {
        return submit(() -> {
            if (storage.isLow()) {
                throw full();
            }
            return run(work);
        });
    }

    private <T> Future<T> submit(Callable<T> task) {
        if (!migration.done()) {
            return Future.failedFuture(unavailable());
        }
        if (open.incrementAndGet() > MOST_AT_ONCE) {
            open.decrementAndGet();
            return Future.failedFuture(unavailable());
        }
        return workers.executeBlocking(task, false).onComplete(done -> open.decrementAndGet());
    }

    private <T> T run(Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(connection);
                connection.commit();
                if (notice.over()) {
                    LOG.info("The gateway's database is back");
                }
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        } catch (SQLException failure) {
            throw DatabaseFault.of(failure)
                    .filter(DatabaseFault::passes)
                    .map(fault -> problem(fault, failure))
                    .orElseThrow(() -> failure);
        }
    }

    private ProblemException problem(DatabaseFault fault, SQLException failure) {
        if (fault == DatabaseFault.FULL) {
            if (fullNotice.due()) {
                LOG.warnf("The disk of the gateway's database is full: %s", failure.getMessage());
            }
            return full();
        }
        if (notice.due()) {
            LOG.warnf("The gateway's database is unavailable: %s", failure.getMessage());
        }
        return unavailable();
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "网关的数据库暂不可用，请稍后重试。",
                        "The gateway's database cannot be reached; try again.")
                .withHeader("Retry-After", "2");
    }

    private static ProblemException full() {
        return ProblemException.of(
                        WebError.STORAGE_FULL,
                        "存储空间不足，暂不接受写入；读取不受影响。腾出空间后将自动恢复。",
                        "There is too little room on the disk for writes; reads go on. Writes work again as soon as there is room.")
                .withHeader("Retry-After", "30");
    }
}
