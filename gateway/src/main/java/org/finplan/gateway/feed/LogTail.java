package org.finplan.gateway.feed;

import io.quarkus.runtime.Startup;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.jboss.logging.Logger;

/**
 * Follows the end of the log with one consumer and wakes those who wait for it to grow, so that a long poll holds no
 * consumer and no thread.
 *
 * <p>A consumer serves one log only: when topics vanish, come or become others, it is closed and what it said is forgotten.
 * Left with a partition that the broker does not know, a consumer would ask for it without a pause (Kafka 4.1).
 */
@Startup
@ApplicationScoped
class LogTail {

    private static final Logger LOG = Logger.getLogger(LogTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final CloseOptions CLOSING = CloseOptions.timeout(Duration.ofSeconds(1));

    private final KafkaConfig kafka;
    private final TopicLookup lookup;
    private final EventLogState state;
    private final Backoff backoff = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(2));
    private final OutageNotice notice = new OutageNotice();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::follow, "feed-tail");
    private volatile Ends ends = Ends.UNKNOWN;
    private volatile boolean stopped;
    private volatile KafkaConsumer<String, byte[]> consumer;

    LogTail(KafkaConfig kafka, TopicLookup lookup, EventLogState state) {
        this.kafka = kafka;
        this.lookup = lookup;
        this.state = state;
    }

    @PostConstruct
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Calls back once, on the caller's context, as soon as the log has grown beyond a cursor or is another one; at once when
     * that is so already.
     *
     * @param cursor what the caller has read
     * @param grown what to do then
     * @return ends the wait
     */
    Runnable whenBeyond(FeedCursor cursor, Runnable grown) {
        Waiter waiter = new Waiter(cursor, Vertx.currentContext(), grown);
        waiters.add(waiter);
        LogTopics latest = lookup.latest();
        if (latest != null && waiter.isOfAnother(latest)) {
            call(waiter);
        }
        wake();
        return () -> waiters.remove(waiter);
    }

    /** Wakes everybody, as when the gateway is about to stop. */
    void release() {
        waiters.forEach(this::call);
    }

    private void wake() {
        Ends known = ends;
        waiters.stream().filter(known::areBeyond).forEach(this::call);
    }

    private void call(Waiter waiter) {
        if (waiters.remove(waiter)) {
            waiter.context().runOnContext(now -> waiter.grown().run());
        }
    }

    private void follow() {
        try {
            while (!stopped) {
                try {
                    follow(lookup.recent());
                } catch (WakeupException stop) {
                    LOG.debug("The tail of the event log ends");
                } catch (RuntimeException broken) {
                    unavailable(broken.toString());
                }
                ends = Ends.UNKNOWN;
                backoff.pause();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Follows one log until its topics are no longer the same. */
    private void follow(LogTopics topics) {
        waiters.stream().filter(waiter -> waiter.isOfAnother(topics)).forEach(this::call);
        looked();
        if (topics.byName().isEmpty()) {
            return;
        }
        KafkaConsumer<String, byte[]> tail = Consumers.create(kafka.bootstrapServers());
        try {
            consumer = tail;
            Map<TopicPartition, Long> begun = tail.endOffsets(topics.partitions());
            tail.assign(begun.keySet());
            begun.forEach(tail::seek);
            Ends growing = new Ends(topics, new ConcurrentHashMap<>(begun));
            ends = growing;
            wake();
            while (!stopped && lookup.recent().byName().equals(topics.byName())) {
                for (ConsumerRecord<String, byte[]> record : tail.poll(POLL)) {
                    growing.offsets().put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                }
                backoff.reset();
                looked();
                wake();
            }
        } finally {
            consumer = null;
            tail.close(CLOSING);
        }
    }

    private void looked() {
        Set<String> missing = lookup.missing();
        if (!missing.isEmpty()) {
            unavailable("without " + String.join(", ", missing));
            return;
        }
        if (notice.over()) {
            LOG.info("The event log is back");
        }
        state.reachable(true);
    }

    private void unavailable(String why) {
        if (notice.due()) {
            LOG.warnf("The event log is unavailable: %s", why);
        }
        state.reachable(false);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        KafkaConsumer<String, byte[]> tail = consumer;
        if (tail != null) {
            tail.wakeup();
        }
        thread.join(5_000);
    }

    /** How far one log reaches. */
    private record Ends(LogTopics topics, Map<TopicPartition, Long> offsets) {

        static final Ends UNKNOWN = new Ends(new LogTopics(Map.of(), 0), Map.of());

        boolean areBeyond(Waiter waiter) {
            FeedCursor cursor = waiter.cursor();
            return offsets.entrySet().stream()
                    .anyMatch(end -> !cursor.isOfAnother(
                                    end.getKey().topic(), topics.id(end.getKey().topic()))
                            && cursor.offsets().getOrDefault(end.getKey(), 0L) < end.getValue());
        }
    }

    private record Waiter(FeedCursor cursor, Context context, Runnable grown) {

        /** Whether a topic in which the cursor is a place is gone or another one. */
        boolean isOfAnother(LogTopics present) {
            return cursor.topics().stream().anyMatch(topic -> cursor.isOfAnother(topic, present.id(topic)));
        }
    }
}
