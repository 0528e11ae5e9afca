package org.finplan.risk.network.run;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.finplan.risk.job.JobWorker;

/** Works contagion runs off, one at a time. */
@ApplicationScoped
class ContagionWorker {

    private final JobWorker worker;

    ContagionWorker(ContagionSteps steps, ContagionRunConfig config) {
        this.worker = new JobWorker("contagion-runs", steps, new JobWorker.Pace(config.pollInterval(), 1, 1));
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }
}
