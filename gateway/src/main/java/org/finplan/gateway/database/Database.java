package org.finplan.gateway.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.problem.ProblemException;
import org.finplan.platform.problem.WebError;
import org.jboss.logging.Logger;

/**
 * The way from an event loop to the gateway's own database: transactions on worker threads. What waits is bounded, whether it
 * comes from here or as a request of the own API: beyond the bound, and before the schema is up to date, work is refused at
 * once with 503.
 */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int WORKERS = 8;
    private static final int MOST_AT_ONCE = 512;

    private final Migration migration;
    private final WorkerExecutor workers;
    private final OutageNotice notice = new OutageNotice();
    private final OutageNotice fullNotice = new OutageNotice();
    private final AtomicInteger open = new AtomicInteger();

    Database(Vertx vertx, Migration migration) {
        this.migration = migration;
        this.workers = vertx.createSharedWorkerExecutor("finplan-database", WORKERS);
    }

    @PreDestroy
    void close() {
        workers.close();
    }

    /**
     * Runs work in a transaction of its own: committed when the work returns, rolled back when it throws.
     *
     * @param work what to do, by the repositories of its concept
     * @return its result; failed with the 503 problem while the database cannot do the work, or with the fault
     */
    public <T> Future<T> transaction(Callable<T> work) {
        if (!enter()) {
            return Future.failedFuture(unavailable());
        }
        return workers.executeBlocking(() -> run(work), false).onComplete(done -> open.decrementAndGet());
    }

    /**
     * Admits a request of the own API that needs the database, on whatever thread it then works.
     *
     * @param context the request
     * @throws ProblemException 503 beyond the bound, and before the schema is up to date
     */
    public void admit(RoutingContext context) {
        if (!enter()) {
            throw unavailable();
        }
        context.addEndHandler(end -> open.decrementAndGet());
    }

    private boolean enter() {
        if (!migration.upToDate()) {
            return false;
        }
        if (open.incrementAndGet() > MOST_AT_ONCE) {
            open.decrementAndGet();
            return false;
        }
        return true;
    }

    private <T> T run(Callable<T> work) {
        try {
            T result = QuarkusTransaction.requiringNew().call(work);
            if (notice.over()) {
                LOG.info("The gateway's database is available again");
            }
            return result;
        } catch (RuntimeException failure) {
            throw DatabaseFault.of(failure)
                    .filter(DatabaseFault::passes)
                    .<RuntimeException>map(fault -> problem(fault, failure))
                    .orElse(failure);
        }
    }

    private ProblemException problem(DatabaseFault fault, RuntimeException failure) {
        // A full disk has no end that could be told: reads succeed all the time.
        if ((fault == DatabaseFault.FULL ? fullNotice : notice).due()) {
            LOG.warnf("The gateway's database is %s: %s", fault, failure.getMessage());
        }
        return fault == DatabaseFault.FULL ? full() : unavailable();
    }

    private static ProblemException full() {
        return ProblemException.of(WebError.STORAGE_FULL, "存储空间不足。", "There is too little room on the disk.")
                .withHeader("Retry-After", "30");
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                        WebError.SERVICE_UNAVAILABLE,
                        "网关的数据库暂不可用，请稍后重试。",
                        "The gateway's database cannot be reached; try again.")
                .withHeader("Retry-After", "2");
    }
}
