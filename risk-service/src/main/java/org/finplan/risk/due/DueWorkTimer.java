package org.finplan.risk.due;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.OutageNotice;
import org.jboss.logging.Logger;

/** Looks for what is due. What fails is tried again at the next look, and keeps nothing else waiting. */
@ApplicationScoped
class DueWorkTimer {

    private static final Logger LOG = Logger.getLogger(DueWorkTimer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final List<DueWork> kinds;
    private final DueWorkConfig config;
    private final Backoff backoff;
    private final OutageNotice notice = new OutageNotice();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "due-work"));

    DueWorkTimer(@All List<DueWork> kinds, DueWorkConfig config) {
        this.kinds = kinds;
        this.config = config;
        this.backoff = new Backoff(config.pollInterval(), config.pollInterval().plus(LONGEST_PAUSE));
    }

    void start(@Observes StartupEvent event) {
        lookAfter(config.pollInterval().toNanos());
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    // A look reports its failures by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void lookAfter(long nanos) {
        try {
            thread.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service stops", e);
        }
    }

    private void look() {
        boolean well = true;
        for (DueWork kind : kinds) {
            well &= perform(kind);
        }
        if (well && notice.over()) {
            LOG.info("What is due no longer waits for the database");
        }
        if (well) {
            backoff.reset();
        }
        lookAfter(well ? config.pollInterval().toNanos() : backoff.nextNanos());
    }

    private boolean perform(DueWork kind) {
        boolean well = true;
        try {
            for (UUID id : kind.due()) {
                well &= perform(kind, id);
            }
        } catch (RuntimeException e) {
            well = false;
            tell(e);
        }
        return well;
    }

    private boolean perform(DueWork kind, UUID id) {
        try {
            kind.perform(id);
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFault.passes(e)) {
                tell(e);
            } else {
                LOG.errorf(e, "What is due for %s waits: it could not be done", id);
            }
            return false;
        }
    }

    private void tell(RuntimeException failure) {
        if (notice.due()) {
            LOG.warnf("What is due waits for the database: %s", failure.getMessage());
        }
    }
}
