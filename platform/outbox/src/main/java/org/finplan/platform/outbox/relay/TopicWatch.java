package org.finplan.platform.outbox.relay;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outbox.kafka.EventLog;
import org.jboss.logging.Logger;

/**
 * Looks now and then, and whenever the broker fails, whether the topics are still those that this term began with. While a
 * look is on its way the relay goes on; after a failure nothing is sent before a look has succeeded, so that no event
 * enters a new log before those that come first are published there again.
 */
final class TopicWatch {

    private static final Logger LOG = Logger.getLogger(TopicWatch.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();

    private final EventLog log;
    private final Map<String, Uuid> topics;
    private final OutageNotice notice;
    private final Backoff backoff;
    private EventLog.Look look;
    private long nextLook = System.nanoTime() + INTERVAL_NANOS;
    private boolean failing;

    TopicWatch(EventLog log, Map<String, Uuid> topics, RelaySettings settings, OutageNotice notice) {
        this.log = log;
        this.topics = topics;
        this.notice = notice;
        this.backoff = new Backoff(settings.retryDelay(), settings.longestRetry());
    }

    /**
     * Goes on with a look if there is something to do; never waits.
     *
     * @param brokerFails whether what was sent failed
     * @return whether a look succeeded just now
     * @throws LogReplacedException when the topics are others
     */
    boolean passes(boolean brokerFails) throws InterruptedException {
        long now = System.nanoTime();
        if (brokerFails && !failing) {
            failing = true;
            nextLook = now + backoff.nextNanos();
            tell("an event was not taken");
        }
        if (look == null && now - nextLook >= 0) {
            look = log.look(topics.keySet());
        }
        return look != null && look.isDone() && succeeded();
    }

    private boolean succeeded() throws InterruptedException {
        EventLog.Look done = look;
        look = null;
        try {
            Map<String, Uuid> present = done.await();
            if (!present.equals(topics)) {
                throw new LogReplacedException(topics, present);
            }
        } catch (KafkaException e) {
            nextLook = System.nanoTime() + backoff.nextNanos();
            tell(e.getMessage());
            return false;
        }
        nextLook = System.nanoTime() + INTERVAL_NANOS;
        failing = false;
        backoff.reset();
        if (notice.over()) {
            LOG.info("The outbox is published again");
        }
        return true;
    }

    private void tell(String reason) {
        if (notice.due()) {
            LOG.warnf("The outbox waits for the broker: %s", reason);
        }
    }
}
