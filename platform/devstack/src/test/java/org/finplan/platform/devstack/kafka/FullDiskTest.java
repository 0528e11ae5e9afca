package org.finplan.platform.devstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.finplan.platform.devstack.SmallFileSystem;
import org.finplan.platform.devstack.process.PortReservation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start on a full disk must not cost the topics and messages that are there. */
class FullDiskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private SmallFileSystem disk;
    private PortReservation port;
    private PortReservation controller;
    private KafkaNode node;

    @BeforeEach
    void prepare() throws IOException {
        disk = SmallFileSystem.mount("size=160m,nr_inodes=2000", Files.createDirectory(directory.resolve("disk")));
        port = PortReservation.any(directory.hashCode());
        controller = PortReservation.any(port.port());
        KafkaNode.Options usual = KafkaNode.Options.temporary(directory, port.port(), controller.port());
        node = new KafkaNode(new KafkaNode.Options(
                disk.root().resolve("kafka"),
                usual.log(),
                usual.pidFile(),
                usual.port(),
                usual.controllerPort(),
                usual.java(),
                usual.jvmOptions()));
    }

    @AfterEach
    void close() {
        if (disk != null) {
            node.close();
            controller.close();
            port.close();
            disk.close();
        }
    }

    @Test
    void aStartOnAFullDiskWaitsForRoomAndThenHasEverything() throws Exception {
        Uuid topic = topicWithAMessage();
        node.stop();
        disk.fill();
        node.launch();
        await().atMost(PATIENCE).until(() -> node.process().lastWords().contains("the disk is nearly full"));
        disk.makeRoom();
        comesBackWith(topic);
    }

    @Test
    void aStartThatCannotCreateFilesEndsAndTheNextHasEverything() throws Exception {
        Uuid topic = topicWithAMessage();
        node.kill();
        disk.useUpInodes();
        node.launch();
        await().atMost(PATIENCE).until(() -> !node.process().isAlive());
        assertThat(Files.readString(directory.resolve("kafka.log"))).contains("it is left as it is");
        disk.makeRoom();
        comesBackWith(topic);
    }

    @Test
    void aBrokerThatDiedOfAFullDiskHasEverythingItConfirmed() throws Exception {
        Uuid topic = topicWithAMessage();
        disk.fill();
        try (KafkaProducer<String, String> producer = producer()) {
            await().atMost(PATIENCE).until(() -> {
                var unused = producer.send(new ProducerRecord<>("sample", "key", "x".repeat(1000)));
                return !node.process().isAlive();
            });
        }
        disk.makeRoom();
        comesBackWith(topic);
    }

    @Test
    void aDirectoryWithAMetadataLogIsNeverFormattedAgain() throws Exception {
        topicWithAMessage();
        node.stop();
        Path log = disk.root().resolve("kafka/__cluster_metadata-0/00000000000000000000.log");
        byte[] before = Files.readAllBytes(log);
        Files.delete(disk.root().resolve("kafka/meta.properties"));
        node.launch();
        await().atMost(PATIENCE).until(() -> !node.process().isAlive());
        assertThat(node.process().lastWords()).contains("no meta.properties");
        assertThat(log).hasBinaryContent(before);
    }

    private Uuid topicWithAMessage() throws Exception {
        node.start();
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic("sample", 1, (short) 1)))
                    .all()
                    .get();
        }
        try (KafkaProducer<String, String> producer = producer()) {
            producer.send(new ProducerRecord<>("sample", "key", "value")).get();
        }
        return topicId();
    }

    private void comesBackWith(Uuid topic) throws Exception {
        if (!node.process().isAlive()) {
            node.launch();
        }
        node.awaitReady();
        assertThat(topicId()).isEqualTo(topic);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", node.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("sample", 0)));
            assertThat(consumer.poll(Duration.ofSeconds(20)).iterator().next().value())
                    .isEqualTo("value");
        }
    }

    private Uuid topicId() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeTopics(List.of("sample"))
                    .allTopicNames()
                    .get()
                    .get("sample")
                    .topicId();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", node.bootstrapServers()));
    }

    private KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        node.bootstrapServers(),
                        "max.block.ms",
                        "1000",
                        "request.timeout.ms",
                        "3000",
                        "delivery.timeout.ms",
                        "5000"),
                new StringSerializer(),
                new StringSerializer());
    }
}
