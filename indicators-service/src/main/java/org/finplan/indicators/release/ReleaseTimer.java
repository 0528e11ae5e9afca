package org.finplan.indicators.release;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks for releases whose time has come. What fails is tried again at the next look, and keeps no other one waiting. */
@ApplicationScoped
class ReleaseTimer {

    private static final Logger LOG = Logger.getLogger(ReleaseTimer.class);

    private final ReleasePublisher publisher;
    private final ReleaseConfig config;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "releases"));

    ReleaseTimer(ReleasePublisher publisher, ReleaseConfig config) {
        this.publisher = publisher;
        this.config = config;
    }

    // A look reports its failures by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    void start(@Observes StartupEvent event) {
        long pause = config.pollInterval().toMillis();
        thread.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdown();
    }

    private void look() {
        try {
            publisher.due().forEach(this::publish);
        } catch (RuntimeException e) {
            LOG.warnf("Releases wait for the database: %s", e.getMessage());
        }
    }

    private void publish(UUID release) {
        try {
            publisher
                    .publish(release)
                    .ifPresent(published -> LOG.infof("release %s is published: %s", release, published));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Release %s waits: it could not be published", release);
        }
    }
}
