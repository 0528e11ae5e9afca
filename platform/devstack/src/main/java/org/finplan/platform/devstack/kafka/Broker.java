package org.finplan.platform.devstack.kafka;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** The program of the broker process. The only class that knows Kafka's server, which is no public API. */
final class Broker {

    private Broker() {}

    /**
     * Runs a node until it is told to stop.
     *
     * @param arguments directory, port for clients, port of the controller
     * @throws Exception when the node cannot start; Kafka declares it so
     */
    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int controllerPort = Integer.parseInt(arguments[2]);
        FreeSpace.await(directory.toFile(), System.out::println);
        RecoveryGuard.install(Broker::halt);
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format(directory);
        }
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(properties(directory, port, controllerPort)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
        server.awaitShutdown();
    }

    // At once: an orderly end would go on with the logs that are to stay as they are.
    private static void halt(String reason) {
        System.out.println(reason);
        Runtime.getRuntime().halt(1);
    }

    private static void format(Path directory) throws Exception {
        if (Files.exists(directory.resolve("__cluster_metadata-0"))) {
            throw new IllegalStateException(
                    directory + " holds a metadata log but no meta.properties: it is not formatted"
                            + " again, because that would make its topics those of another cluster");
        }
        Formatter formatter = new Formatter();
        formatter
                .setPrintStream(System.out)
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString())
                .run();
    }

    private static Properties properties(Path directory, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "log.dirs", directory.toString(),
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "auto.create.topics.enable", "false"));
        // One node: no replicas, and few partitions for the topics that Kafka keeps for itself.
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "0"));
        properties.putAll(Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.segment.bytes", "67108864",
                "log.cleaner.dedupe.buffer.size", "16777216",
                "log.index.size.max.bytes", "1048576",
                "broker.heartbeat.interval.ms", "300",
                "broker.session.timeout.ms", "1500",
                "log.retention.hours", "2160"));
        return properties;
    }
}
