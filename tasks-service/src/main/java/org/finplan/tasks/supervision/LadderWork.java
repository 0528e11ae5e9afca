package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outage.DueWork;
import org.jboss.logging.Logger;

/** The daily run over all deadlines: takes what is due in batches, and one by one what a batch could not do. */
@ApplicationScoped
class LadderWork implements DueWork {

    private static final Logger LOG = Logger.getLogger(LadderWork.class);
    private static final int ONE_BY_ONE = 200;

    private final LadderBatch batch;
    private final Clock clock;

    LadderWork(LadderBatch batch, Clock clock) {
        this.batch = batch;
        this.clock = clock;
    }

    @Override
    public List<UUID> due() {
        try {
            int looked;
            do {
                looked = batch.take(clock.instant());
            } while (looked > 0);
            return List.of();
        } catch (RuntimeException failure) {
            LOG.warnf("supervision: a batch failed, its matters follow one by one: %s", failure.getMessage());
            return batch.left(clock.instant(), ONE_BY_ONE);
        }
    }

    @Override
    public void perform(UUID id) {
        batch.takeOne(id, clock.instant());
    }
}
