package org.finplan.indicators.release;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.OutageNotice;
import org.jboss.logging.Logger;

/** Looks for releases whose time has come. What fails is tried again at the next look, and keeps no other one waiting. */
@ApplicationScoped
class ReleaseTimer {

    private static final Logger LOG = Logger.getLogger(ReleaseTimer.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ReleasePublisher publisher;
    private final ReleaseConfig config;
    private final Backoff backoff;
    private final OutageNotice notice = new OutageNotice();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "releases"));

    ReleaseTimer(ReleasePublisher publisher, ReleaseConfig config) {
        this.publisher = publisher;
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
        try {
            for (UUID release : publisher.due()) {
                well &= publish(release);
            }
        } catch (RuntimeException e) {
            well = false;
            tell(e);
        }
        if (well && notice.over()) {
            LOG.info("Releases no longer wait for the database");
        }
        if (well) {
            backoff.reset();
        }
        lookAfter(well ? config.pollInterval().toNanos() : backoff.nextNanos());
    }

    private boolean publish(UUID release) {
        try {
            publisher
                    .publish(release)
                    .ifPresent(published -> LOG.infof("release %s is published: %s", release, published));
            return true;
        } catch (RuntimeException e) {
            if (DatabaseFault.passes(e)) {
                tell(e);
            } else {
                LOG.errorf(e, "Release %s waits: it could not be published", release);
            }
            return false;
        }
    }

    private void tell(RuntimeException failure) {
        if (notice.due()) {
            LOG.warnf("Releases wait for the database: %s", failure.getMessage());
        }
    }
}
