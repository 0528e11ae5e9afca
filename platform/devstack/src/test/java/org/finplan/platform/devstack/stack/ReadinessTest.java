package org.finplan.platform.devstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static Readiness read(String json) throws JsonProcessingException {
        return Readiness.read(new ObjectMapper().readTree(json));
    }

    @Test
    void tellsHowLongEventsWait() throws JsonProcessingException {
        Readiness waits = read("""
                {"status":"UP","checks":[{"name":"Database connections health check","status":"UP"},
                {"name":"outbox","status":"UP","data":{"state":"degraded","oldestUnpublishedSeconds":74}}]}""");
        assertThat(waits).isEqualTo(new Readiness(true, true, OptionalLong.of(74)));
        assertThat(waits.word()).isEqualTo("degraded");

        Readiness well = read("""
                {"checks":[{"name":"outbox","data":{"state":"well","oldestUnpublishedSeconds":0}}]}""");
        assertThat(well).isEqualTo(new Readiness(true, false, OptionalLong.of(0)));
        assertThat(read("{}")).isEqualTo(new Readiness(true, false, OptionalLong.empty()));
    }

    @Test
    void isNotReadyUntilItSaysSo() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String program = "http://127.0.0.1:" + server.getAddress().getPort();
        int[] status = {503};
        server.createContext("/q/health/ready", exchange -> {
            byte[] body = "{\"status\":\"UP\",\"checks\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status[0], body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        assertThat(Readiness.of(program).word()).isEqualTo("NOT READY");
        status[0] = 200;
        assertThat(Readiness.of(program).word()).isEqualTo("ready");
        server.stop(0);
        assertThat(Readiness.of(program).ready()).isFalse();
    }
}
