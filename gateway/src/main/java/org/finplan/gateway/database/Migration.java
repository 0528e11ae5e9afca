package org.finplan.gateway.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.sql.SchemaState;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Brings the schema up to date in the background of the start, again and again until the database is there: a gateway
 * whose database is unavailable still serves.
 */
@ApplicationScoped
class Migration implements SchemaState {

    private static final Logger LOG = Logger.getLogger(Migration.class);

    private final Vertx vertx;
    private final DataSource source;
    private final Flyway flyway;
    private final OutageNotice notice = new OutageNotice();
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));
    private volatile boolean done;
    private volatile boolean stopping;

    Migration(Vertx vertx, DataSource source, Flyway flyway) {
        this.vertx = vertx;
        this.source = source;
        this.flyway = flyway;
    }

    @Override
    public boolean upToDate() {
        return done;
    }

    void begin(@Observes StartupEvent start) {
        attempt();
    }

    void end(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    private void attempt() {
        vertx.executeBlocking(this::migrate, false).onComplete(tried -> {
            if (tried.failed() && notice.due()) {
                LOG.error("The gateway's database cannot be migrated", tried.cause());
            }
            if (!done && !stopping) {
                vertx.setTimer(TimeUnit.NANOSECONDS.toMillis(backoff.nextNanos()), again -> attempt());
            }
        });
    }

    private Void migrate() {
        try {
            requireDatabase();
            flyway.migrate();
            done = true;
            if (notice.over()) {
                LOG.info("The gateway's database is ready");
            }
        } catch (SQLException | FlywayException failure) {
            if (notice.due()) {
                LOG.warnf("The gateway's database is not ready: %s", failure.getMessage());
            }
        }
        return null;
    }

    /**
     * Asks for a connection before Flyway does, which first reads all that it could migrate: too much work for each second of
     * an outage. What a database refuses, such as a role that is yet to come, is left to Flyway.
     */
    private void requireDatabase() throws SQLException {
        try {
            source.getConnection().close();
        } catch (SQLException refused) {
            if (DatabaseFault.passes(refused)) {
                throw refused;
            }
        }
    }
}
