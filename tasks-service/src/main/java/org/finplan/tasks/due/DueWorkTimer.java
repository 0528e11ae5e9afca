package org.finplan.tasks.due;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.finplan.platform.outage.DueLoop;
import org.finplan.platform.outage.DueRound;

/** Looks for all that is due in this service. */
@ApplicationScoped
class DueWorkTimer {

    private final DueLoop loop;

    DueWorkTimer(@All List<DueRound> rounds, DueWorkConfig config) {
        this.loop = new DueLoop("due-work", config.pollInterval(), List.of(), rounds);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }
}
