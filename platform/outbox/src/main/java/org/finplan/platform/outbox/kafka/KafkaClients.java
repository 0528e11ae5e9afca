package org.finplan.platform.outbox.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes clients of Kafka with the settings that the promises of the outbox rest on. */
public final class KafkaClients {

    private final String bootstrapServers;
    private final Map<String, String> further;

    /**
     * A maker of clients.
     *
     * @param bootstrapServers addresses of brokers
     * @param further settings of all clients; they do not override what the promises rest on
     */
    public KafkaClients(String bootstrapServers, Map<String, String> further) {
        this.bootstrapServers = bootstrapServers;
        this.further = Map.copyOf(further);
    }

    /** {@return a producer that confirms what all in-sync replicas have, once and in order} */
    public Producer<String, byte[]> producer() {
        Map<String, Object> config = new HashMap<>(Map.of(
                // The relay has one event per aggregate at the broker, so waiting for company only costs time.
                ProducerConfig.LINGER_MS_CONFIG, 0,
                // Must stay below max.message.bytes of the topics: a batch of several events that the broker finds too
                // large is split down to this size and sent again, for ever when it is this small already (KAFKA-8350).
                ProducerConfig.BATCH_SIZE_CONFIG, 64 * 1024,
                // Shorter than the life of the relay's lease, which it cannot prolong while it waits here.
                ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000,
                CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500));
        config.putAll(common());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * Makes a consumer of a group that begins at the oldest event and commits by hand.
     *
     * @param group the group
     * @return a consumer
     */
    public Consumer<String, byte[]> consumer(String group) {
        Map<String, Object> config = new HashMap<>(Map.of(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName(),
                // A reader that was killed is replaced after this time.
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false,
                CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500));
        config.putAll(common());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** {@return a client that makes topics and tells their ids; it gives up after two seconds and a half} */
    public Admin admin() {
        Map<String, Object> config = new HashMap<>(Map.of(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_500,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_500,
                CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500));
        config.putAll(common());
        return Admin.create(config);
    }

    private Map<String, Object> common() {
        Map<String, Object> config = new HashMap<>(further);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return config;
    }
}
