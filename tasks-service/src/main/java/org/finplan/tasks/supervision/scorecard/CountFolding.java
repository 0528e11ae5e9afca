package org.finplan.tasks.supervision.scorecard;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.finplan.platform.outage.DueLoop;

/**
 * Folds what changed into the counts, each second and on a thread of its own, so that a long run over all deadlines leaves readers
 * little to add up. Several instances may do so at once, and none has to: what is not folded is counted all the same.
 */
@ApplicationScoped
class CountFolding {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final CountRepository counts;
    private final DueLoop loop;

    CountFolding(CountRepository counts) {
        this.counts = counts;
        this.loop = new DueLoop("scorecard-counts", INTERVAL, List.of(), List.of(this::fold));
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.stop();
    }

    /** Folds all that is there. */
    void fold() {
        if (counts.fold() > 0) {
            counts.forgetEmpty();
        }
    }
}
