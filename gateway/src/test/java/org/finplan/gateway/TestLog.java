package org.finplan.gateway;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.finplan.platform.events.AlertAcknowledged;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.ObservationRecorded;

/** The services' side of the event log. */
final class TestLog implements AutoCloseable {

    private static final int PARTITIONS = 12;
    private static final List<String> TOPICS = List.of("indicators.events", "tasks.events", "risk.events");

    private final Admin admin;
    private final KafkaProducer<String, byte[]> producer;

    TestLog(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        admin = Admin.create(settings);
        producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** As the first service does that starts, and one that finds them gone. */
    void createTopics() {
        create(TOPICS);
    }

    /** Deletes a topic and makes it anew. */
    void replace(String topic) {
        join(admin.deleteTopics(List.of(topic)).all());
        create(List.of(topic));
    }

    private void create(List<String> topics) {
        join(admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                        .toList())
                .all());
    }

    UUID observation(String region, long sequence) {
        return observation(region, sequence, new BigDecimal("459.00"));
    }

    UUID observation(String region, long sequence, BigDecimal value) {
        return observation(region, sequence, value, Instant.now());
    }

    UUID observation(String region, long sequence, Instant time) {
        return observation(region, sequence, new BigDecimal("459.00"), time);
    }

    private UUID observation(String region, long sequence, BigDecimal value, Instant time) {
        ObservationRecorded data = new ObservationRecorded(
                UUID.randomUUID(),
                "green-credit",
                region,
                "2025",
                "level",
                value,
                "CNY_100M",
                "final",
                1,
                null,
                null,
                "sample source",
                null,
                Instant.now(),
                null,
                null,
                null,
                null,
                null,
                null);
        String aggregate = "observation/green-credit/" + region + "/level";
        return append(data, "/indicators-service", aggregate, sequence, region, time);
    }

    UUID alert(String region, long sequence) {
        AlertAcknowledged data = new AlertAcknowledged(UUID.randomUUID(), region, "risk-officer", Instant.now());
        return append(data, "/risk-service", "alert/" + data.alert(), sequence, region, Instant.now());
    }

    /** As indicators-service tells of plans. */
    void plan(EventData data, String aggregate, long sequence) {
        append(data, "/indicators-service", aggregate, sequence, "441200", Instant.now());
    }

    /** As retention does in time. */
    void forgetUpToNow() {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> java.util.stream.IntStream.range(0, PARTITIONS)
                        .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
        Map<TopicPartition, RecordsToDelete> all = join(admin.listOffsets(partitions.stream()
                                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                        .all())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> RecordsToDelete.beforeOffset(entry.getValue().offset())));
        join(admin.deleteRecords(all).all());
    }

    private UUID append(EventData data, String source, String aggregate, long sequence, String region, Instant time) {
        Event<EventData> event = new Event<>(
                UUID.randomUUID(), source, "/api/v1/" + aggregate, time, aggregate, sequence, null, region, data);
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(event.type().topic(), aggregate, CloudEvents.data(data));
        CloudEvents.headers(event.envelope())
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
            return event.id();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T join(KafkaFuture<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
