package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.devstack.stack.Endpoints;
import org.finplan.systemtests.repository.Repository;

/** A stack that was started as a person starts it: by {@code ./finplan}, with the packaged programs. */
public final class Suite implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 150;

    private final Path data;
    private final int port;
    private final Map<String, String> environment;
    private final Thread stopAtExit = new Thread(() -> finplan("down"), "stop-suite");

    private Suite(Path data, int port, Map<String, String> environment) {
        this.data = data;
        this.port = port;
        this.environment = environment;
        Runtime.getRuntime().addShutdownHook(stopAtExit);
    }

    /** What a command printed and how it ended. */
    public record Result(int code, String output) {}

    /** Starts a stack on an empty data directory and a free port. */
    static Suite start(String name) {
        return start(name, Map.of());
    }

    /** Likewise, with variables for the launcher and so for all that it starts. */
    public static Suite start(String name, Map<String, String> environment) {
        return start(Repository.ROOT.resolve("system-tests/target/stacks").resolve(name), environment);
    }

    /** Likewise, in a directory of the test's choice. */
    public static Suite start(Path data, Map<String, String> environment) {
        Suite suite = new Suite(data, freePort(data.hashCode()), environment);
        suite.finplan("reset");
        suite.up();
        return suite;
    }

    private static int freePort(int seed) {
        try (PortReservation reservation = PortReservation.any(seed)) {
            return reservation.port();
        }
    }

    /** Starts the stack again, on the same data and port. */
    Result up() {
        Result result = finplan("up", "--detach", "--port", Integer.toString(port));
        assertThat(result.code()).as(result.output()).isZero();
        System.out.println(result.output());
        return result;
    }

    /** Runs a command on the data directory of this stack. */
    public Result finplan(String... words) {
        try {
            Files.createDirectories(data.getParent());
            Path output = Files.createTempFile(data.getParent(), "finplan", ".out");
            List<String> command = new ArrayList<>();
            command.add(Repository.ROOT.resolve("finplan").toString());
            command.addAll(List.of(words));
            command.addAll(List.of("--data-dir", data.toString()));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("FINPLAN_SKIP_BUILD", "1");
            builder.environment().putAll(environment);
            Process process = builder.start();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("finplan %s ended in time", words[0])
                    .isTrue();
            String text = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** {@return where everything listens} */
    public Endpoints endpoints() {
        return Endpoints.read(data);
    }

    /** {@return address of the gateway, without a slash at the end} */
    public URI gateway() {
        return URI.create("http://127.0.0.1:" + port);
    }

    int port() {
        return port;
    }

    /** {@return the data directory} */
    public Path data() {
        return data;
    }

    /** {@return a client that asks as demo users} */
    public GatewayClient client() {
        return new GatewayClient(gateway(), this::token);
    }

    /**
     * Signs an access token.
     *
     * @param user name of a demo user
     * @return the token
     */
    public String token(String user) {
        return AccessTokens.of(data, endpoints().issuer())
                .sign(DemoUser.find(user).orElseThrow());
    }

    /** Kills a program at once (SIGKILL): postgres, kafka, indicators, tasks, risk, gateway or launcher. */
    public void kill(String component) {
        process(component).destroyForcibly();
    }

    /** {@return the running program of a name, as for {@link #kill}} */
    public ProcessHandle process(String component) {
        try {
            String pid = Files.readAllLines(data.resolve("run").resolve(component + ".pid"))
                    .get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads JSON.
     *
     * @param text the text
     * @return its value
     */
    public static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopAtExit);
        Result result = finplan("down");
        assertThat(result.code()).as(result.output()).isZero();
    }
}
