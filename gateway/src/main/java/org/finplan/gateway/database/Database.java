package org.finplan.gateway.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.finplan.gateway.problem.Refusal;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/**
 * Transactions on the gateway's own database, on worker threads. What waits is bounded: beyond the bound, and while the
 * database is away, work fails at once with a 503 refusal.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int WORKERS = 8;
    private static final int MOST_AT_ONCE = 512;

    private final DataSource source;
    private final Migration migration;
    private final WorkerExecutor workers;
    private final OutageNotice notice = new OutageNotice();
    private final AtomicInteger open = new AtomicInteger();

    Database(Vertx vertx, DataSource source, Migration migration) {
        this.source = source;
        this.migration = migration;
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
         * @throws SQLException when the database refuses or is away
         */
        T run(Connection connection) throws SQLException;
    }

    /**
     * Runs work in a transaction of its own: committed when the work returns, rolled back when it throws.
     *
     * @param work what to do
     * @return its result; failed with a {@link Refusal} of the work itself, with a 503 refusal when the database is away or
     *     too much waits for it, or with the fault
     */
    public <T> Future<T> transaction(Work<T> work) {
        if (!migration.done()) {
            return Future.failedFuture(away());
        }
        if (open.incrementAndGet() > MOST_AT_ONCE) {
            open.decrementAndGet();
            return Future.failedFuture(away());
        }
        return workers.executeBlocking(() -> run(work), false).onComplete(done -> open.decrementAndGet());
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
            if (!DatabaseFault.passes(failure)) {
                throw failure;
            }
            if (notice.due()) {
                LOG.warnf("The gateway's database is unavailable: %s", failure.getMessage());
            }
            throw away();
        }
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException gone) {
            failure.addSuppressed(gone);
        }
    }

    private static Refusal away() {
        return Refusal.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "网关的数据库暂不可用，请稍后重试。",
                        "The gateway's database cannot be reached; try again.")
                .header("Retry-After", "2");
    }
}
