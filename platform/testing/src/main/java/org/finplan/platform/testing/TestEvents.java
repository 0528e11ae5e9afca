package org.finplan.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.EventCatalog;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.EventType;

/** The other services' side of Kafka: publishes an event as they would, and reads what the service under test wrote. */
public final class TestEvents {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 12;

    private TestEvents() {}

    /**
     * An event as it lies on the wire.
     *
     * @param key Kafka key, the id of the aggregate
     * @param headers headers, {@code ce_type} and the others
     * @param data the payload
     */
    public record Received(String key, Map<String, String> headers, JsonNode data) {

        /** {@return the CloudEvents type} */
        public String type() {
            return headers.get("ce_type");
        }

        /** {@return the sequence within the aggregate} */
        public long sequence() {
            return Long.parseLong(headers.get("ce_sequence"));
        }
    }

    /**
     * Publishes a new event and waits until the broker has it.
     *
     * @param data the payload; its type says the topic
     * @param aggregate id of the aggregate
     * @param sequence sequence within the aggregate, from 1
     * @param region region code, or null
     * @return the event as it was sent
     */
    public static Event<EventData> publish(EventData data, String aggregate, long sequence, String region) {
        String service = EventCatalog.of(data.getClass()).topic().replace(".events", "");
        Event<EventData> event = new Event<>(
                UUID.randomUUID(),
                "/" + service + "-service",
                "/api/v1/" + aggregate,
                Instant.now(),
                aggregate,
                sequence,
                null,
                region,
                data);
        publish(event);
        return event;
    }

    /**
     * Publishes an event and waits until the broker has it; twice the same event is a redelivery.
     *
     * @param event the event
     */
    public static void publish(Event<?> event) {
        EventType type = event.type();
        try {
            ProducerRecord<String, String> message =
                    new ProducerRecord<>(type.topic(), event.partitionKey(), JSON.writeValueAsString(event.data()));
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", event.id());
            header(message, "ce_type", type.name());
            header(message, "ce_source", event.source());
            header(message, "ce_subject", event.subject());
            header(message, "ce_time", event.time());
            header(message, "ce_dataschema", type.schema());
            header(message, "ce_partitionkey", event.partitionKey());
            header(message, "ce_sequence", event.sequence());
            header(message, "ce_traceparent", event.traceparent());
            header(message, "ce_region", event.region());
            header(message, "content-type", "application/json");
            send(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Publishes a message that is no readable event.
     *
     * @param topic topic
     * @param key Kafka key
     * @param type value of {@code ce_type}
     * @param body body
     */
    public static void publishRaw(String topic, String key, String type, String body) {
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, body);
        header(message, "ce_specversion", "1.0");
        header(message, "ce_id", UUID.randomUUID());
        header(message, "ce_type", type);
        header(message, "ce_source", "/test");
        header(message, "ce_subject", "/test");
        header(message, "ce_time", Instant.now());
        header(message, "ce_partitionkey", key);
        header(message, "ce_sequence", 1);
        header(message, "content-type", "application/json");
        send(message);
    }

    private static void header(ProducerRecord<String, String> message, String name, Object value) {
        if (value != null) {
            message.headers().add(name, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void send(ProducerRecord<String, String> message) {
        createTopic(message.topic());
        Map<String, Object> properties = Map.of("bootstrap.servers", bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused " + message.key(), e);
        }
    }

    /**
     * Creates a topic as production has it, unless it exists.
     *
     * @param topic topic
     */
    public static void createTopic(String topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("cannot create " + topic, e);
            }
        }
    }

    /**
     * Waits until enough events of an aggregate are on a topic.
     *
     * @param topic topic
     * @param key id of the aggregate
     * @param count how many at least
     * @return all of them, in order
     * @throws AssertionError when they do not come within 20 s
     */
    public static List<Received> await(String topic, String key, int count) {
        return await(topic, event -> event.key().equals(key), count);
    }

    /**
     * Waits until enough events that fit are on a topic.
     *
     * @param topic topic
     * @param filter which events
     * @param count how many at least
     * @return all that fit, ordered within each aggregate
     * @throws AssertionError when they do not come within 20 s
     */
    public static List<Received> await(String topic, Predicate<Received> filter, int count) {
        createTopic(topic);
        List<Received> found = new ArrayList<>();
        Instant deadline = Instant.now().plus(PATIENCE);
        try (KafkaConsumer<String, String> consumer = consumer(topic)) {
            while (true) {
                Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
                    Received event = received(message);
                    if (filter.test(event)) {
                        found.add(event);
                    }
                }
                boolean readAll =
                        ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
                if (readAll && found.size() >= count) {
                    return found;
                }
                if (Instant.now().isAfter(deadline)) {
                    throw new AssertionError("expected " + count + " events on " + topic + ", found " + found);
                }
            }
        }
    }

    private static KafkaConsumer<String, String> consumer(String topic) {
        Map<String, Object> properties = Map.of(
                "bootstrap.servers", bootstrapServers(),
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest");
        KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        List<PartitionInfo> partitions = consumer.partitionsFor(topic);
        consumer.assign(partitions.stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList());
        consumer.seekToBeginning(consumer.assignment());
        return consumer;
    }

    private static Received received(ConsumerRecord<String, String> message) {
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return new Received(message.key(), headers, json(message.value()));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("no JSON: " + body, e);
        }
    }

    private static String bootstrapServers() {
        return RunningStack.get().kafka().bootstrapServers();
    }
}
