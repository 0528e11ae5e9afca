package org.finplan.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.finplan.platform.devstack.kafka.KafkaNode;
import org.finplan.platform.devstack.process.PortReservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vertx vertx = Vertx.vertx();
    private final EventLogState state = new EventLogState();
    private KafkaNode kafka;
    private TopicLookup lookup;
    private LogTail tail;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        try (PortReservation client = PortReservation.any(directory.hashCode());
                PortReservation controller = PortReservation.any(directory.hashCode() + 1)) {
            kafka = new KafkaNode(KafkaNode.Options.temporary(directory, client.port(), controller.port()));
        }
        lookup = new TopicLookup(kafka::bootstrapServers);
        tail = new LogTail(kafka::bootstrapServers, lookup, state);
    }

    @AfterEach
    void end() throws InterruptedException {
        tail.stop();
        lookup.close();
        kafka.stop();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void followsABrokerThatComesLaterAndOneThatComesAgain() throws Exception {
        tail.start();
        start();
        createTopics();
        await().atMost(PATIENCE).until(state::reachable);
        assertThatAnEventIsNoticed(0);

        kafka.stop();
        await().atMost(PATIENCE).until(() -> !state.reachable());

        start();
        await().atMost(PATIENCE).until(state::reachable);
        assertThatAnEventIsNoticed(1);
    }

    @Test
    void topicsThatVanishAndComeAnewAreAnotherLog() throws Exception {
        start();
        createTopics();
        append();
        tail.start();
        await().atMost(PATIENCE).until(state::reachable);
        AtomicBoolean called = new AtomicBoolean();
        waitBeyond(cursor(lookup.now(), 1), called);
        assertThat(called).isFalse();

        try (Admin admin = admin()) {
            admin.deleteTopics(LogTopics.NAMES).all().get();
        }
        await().atMost(PATIENCE).until(() -> !state.reachable());
        await().atMost(PATIENCE).untilTrue(called);

        createTopics();
        await().atMost(PATIENCE).until(state::reachable);
        // Nobody is woken by the ends of the log that was there before, which were further on.
        assertThatAnEventIsNoticed(0);
        AtomicBoolean outdated = new AtomicBoolean();
        waitBeyond(old(cursor(lookup.now(), 1)), outdated);
        await().atMost(PATIENCE).untilTrue(outdated);
    }

    /** A consumer that is left with a partition that the broker does not know asks for it without a pause. */
    @Test
    void noConsumerIsLeftWithPartitionsThatAreGone() throws Exception {
        AtomicLong lines = new AtomicLong();
        Handler counter = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.incrementAndGet();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger client = Logger.getLogger("org.apache.kafka.clients.consumer.internals.FetchCollector");
        client.addHandler(counter);
        client.setUseParentHandlers(false);
        try {
            start();
            createTopics();
            tail.start();
            await().atMost(PATIENCE).until(state::reachable);
            try (Admin admin = admin()) {
                admin.deleteTopics(LogTopics.NAMES).all().get();
            }
            await().atMost(PATIENCE).until(() -> !state.reachable());
            AtomicLong before = new AtomicLong(-1);
            await().pollInterval(Duration.ofSeconds(2))
                    .atMost(PATIENCE)
                    .until(() -> before.getAndSet(lines.get()) == lines.get());
        } finally {
            client.removeHandler(counter);
            client.setUseParentHandlers(true);
        }
    }

    private void start() {
        kafka.launch();
        kafka.awaitReady();
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createTopics(LogTopics.NAMES.stream()
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    private void assertThatAnEventIsNoticed(long offset) throws ExecutionException, InterruptedException {
        AtomicBoolean noticed = new AtomicBoolean();
        waitBeyond(cursor(lookup.now(), offset), noticed);
        assertThat(noticed).isFalse();
        append();
        await().atMost(PATIENCE).untilTrue(noticed);
    }

    /** Begins to wait, and has what is called at once happen before the return. */
    private void waitBeyond(FeedCursor seen, AtomicBoolean called) {
        CompletableFuture<Void> waits = new CompletableFuture<>();
        Context reader = vertx.getOrCreateContext();
        reader.runOnContext(begun -> {
            tail.whenBeyond(seen, () -> called.set(true));
            // Behind whatever it calls at once.
            reader.runOnContext(then -> waits.complete(null));
        });
        waits.join();
    }

    private static FeedCursor cursor(LogTopics topics, long offset) {
        return FeedCursor.in(
                topics,
                LogTopics.NAMES.stream()
                        .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> offset)),
                Instant.EPOCH);
    }

    /** {@return the same place in topics that nobody knows} */
    private static FeedCursor old(FeedCursor cursor) {
        return new FeedCursor(
                cursor.offsets(),
                LogTopics.NAMES.stream().collect(Collectors.toMap(topic -> topic, topic -> Uuid.randomUuid())),
                Instant.EPOCH);
    }

    private void append() throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String topic : LogTopics.NAMES) {
                producer.send(new ProducerRecord<>(topic, new byte[0])).get();
            }
        }
    }
}
