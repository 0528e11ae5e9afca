package org.finplan.risk.network.ranking;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.DueLoop;
import org.finplan.platform.outage.DueWork;
import org.jboss.logging.Logger;

/**
 * Works rankings off, those ordered here and those that another instance left. The one thread of its loop works on one ranking at a
 * time; cities take turns.
 */
@ApplicationScoped
class RankingWorker {

    private static final Logger LOG = Logger.getLogger(RankingWorker.class);
    private static final int PARTS_OF_A_TURN = 10;

    private final RankingSteps steps;
    private final FailureReckoning reckoning;
    private final DueLoop loop;
    private volatile boolean stopped;

    RankingWorker(RankingSteps steps, FailureReckoning reckoning, RankingConfig config) {
        this.steps = steps;
        this.reckoning = reckoning;
        this.loop = new DueLoop(
                "failure-rankings",
                config.pollInterval(),
                List.of(DueWork.of(steps::open, this::workOn), DueWork.of(steps::left, steps::clear)));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
        reckoning.stop();
        loop.stop();
    }

    /** Does what can be done of a ranking in one turn. */
    void workOn(UUID ranking) {
        steps.begin(ranking);
        boolean more = true;
        for (int turn = 0; more && turn < PARTS_OF_A_TURN; turn++) {
            more = !stopped && workNext(ranking);
        }
        steps.finish(ranking);
    }

    private boolean workNext(UUID ranking) {
        AtomicInteger part = new AtomicInteger(-1);
        try {
            return steps.workNext(ranking, part::set);
        } catch (RuntimeException failed) {
            if (part.get() >= 0 && !stopped && !DatabaseFault.passes(failed)) {
                LOG.errorf(failed, "Part %d of ranking %s could not be worked out", part.get(), ranking);
                steps.failed(ranking, part.get());
            }
            throw failed;
        }
    }
}
