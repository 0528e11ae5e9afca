package org.finplan.indicators.due;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.finplan.platform.outage.DueLoop;

/** Looks for figures that are overdue. */
@ApplicationScoped
class OverdueTimer {

    private final DueLoop loop;

    OverdueTimer(OverdueWork work, OverdueConfig config) {
        this.loop = new DueLoop("overdue-reports", config.pollInterval(), List.of(work));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
