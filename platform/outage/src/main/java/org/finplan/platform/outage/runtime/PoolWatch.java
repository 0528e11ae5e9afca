package org.finplan.platform.outage.runtime;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Ends a program whose connection pool gives no usable connection for a set time although the database answers, so that its
 * supervisor starts it anew; the liveness check says so first. While the database itself is unavailable the program waits:
 * a new start would not help.
 */
@Liveness
@ApplicationScoped
class PoolWatch implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(PoolWatch.class);
    private static final int EXIT_CODE = 70;
    private static final long EXIT_PATIENCE_SECONDS = 30;

    /** A session of its own is only asked whether the database answers at all. */
    private static final Map<String, String> PROBE =
            Map.of("connectTimeout", "3", "loginTimeout", "3", "socketTimeout", "3");

    private final AgroalDataSource pool;
    private final DirectSessions direct;
    private final DatabaseConfig config;
    private final Runnable exit;
    private final Thread thread = new Thread(this::watch, "pool-watch");
    private volatile boolean stuck;
    private volatile boolean stopping;

    @Inject
    PoolWatch(AgroalDataSource pool, DatabaseConfig config) {
        this(pool, config, PoolWatch::exit);
    }

    PoolWatch(AgroalDataSource pool, DatabaseConfig config, Runnable exit) {
        this.pool = pool;
        this.direct = new DirectSessions(pool, PROBE);
        this.config = config;
        this.exit = exit;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("connection-pool").status(!stuck).build();
    }

    private void watch() {
        long patience = config.patience().toNanos();
        long well = System.nanoTime();
        try {
            while (!stopping) {
                TimeUnit.NANOSECONDS.sleep(config.interval().toNanos());
                if (isWell() || !databaseAnswers()) {
                    well = System.nanoTime();
                } else if (System.nanoTime() - well >= patience) {
                    stuck = true;
                    LOG.fatalf(
                            "No connection was to be had for %s although the database answers: the program ends, to be"
                                    + " started anew",
                            config.patience());
                    exit.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWell() {
        return answers(pool::getConnection);
    }

    private boolean databaseAnswers() {
        return answers(direct::open);
    }

    private static boolean answers(Source source) {
        try (Connection connection = source.connection();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException | RuntimeException e) {
            LOG.debug("No usable connection", e);
            return false;
        }
    }

    /** In order if that is possible, and in any case. */
    private static void exit() {
        Quarkus.asyncExit(EXIT_CODE);
        try {
            TimeUnit.SECONDS.sleep(EXIT_PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    /** Where a connection comes from. */
    @FunctionalInterface
    private interface Source {
        Connection connection() throws SQLException;
    }
}
