package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies stream through, both ways, in bounded memory, and never past their limit. */
@GatewayTest
class BodyTest {

    private static final int MEGABYTE = 1 << 20;

    Client client;
    Surroundings surroundings;
    private String token;

    @BeforeEach
    void prepare() {
        token = surroundings.token("city-officer");
    }

    @Test
    void anAnnouncedGigabyteIsRefusedBeforeItIsSent() throws IOException {
        long before = surroundings.tasks().bodyBytes();
        try (Socket socket = client.connect()) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream()
                    .write(("POST /api/v1/tasks/count HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                                    + "\r\nExpect: 100-continue\r\nContent-Length: 1073741824\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(Wire.readAnswer(socket.getInputStream()))
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("\"body-too-large\"");
        }
        assertThat(surroundings.tasks().bodyBytes()).isEqualTo(before);
    }

    @Test
    void aStreamThatOutgrowsItsLimitIsCutAndNeverCompletesAtTheService() {
        long before = surroundings.tasks().completedBodies();
        InputStream endless = new Zeros(64L * MEGABYTE);
        Client.Answer answer = Client.send(
                client.request("/api/v1/tasks/count", token).POST(BodyPublishers.ofInputStream(() -> endless)));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().getString("code")).isEqualTo("body-too-large");
        assertThat(surroundings.tasks().completedBodies()).isEqualTo(before);
    }

    @Test
    void aBodyAtItsLimitPasses() {
        byte[] body = new byte[10 * MEGABYTE];
        Client.Answer answer =
                Client.send(client.request("/api/v1/tasks/count", token).POST(BodyPublishers.ofByteArray(body)));
        assertThat(answer.json().getLong("bytes")).isEqualTo(body.length);
    }

    @Test
    void largeBodiesPassBothWays() {
        long size = 200L * MEGABYTE;
        Client.Answer up = Client.send(client.request("/api/v1/uploads/count", token)
                .POST(BodyPublishers.ofInputStream(() -> new Zeros(size))));
        assertThat(up.json().getLong("bytes")).isEqualTo(size);
        AtomicLong received = new AtomicLong();
        Client.exchange(
                client.request("/api/v1/tasks/large?bytes=" + size, token).GET(),
                HttpResponse.BodyHandlers.ofByteArrayConsumer(
                        piece -> piece.ifPresent(bytes -> received.addAndGet(bytes.length))));
        assertThat(received).hasValue(size);
    }

    /** Were the gateway to buffer, a sender could go on sending while the service reads nothing. */
    @Test
    void aSenderIsHeldBackWhenTheServiceDoesNotRead() throws IOException {
        try (SocketChannel channel = SocketChannel.open(client.address())) {
            channel.write(ByteBuffer.wrap(("POST /api/v1/uploads/silent HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                            + token + "\r\nContent-Length: 800000000\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1)));
            channel.configureBlocking(false);
            AtomicLong sent = new AtomicLong();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .during(Duration.ofSeconds(1))
                    .until(() -> fill(channel, sent) == 0);
            assertThat(sent.get()).isLessThan(64L * MEGABYTE);
        }
    }

    /** Likewise the other way: were the gateway to buffer, the service could go on while the caller reads nothing. */
    @Test
    void aServiceIsHeldBackWhenTheCallerDoesNotRead() throws IOException {
        long before = surroundings.tasks().sentBytes();
        try (Socket socket = client.connect()) {
            socket.getOutputStream()
                    .write(("GET /api/v1/uploads/large?bytes=800000000 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> surroundings.tasks().sentBytes() > before);
            AtomicLong last = new AtomicLong(-1);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .during(Duration.ofSeconds(1))
                    .until(() -> surroundings.tasks().sentBytes() > before
                            && last.getAndSet(surroundings.tasks().sentBytes())
                                    == surroundings.tasks().sentBytes());
            assertThat(last.get() - before).isLessThan(64L * MEGABYTE);
        }
    }

    private static long fill(SocketChannel channel, AtomicLong sent) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(MEGABYTE);
        long round = 0;
        int written = channel.write(zeros);
        while (written > 0) {
            round += written;
            zeros.clear();
            written = channel.write(zeros);
        }
        sent.addAndGet(round);
        return round;
    }

    /** So many zeros. */
    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int size = (int) Math.min(length, left);
            left -= size;
            return size;
        }
    }
}
