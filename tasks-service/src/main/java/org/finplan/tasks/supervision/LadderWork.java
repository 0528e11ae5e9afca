package org.finplan.tasks.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outage.DatabaseFault;
import org.finplan.platform.outage.DueRound;
import org.jboss.logging.Logger;

/**
 * The daily run over all deadlines: takes what is due in batches, and one by one what a batch could not do. A matter that cannot be
 * handled even so is put aside.
 */
@ApplicationScoped
class LadderWork implements DueRound {

    private static final Logger LOG = Logger.getLogger(LadderWork.class);

    private final LadderBatch batch;
    private final PutAside aside;
    private final Clock clock;
    private volatile long waiting;

    LadderWork(LadderBatch batch, PutAside aside, Clock clock) {
        this.batch = batch;
        this.aside = aside;
        this.clock = clock;
    }

    @Override
    public void perform() {
        int looked;
        do {
            looked = turn(clock.instant());
        } while (looked > 0);
        waiting = aside.count();
    }

    /** {@return how many matters are put aside, as it was at the last turn} */
    long putAside() {
        return waiting;
    }

    /** One batch; {@return how many matters were looked at} */
    int turn(Instant now) {
        try {
            return batch.take(now);
        } catch (RuntimeException failure) {
            if (DatabaseFault.passes(failure)) {
                throw failure;
            }
            LOG.debugf(failure, "a batch failed, its matters follow one by one");
            List<UUID> ids = batch.left(now);
            ids.forEach(id -> one(id, now));
            return ids.size();
        }
    }

    private void one(UUID id, Instant now) {
        try {
            batch.takeOne(id, now);
        } catch (RuntimeException failure) {
            if (DatabaseFault.passes(failure)) {
                throw failure;
            }
            aside.matter(id, now, failure);
        }
    }
}
