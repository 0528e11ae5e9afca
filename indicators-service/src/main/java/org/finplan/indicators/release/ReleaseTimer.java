package org.finplan.indicators.release;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outage.DueLoop;
import org.finplan.platform.outage.DueWork;
import org.jboss.logging.Logger;

/** Looks for releases whose time has come. */
@ApplicationScoped
class ReleaseTimer {

    private static final Logger LOG = Logger.getLogger(ReleaseTimer.class);

    private final ReleasePublisher publisher;
    private final DueLoop loop;

    ReleaseTimer(ReleasePublisher publisher, ReleaseConfig config) {
        this.publisher = publisher;
        this.loop = new DueLoop("releases", config.pollInterval(), List.of(DueWork.of(publisher::due, this::publish)));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    private void publish(UUID release) {
        publisher.publish(release).ifPresent(published -> LOG.infof("release %s is published: %s", release, published));
    }
}
