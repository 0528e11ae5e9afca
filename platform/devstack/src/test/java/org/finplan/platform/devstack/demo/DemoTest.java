package org.finplan.platform.devstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the demo does when a step does not hold; that all of them hold is shown by the system tests. */
class DemoTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private volatile String answer = "{}";
    private volatile int status = 200;
    private HttpServer gateway;

    @BeforeEach
    void start() throws Exception {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void failsWhenTheGatewayRefuses() {
        status = 503;
        answer = "{\"code\": \"service-unavailable\"}";
        assertThat(run()).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("✘", "503", "service-unavailable");
    }

    @Test
    void failsWhenAnAnswerDoesNotShowWhatTheStepPromises() {
        answer = "{\"items\": [{\"code\": \"green-credit\"}]}";
        assertThat(run()).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("✘", "there should be 15 indicators: 1");
    }

    @Test
    void saysHowToStartTheStackWhenNothingAnswers() {
        gateway.stop(0);
        assertThat(run()).isEqualTo(1);
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("./finplan up");
    }

    private int run() {
        URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
        return Demo.run(
                address,
                user -> "token-of-" + user,
                Path.of("../../docs/zq-fin-15fyp-sample"),
                new PrintStream(told, true, StandardCharsets.UTF_8));
    }
}
