package org.finplan.gateway.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The codec is the real one; time is the channel's own, which stands still until it is told to go on. */
class RequestHeadsTest {

    private static final String WHOLE = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

    private EmbeddedChannel channel;

    @BeforeEach
    void connect() {
        channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new HttpRequestDecoder());
        RequestHeads.watch(channel.pipeline(), Duration.ofSeconds(10));
    }

    private void send(String octets) {
        channel.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
    }

    private void pass(int seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }

    private List<HttpRequest> requests() {
        List<HttpRequest> requests = new ArrayList<>();
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof HttpRequest request) {
                requests.add(request);
            }
            ReferenceCountUtil.release(message);
        }
        return requests;
    }

    private Throwable onlyFault() {
        List<HttpRequest> requests = requests();
        assertThat(requests).hasSize(1);
        return requests.get(0).decoderResult().cause();
    }

    @Test
    void aHeadThatTricklesIsEndedHoweverOftenAByteComes() {
        send("GET / HTTP/1.1\r\nX: ");
        for (int i = 0; i < 9; i++) {
            pass(1);
            send("a");
            assertThat(requests()).isEmpty();
        }
        pass(1);
        assertThat(onlyFault()).isInstanceOf(RequestHeads.TooSlow.class);
    }

    @Test
    void whatComesAfterTheEndIsThrownAway() {
        send("GET / HTTP/1.1\r\n");
        pass(10);
        assertThat(onlyFault()).isInstanceOf(RequestHeads.TooSlow.class);
        send("Host: x\r\n\r\n" + WHOLE);
        assertThat(requests()).isEmpty();
    }

    @Test
    void aConnectionThatSendsNothingIsClosed() {
        pass(9);
        assertThat(channel.isOpen()).isTrue();
        pass(1);
        assertThat(channel.isOpen()).isFalse();
        assertThat(requests()).isEmpty();
    }

    @Test
    void aConnectionMayRestBetweenRequests() {
        send(WHOLE);
        pass(3600);
        send(WHOLE);
        assertThat(channel.isOpen()).isTrue();
        assertThat(requests()).hasSize(2).allMatch(request -> request.decoderResult()
                .isSuccess());
    }

    @Test
    void theNextHeadHasADeadlineOfItsOwn() {
        send(WHOLE);
        pass(3600);
        send("GET");
        pass(9);
        assertThat(requests()).hasSize(1);
        pass(1);
        assertThat(onlyFault()).isInstanceOf(RequestHeads.TooSlow.class);
    }

    @Test
    void aBodyIsNoHead() {
        send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na");
        pass(100);
        send("b");
        pass(100);
        send("c");
        pass(100);
        assertThat(requests()).hasSize(1).allMatch(request -> request.decoderResult()
                .isSuccess());
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void noHeadIsLateWhileTheServerDoesNotRead() {
        send(WHOLE);
        send("GET");
        channel.config().setAutoRead(false);
        pass(100);
        assertThat(requests()).hasSize(1);
        channel.config().setAutoRead(true);
        pass(10);
        assertThat(onlyFault()).isInstanceOf(RequestHeads.TooSlow.class);
    }

    @Test
    void bytesOfAnUpgradedConnectionAreNoHead() {
        send(WHOLE);
        channel.pipeline().remove(HttpRequestDecoder.class);
        send("frame");
        pass(100);
        assertThat(requests()).hasSize(1);
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void versionsAndTargetsThatNobodyBehindWouldExplainAreMarked() {
        send("GET / HTTP/3.7\r\nHost: x\r\n\r\n");
        assertThat(onlyFault()).isInstanceOf(RequestHeads.UnknownVersion.class);
        send(WHOLE);
        assertThat(requests()).as("after what could not be read").isEmpty();
        connect();
        send("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(onlyFault()).isInstanceOf(RequestHeads.UnreadableTarget.class);
        connect();
        send("GET / HTTP/1.0\r\n\r\n");
        assertThat(requests()).singleElement().matches(request -> request.decoderResult()
                .isSuccess());
    }
}
