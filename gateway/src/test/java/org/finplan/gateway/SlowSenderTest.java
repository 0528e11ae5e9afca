package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers that send a little now and then, or nothing, or go away in the middle: none of them holds anything for long. */
@GatewayTest
class SlowSenderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 50;
    private static final int MOST_BYTES = 5_000;

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.issuer().token("slow-sender", List.of("auditor"), List.of());
    }

    @Test
    void aHeadThatTricklesIsAnswered408AndLogged() throws IOException {
        try (AccessLinesHeard lines = new AccessLinesHeard()) {
            String answer = trickle("GET /api/v1/tasks/count HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(answer)
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json", "\"request-timeout\"", "\"traceId\"", "X-Request-Id");
            await().atMost(PATIENCE).until(() -> lines.with("127.0.0.1 ", " route=- status=408 "));
        }
    }

    @Test
    void theNextHeadOfAConnectionHasADeadlineToo() throws IOException {
        String first = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
        String answers = trickle(first + "GET /health HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        assertThat(answers).startsWith("HTTP/1.1 200").contains("HTTP/1.1 408", "\"request-timeout\"");
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() throws IOException {
        try (Socket socket = client.connect()) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    /** The route gives up after 400 ms of silence; a byte each 50 ms is no silence, but far from the least rate. */
    @Test
    void aBodyThatTricklesIsAnswered408AndReachesNobodyWhole() throws IOException {
        long before = surroundings.tasks().completedBodies();
        try (AccessLinesHeard lines = new AccessLinesHeard()) {
            String answer = trickle("POST /api/v1/slow/count HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer()
                    + "\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 408").contains("application/problem+json", "\"request-timeout\"");
            await().atMost(PATIENCE).until(() -> lines.with("subject=slow-officer", " route=slow status=408 "));
        }
        assertThat(surroundings.tasks().completedBodies()).isEqualTo(before);
        awaitNothingRunning();
    }

    /**
     * The service takes nothing, so the gateway does not read either, and the end of the caller's connection waits behind
     * what it sent before: only the silence of the route's time tells that this leads nowhere.
     */
    @Test
    void aCallerThatLeavesAnUploadThatIsHeldBackLeavesNothingBehind() throws IOException {
        long resets = surroundings.tasks().brokenRequests();
        try (AccessLinesHeard lines = new AccessLinesHeard()) {
            try (SocketChannel channel = SocketChannel.open(client.address())) {
                channel.write(ascii("POST /api/v1/held/silent HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer()
                        + "\r\nContent-Length: 800000000\r\n\r\n"));
                channel.configureBlocking(false);
                await().atMost(PATIENCE).during(Duration.ofSeconds(1)).until(() -> channel.write(zeros()) == 0);
                assertThat(running(1)).isTrue();
            }
            await().atMost(PATIENCE).until(() -> lines.with("subject=slow-officer", " route=held status="));
        }
        awaitNothingRunning();
        surroundings.tasks().readOn();
        await().atMost(PATIENCE).until(() -> surroundings.tasks().brokenRequests() > resets);
    }

    /** Who was refused gets the time to read why, and then no more. */
    @Test
    void whoGoesOnSendingWhatWasRefusedIsCutOff() throws IOException {
        String answer = trickle("POST /api/v1/tasks/count HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer()
                + "\r\nContent-Length: 1000000000\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("\"body-too-large\"");
    }

    private String officer() {
        return surroundings.issuer().token("slow-officer", List.of("city-officer"), List.of());
    }

    private void awaitNothingRunning() {
        await().atMost(PATIENCE).until(() -> running(0));
    }

    private boolean running(int requests) {
        return Pattern.compile("finplan_gateway_instance_running\\{[^}]*service=\"tasks\"} " + requests + "\\.0")
                .matcher(client.get("/q/metrics", token).response().body())
                .find();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static ByteBuffer zeros() {
        return ByteBuffer.allocate(1 << 20);
    }

    /** Sends a beginning, then a byte whenever nothing comes back for a moment, until the gateway hangs up. */
    private String trickle(String beginning) throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        try (Socket socket = client.connect()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PAUSE_MILLIS);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.ISO_8859_1));
            for (int sent = 0; read(socket.getInputStream(), received); sent++) {
                assertThat(sent).as("bytes until the gateway hangs up").isLessThan(MOST_BYTES);
                socket.getOutputStream().write('a');
            }
        } catch (SocketException closed) {
            // The gateway hung up while a byte was under way.
        }
        return received.toString(StandardCharsets.UTF_8);
    }

    /** {@return whether the connection is still open} */
    private static boolean read(InputStream in, ByteArrayOutputStream received) throws IOException {
        byte[] buffer = new byte[8_192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                received.write(buffer, 0, count);
            }
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }
}
