package org.finplan.platform.devstack.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.finplan.platform.devstack.process.ChildProcess;
import org.finplan.platform.devstack.process.Component;
import org.finplan.platform.devstack.process.StartPatience;

/** A Kafka node on 127.0.0.1, a child of this JVM that does not outlive it. */
public final class KafkaNode implements Component, AutoCloseable {

    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

    private final Options options;
    private ChildProcess process;

    /**
     * Where and how the node runs.
     *
     * @param data directory of its files
     * @param log file that receives what it prints
     * @param pidFile file that receives its process id
     * @param port port for clients on 127.0.0.1
     * @param controllerPort port of its controller on 127.0.0.1
     * @param java the {@code java} program
     * @param jvmOptions options of its JVM, such as the heap
     */
    public record Options(
            Path data, Path log, Path pidFile, int port, int controllerPort, Path java, List<String> jvmOptions) {

        /**
         * A node for tests, on the JDK of the tests.
         *
         * @param directory directory that receives its files, log and process id
         * @param port port for clients
         * @param controllerPort port of its controller
         * @return the options
         */
        public static Options temporary(Path directory, int port, int controllerPort) {
            return new Options(
                    directory.resolve("kafka"),
                    directory.resolve("kafka.log"),
                    directory.resolve("kafka.pid"),
                    port,
                    controllerPort,
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        }
    }

    /**
     * Prepares a node; {@link #start()} runs it.
     *
     * @param options where and how
     */
    public KafkaNode(Options options) {
        this.options = options;
    }

    /**
     * Runs the node and waits until it answers. Also brings it back after {@link #kill()} or {@link #stop()}, on the same
     * port and files.
     *
     * @throws IllegalStateException when it does not come up; the message says where its log is
     */
    public void start() {
        launch();
        awaitReady();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String address() {
        return bootstrapServers();
    }

    @Override
    public boolean isReady() {
        return PortProbe.listens(options.port());
    }

    @Override
    public void launch() {
        try {
            Files.createDirectories(options.data());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + options.data(), e);
        }
        List<String> command = new ArrayList<>();
        command.add(options.java().toString());
        command.addAll(options.jvmOptions());
        command.addAll(List.of(
                "-Dlog4j2.configurationFile=kafka-log4j2.properties",
                "-Dfinplan.kafka=" + options.data(),
                "-cp",
                BrokerClassPath.find(),
                Broker.class.getName(),
                options.data().toString(),
                Integer.toString(options.port()),
                Integer.toString(options.controllerPort())));
        process = ChildProcess.start(new ChildProcess.Plan(
                "kafka",
                command,
                Map.of(),
                options.data(),
                options.pidFile(),
                options.log(),
                ChildProcess.StopSignal.TERM));
    }

    @Override
    public void awaitReady() {
        StartPatience patience = new StartPatience(() -> process);
        while (!answers()) {
            if (!process.isAlive()) {
                throw new IllegalStateException(
                        "Kafka did not start, see " + options.log() + "\n" + process.lastWords());
            }
            patience.check("Kafka");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        if (!PortProbe.listens(options.port())) {
            return false;
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.describeCluster().nodes().get();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                return false;
            }
            throw new IllegalStateException("Kafka does not answer, see " + options.log(), e);
        }
    }

    /** {@return host and port for clients} */
    public String bootstrapServers() {
        return "127.0.0.1:" + options.port();
    }

    @Override
    public ChildProcess process() {
        return process;
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(STOP_PATIENCE);
        }
    }

    /** Kills the node at once (SIGKILL), as a crash would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        stop();
    }
}
