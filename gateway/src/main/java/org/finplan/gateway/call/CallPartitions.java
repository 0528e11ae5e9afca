package org.finplan.gateway.call;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.finplan.gateway.database.Database;
import org.jboss.logging.Logger;

/** Keeps a partition of the table of calls for each day, some days ahead, and drops those that are no longer kept. */
@ApplicationScoped
class CallPartitions {

    private static final Logger LOG = Logger.getLogger(CallPartitions.class);
    private static final long PAUSE_MILLIS = Duration.ofHours(1).toMillis();
    private static final long SOON_MILLIS = 1_000;

    private final Vertx vertx;
    private final Database database;
    private final CallRepository calls;
    private final int keptDays;

    CallPartitions(Vertx vertx, Database database, CallRepository calls, CallConfig config) {
        this.vertx = vertx;
        this.database = database;
        this.calls = calls;
        this.keptDays = Math.toIntExact(config.retention().toDays());
        if (keptDays < 1) {
            throw new IllegalArgumentException("finplan.gateway.calls.retention is at least a day");
        }
    }

    void begin(@Observes StartupEvent start) {
        turn();
    }

    private void turn() {
        database.transaction(() -> calls.turnPartitions(keptDays))
                .onSuccess(done -> vertx.setTimer(PAUSE_MILLIS, again -> turn()))
                .onFailure(failure -> {
                    LOG.debug("The partitions of the calls wait for the database", failure);
                    vertx.setTimer(SOON_MILLIS, again -> turn());
                });
    }
}
