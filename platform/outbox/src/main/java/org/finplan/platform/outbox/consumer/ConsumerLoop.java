package org.finplan.platform.outbox.consumer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.finplan.platform.outage.Backoff;
import org.finplan.platform.outage.OutageNotice;
import org.finplan.platform.outbox.kafka.EventLog;
import org.jboss.logging.Logger;

/**
 * Reads the topics of a service's handlers. One thread polls and commits offsets; workers handle many aggregates at once,
 * the events of each in order. An offset is committed only after the effects of all records below it.
 */
public final class ConsumerLoop implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);

    /** While reading is paused nothing arrives that would end a poll, and workers must not run out of records meanwhile. */
    private static final Duration PAUSED_POLL = Duration.ofMillis(5);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long COMMIT_INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Supplier<EventLog> logs;
    private final Set<String> topics;
    private final ConsumerSettings settings;
    private final MeterRegistry meters;
    private final Offsets offsets = new Offsets();
    private final ScheduledExecutorService workers;
    private final Lanes lanes;
    private final OutageNotice brokerNotice = new OutageNotice();
    private final Thread thread;
    private volatile Consumer<String, byte[]> consumer;
    private volatile boolean closed;

    /**
     * A loop that is not started.
     *
     * @param consumers makes a consumer: manual commits, the group of the settings
     * @param logs tells of which log a topic is
     * @param handlers the handlers of the service
     * @param letters dead letters of the same consumer
     * @param settings how it works
     * @param meters counts what is read
     */
    public ConsumerLoop(
            Supplier<Consumer<String, byte[]>> consumers,
            Supplier<EventLog> logs,
            Handlers handlers,
            DeadLetters letters,
            ConsumerSettings settings,
            MeterRegistry meters) {
        this.consumers = consumers;
        this.logs = logs;
        this.topics = handlers.topics();
        this.settings = settings;
        this.meters = meters;
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newScheduledThreadPool(settings.workers(), task -> {
            Thread worker = new Thread(task, "events-worker-" + number.getAndIncrement());
            worker.setDaemon(true);
            return worker;
        });
        this.lanes = new Lanes(
                workers, new Attempts(letters, offsets, settings, meters), settings::backoff, settings.batch());
        this.thread = new Thread(this::run, "events-consumer");
        this.thread.setDaemon(true);
    }

    /** Starts to read. */
    public void start() {
        thread.start();
    }

    private void run() {
        Backoff backoff = settings.backoff();
        while (!closed) {
            try (Consumer<String, byte[]> opened = consumers.get();
                    TopicIdentity identity = new TopicIdentity(logs.get(), topics)) {
                consumer = opened;
                try (KafkaClientMetrics lag = new KafkaClientMetrics(opened)) {
                    lag.bindTo(meters);
                    consume(opened, identity, backoff);
                }
            } catch (WakeupException | InterruptException e) {
                LOG.debug("The consumer was asked to stop", e);
            } catch (KafkaException e) {
                if (brokerNotice.due()) {
                    LOG.warnf("The consumer starts again: %s", e.getMessage());
                }
                offsetsAndLanesForgetAll();
                pause(backoff);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void consume(Consumer<String, byte[]> reader, TopicIdentity identity, Backoff backoff)
            throws InterruptedException {
        reader.subscribe(topics, new Rebalance(reader, identity));
        long nextCommit = System.nanoTime() + COMMIT_INTERVAL;
        while (!closed) {
            for (ConsumerRecord<String, byte[]> received :
                    reader.poll(reader.paused().isEmpty() ? POLL : PAUSED_POLL)) {
                Delivery delivery = Delivery.of(received);
                offsets.taken(delivery);
                lanes.add(delivery);
            }
            readAnew(reader, identity.replaced(reader.assignment()));
            throttle(reader);
            if (System.nanoTime() - nextCommit >= 0) {
                commit(reader, identity);
                nextCommit = System.nanoTime() + COMMIT_INTERVAL;
                brokerNotice.over();
                backoff.reset();
            }
        }
        lanes.stop();
        lanes.forget(reader.assignment(), PATIENCE);
        commitNow(reader, identity);
    }

    /** The log is another one: what is known of the old one is dropped, and all of the new one read. */
    private void readAnew(Consumer<String, byte[]> reader, Collection<TopicPartition> replaced) {
        if (!replaced.isEmpty()) {
            LOG.warnf("The log of %s is another one than before and is read from its beginning", replaced);
            lanes.forget(replaced, PATIENCE);
            offsets.forget(replaced);
            reader.seekToBeginning(replaced);
        }
    }

    private void throttle(Consumer<String, byte[]> reader) {
        int open = offsets.open();
        if (open >= settings.capacity()) {
            reader.pause(reader.assignment());
        } else if (open <= settings.capacity() / 2 && !reader.paused().isEmpty()) {
            reader.resume(reader.paused());
        }
    }

    private void commit(Consumer<String, byte[]> reader, TopicIdentity identity) {
        Map<TopicPartition, OffsetAndMetadata> due = identity.named(offsets.due());
        if (!due.isEmpty()) {
            reader.commitAsync(due, (committed, failure) -> {
                if (failure != null) {
                    LOG.debug("Offsets were not committed, they will be", failure);
                    offsets.notCommitted();
                }
            });
        }
    }

    private void commitNow(Consumer<String, byte[]> reader, TopicIdentity identity) {
        try {
            reader.commitSync(identity.named(offsets.due()), PATIENCE);
        } catch (KafkaException e) {
            LOG.infof("Offsets were not committed, the inbox will drop repeats: %s", e.getMessage());
        }
    }

    private void offsetsAndLanesForgetAll() {
        Collection<TopicPartition> all = offsets.partitions();
        lanes.forget(all, PATIENCE);
        offsets.forget(all);
    }

    private void pause(Backoff backoff) {
        try {
            backoff.pause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Stops reading, lets what is begun end, commits and leaves the group. */
    @Override
    public void close() {
        closed = true;
        Consumer<String, byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        try {
            thread.join(PATIENCE.multipliedBy(2).toMillis());
            workers.shutdown();
            if (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Gives partitions to another reader: nothing of them is begun any more, what is done is committed. */
    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<String, byte[]> reader;
        private final TopicIdentity identity;

        Rebalance(Consumer<String, byte[]> reader, TopicIdentity identity) {
            this.reader = reader;
            this.identity = identity;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.infof("Reads %s", partitions);
            try {
                readAnew(reader, identity.assigned(reader, partitions));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            lanes.forget(partitions, PATIENCE);
            commitNow(reader, identity);
            offsets.forget(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            lanes.forget(partitions, PATIENCE);
            offsets.forget(partitions);
        }
    }
}
