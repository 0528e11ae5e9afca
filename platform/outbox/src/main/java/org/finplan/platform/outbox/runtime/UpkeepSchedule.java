package org.finplan.platform.outbox.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outbox.consumer.ConsumerSettings;
import org.finplan.platform.outbox.upkeep.Upkeep;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Runs the upkeep of the tables now and then. */
@Singleton
class UpkeepSchedule {

    private static final Logger LOG = Logger.getLogger(UpkeepSchedule.class);
    private static final int MEASURE_SECONDS = 2;
    private static final int DELETE_SECONDS = 60;

    private final Upkeep upkeep;
    private final OutboxConfig outbox;
    private final ConsumerSettings consumer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

    UpkeepSchedule(OutboxConfig outbox, ConsumerSettings consumer, Jdbi jdbi, Clock clock, MeterRegistry meters) {
        this.outbox = outbox;
        this.consumer = consumer;
        this.upkeep = new Upkeep(jdbi, clock, meters);
    }

    void start() {
        schedule("measure", upkeep::measure, MEASURE_SECONDS);
        schedule("published events", () -> upkeep.deletePublished(outbox.retention()), DELETE_SECONDS);
        schedule("inbox", () -> upkeep.deleteReceived(consumer.group(), consumer.inboxRetention()), DELETE_SECONDS);
    }

    /** {@return how long the oldest unpublished event has waited, when it was last looked at; 0 when none waits} */
    long oldestUnpublishedSeconds() {
        return upkeep.oldestUnpublishedSeconds();
    }

    void stop() {
        thread.shutdownNow();
    }

    // The work reports its failures by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void schedule(String name, Runnable work, int seconds) {
        OutageNotice notice = new OutageNotice();
        Runnable task = () -> {
            try {
                work.run();
                if (notice.over()) {
                    LOG.infof("Upkeep of the outbox (%s) works again", name);
                }
            } catch (RuntimeException e) {
                if (notice.due()) {
                    LOG.warnf("Upkeep of the outbox (%s) waits for the database: %s", name, e.getMessage());
                }
            }
        };
        thread.scheduleWithFixedDelay(task, seconds, seconds, TimeUnit.SECONDS);
    }
}
