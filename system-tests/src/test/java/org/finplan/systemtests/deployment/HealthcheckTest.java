package org.finplan.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The health check of the images, against a server that is ready, not ready, and gone. */
class HealthcheckTest {

    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void succeedsWhenReady() throws Exception {
        assertThat(check()).isZero();
    }

    @Test
    void failsWhenNotReady() throws Exception {
        status = 503;
        assertThat(check()).isNotZero();
    }

    @Test
    void failsWhenNothingListens() throws Exception {
        server.stop(0);
        assertThat(check()).isNotZero();
    }

    private int check() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash",
                        Repository.ROOT.resolve("deploy/docker/healthcheck").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .put("FINPLAN_HTTP_PORT", String.valueOf(server.getAddress().getPort()));
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
