package org.finplan.risk.network.ranking;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.finplan.risk.job.JobWorker;

/** Works rankings off, one at a time, since each takes all threads that there are for it. */
@ApplicationScoped
class RankingWorker {

    private static final int PARTS_OF_A_TURN = 10;

    private final JobWorker worker;

    RankingWorker(RankingSteps steps, RankingConfig config) {
        this.worker =
                new JobWorker("failure-rankings", steps, new JobWorker.Pace(config.pollInterval(), 1, PARTS_OF_A_TURN));
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }
}
