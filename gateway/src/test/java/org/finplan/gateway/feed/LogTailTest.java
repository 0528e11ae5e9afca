package org.finplan.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
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
    private LogTail tail;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        try (PortReservation client = PortReservation.any(directory.hashCode());
                PortReservation controller = PortReservation.any(directory.hashCode() + 1)) {
            kafka = new KafkaNode(KafkaNode.Options.temporary(directory, client.port(), controller.port()));
        }
        tail = new LogTail(kafka::bootstrapServers, state);
    }

    @AfterEach
    void end() throws InterruptedException {
        tail.stop();
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

    private void start() {
        kafka.launch();
        kafka.awaitReady();
    }

    private void createTopics() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(Consumers.TOPICS.stream()
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private void assertThatAnEventIsNoticed(long offset) throws ExecutionException, InterruptedException {
        AtomicBoolean noticed = new AtomicBoolean();
        FeedCursor seen = new FeedCursor(Consumers.TOPICS.stream()
                .collect(Collectors.toMap(topic -> new TopicPartition(topic, 0), topic -> offset)));
        CompletableFuture<Void> waits = new CompletableFuture<>();
        Context reader = vertx.getOrCreateContext();
        reader.runOnContext(begun -> {
            tail.whenBeyond(seen, () -> noticed.set(true));
            // Behind whatever it calls at once.
            reader.runOnContext(then -> waits.complete(null));
        });
        waits.join();
        assertThat(noticed).isFalse();

        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String topic : Consumers.TOPICS) {
                producer.send(new ProducerRecord<>(topic, new byte[0])).get();
            }
        }

        await().atMost(PATIENCE).untilTrue(noticed);
    }
}
