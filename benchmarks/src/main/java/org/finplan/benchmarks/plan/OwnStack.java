package org.finplan.benchmarks.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.process.PortReservation;
import org.finplan.platform.devstack.stack.Endpoints;

/** A stack of the benchmark's own: the packaged programs, started by {@code ./finplan}, on data that go with it. */
final class OwnStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path root;
    private final Path directory;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    OwnStack(Path root) throws IOException {
        this.root = root;
        this.directory = Files.createTempDirectory("finplan-benchmark");
        try (PortReservation reservation = PortReservation.any(directory.hashCode())) {
            port = reservation.port();
        }
    }

    /** {@return how long it took until every program was ready, once nothing ran any more} */
    Duration start() throws IOException {
        finplan("down");
        long start = System.nanoTime();
        if (finplan("up", "--detach", "--port", Integer.toString(port)) != 0) {
            throw new IllegalStateException("the suite does not start in " + directory);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** {@return a client that asks as demo users, until the stack goes down} */
    GatewayClient client() {
        Endpoints endpoints = Endpoints.read(directory);
        AccessTokens tokens = AccessTokens.of(directory, endpoints.issuer());
        return new GatewayClient(
                URI.create(endpoints.gateway()),
                user -> tokens.sign(DemoUser.find(user).orElseThrow()));
    }

    /** Waits until a version such as {@code sample-large 2} is in force in every program. */
    void awaitInForce(String version) {
        Endpoints endpoints = Endpoints.read(directory);
        Stream.of(endpoints.indicators(), endpoints.tasks(), endpoints.risk(), endpoints.gateway())
                .forEach(program -> await(version + " in force in " + program, () -> has(program, version)));
    }

    /** Waits until something is so. */
    static void await(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("not within " + PATIENCE + ": " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean has(String program, String version) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(program + "/q/health/ready"))
                    .build();
            JsonNode answer = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
            return answer.findValuesAsText("versions").stream()
                    .flatMap(versions -> Stream.of(versions.split(", ", -1)))
                    .anyMatch(version::equals);
        } catch (IOException e) {
            throw new IllegalStateException(program + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int finplan(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(root.resolve("finplan").toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data-dir", directory.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("FINPLAN_SKIP_BUILD", "1");
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops it and deletes its data. */
    @Override
    public void close() throws IOException {
        finplan("reset");
    }
}
