package org.finplan.gateway.feed;

import io.quarkus.runtime.Startup;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.finplan.platform.outage.OutageNotice;
import org.jboss.logging.Logger;

/**
 * Follows the end of the log with one consumer and wakes those who wait for it to grow, so that a long poll holds no
 * consumer and no thread.
 */
@Startup
@ApplicationScoped
class LogTail {

    private static final Logger LOG = Logger.getLogger(LogTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RELOOK = Duration.ofSeconds(5);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final KafkaConfig kafka;
    private final EventLogState state;
    private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
    private final OutageNotice notice = new OutageNotice();
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::follow, "feed-tail");
    private volatile boolean stopped;
    private volatile KafkaConsumer<String, byte[]> consumer;

    LogTail(KafkaConfig kafka, EventLogState state) {
        this.kafka = kafka;
        this.state = state;
    }

    @PostConstruct
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Calls back once, on the caller's context, as soon as the log has grown beyond a cursor; at once when it has already.
     *
     * @param cursor what the caller has read
     * @param grown what to do then
     * @return ends the wait
     */
    Runnable whenBeyond(FeedCursor cursor, Runnable grown) {
        Waiter waiter = new Waiter(cursor, Vertx.currentContext(), grown);
        waiters.add(waiter);
        wake();
        return () -> waiters.remove(waiter);
    }

    /** Wakes everybody, as when the gateway is about to stop. */
    void release() {
        waiters.forEach(this::call);
    }

    private void wake() {
        waiters.stream().filter(waiter -> waiter.behind(ends)).forEach(this::call);
    }

    private void call(Waiter waiter) {
        if (waiters.remove(waiter)) {
            waiter.context().runOnContext(now -> waiter.grown().run());
        }
    }

    private void follow() {
        while (!stopped) {
            try (KafkaConsumer<String, byte[]> fresh = Consumers.create(kafka.bootstrapServers())) {
                consumer = fresh;
                followWith(fresh);
            } catch (WakeupException | InterruptException stop) {
                LOG.debug("The tail of the event log ends");
            } catch (KafkaException broken) {
                missing(broken);
                rest();
            }
        }
    }

    /** Follows until the broker was away for so long that it may have another address, which a consumer looks up but once. */
    private void followWith(KafkaConsumer<String, byte[]> tail) {
        boolean complete = false;
        long reached = System.nanoTime();
        while (!stopped) {
            if (!complete || System.nanoTime() - reached >= RELOOK.toNanos()) {
                try {
                    complete = join(tail);
                    found();
                    reached = System.nanoTime();
                } catch (TimeoutException late) {
                    missing(late);
                    if (System.nanoTime() - reached >= PATIENCE.toNanos()) {
                        throw late;
                    }
                }
            }
            if (tail.assignment().isEmpty()) {
                rest();
                continue;
            }
            for (ConsumerRecord<String, byte[]> record : tail.poll(POLL)) {
                ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
            wake();
        }
    }

    private void found() {
        if (notice.over()) {
            LOG.info("The event log is back");
        }
        state.reachable(true);
    }

    private void missing(KafkaException failure) {
        if (notice.due()) {
            LOG.warnf("The event log is away: %s", failure.toString());
        }
        state.reachable(false);
    }

    /** Topics come into being with the first service that starts; partitions may be added. Says whether all topics are there. */
    private boolean join(KafkaConsumer<String, byte[]> tail) {
        List<TopicPartition> partitions = Consumers.partitions(tail);
        Set<TopicPartition> added = new HashSet<>(partitions);
        added.removeAll(tail.assignment());
        if (!added.isEmpty()) {
            Map<TopicPartition, Long> now = tail.endOffsets(added);
            tail.assign(partitions);
            now.forEach(tail::seek);
            ends.putAll(now);
        }
        return partitions.stream().map(TopicPartition::topic).distinct().count() == Consumers.TOPICS.size();
    }

    private void rest() {
        try {
            Thread.sleep(REST_AFTER_FAILURE.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        if (consumer != null) {
            consumer.wakeup();
        }
        thread.join(5_000);
    }

    private record Waiter(FeedCursor cursor, Context context, Runnable grown) {

        boolean behind(Map<TopicPartition, Long> ends) {
            return ends.entrySet().stream()
                    .anyMatch(end -> cursor.offsets().getOrDefault(end.getKey(), 0L) < end.getValue());
        }
    }
}
