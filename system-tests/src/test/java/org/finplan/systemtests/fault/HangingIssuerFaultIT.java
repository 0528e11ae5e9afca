package org.finplan.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.finplan.platform.devstack.issuer.AccessTokens;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.finplan.platform.devstack.issuer.SigningKey;
import org.finplan.systemtests.suite.Fleet;
import org.finplan.systemtests.suite.Http;
import org.finplan.systemtests.suite.Suite;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An issuer that takes requests and never answers stops nobody whose key the gateway knows. */
@Tag("fault")
@Order(2)
class HangingIssuerFaultIT {

    private static final Duration KEYS_MAX_AGE = Duration.ofSeconds(1);
    /** Far below the five seconds after which the gateway gives an issuer up. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CountDownLatch hangs = new CountDownLatch(1);
    private volatile boolean hanging;

    @Test
    void knownKeysServeAllWhileOneAsks() throws Exception {
        try (Suite suite = Suite.start("issuer", Map.of())) {
            SigningKey key = SigningKey.readOrCreate(suite.data().resolve("secrets"), AccessTokens.KEY_NAME);
            HttpServer issuer = issuer(key);
            String url = "http://127.0.0.1:" + issuer.getAddress().getPort();
            Map<String, String> settings = Map.of(
                    "FINPLAN_GATEWAY_ISSUERS_0__URL",
                    url,
                    "FINPLAN_GATEWAY_TOKENS_KEYS_MAX_AGE",
                    KEYS_MAX_AGE.toString());
            try (Fleet fleet = new Fleet(suite, List.of("gateway-1", "gateway-2"), List.of("-Xmx256m"), settings)) {
                fleet.start();
                AccessTokens tokens = new AccessTokens(url, key, Clock.systemUTC());
                fleet.gateways()
                        .forEach(gateway -> assertThat(ask(gateway, tokens)).isEqualTo(200));
                Logs logs = new Logs(suite.data().resolve("logs"));
                hanging = true;
                for (int round = 0; round < 3; round++) {
                    outlive(KEYS_MAX_AGE);
                    assertThat(askTogether(fleet.gateways(), tokens)).containsOnly(200);
                }
                logs.haveStayedShort();
            } finally {
                hangs.countDown();
                issuer.stop(0);
            }
        }
    }

    private static void outlive(Duration age) {
        long begin = System.nanoTime();
        org.awaitility.Awaitility.await().until(() -> System.nanoTime() - begin > age.toNanos());
    }

    private List<Integer> askTogether(List<URI> gateways, AccessTokens tokens) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            List<Future<Integer>> answers = callers.invokeAll(IntStream.range(0, 20)
                    .<java.util.concurrent.Callable<Integer>>mapToObj(
                            i -> () -> ask(gateways.get(i % gateways.size()), tokens))
                    .toList());
            return answers.stream().map(HangingIssuerFaultIT::result).toList();
        } finally {
            callers.shutdownNow();
        }
    }

    private static Integer result(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError("a caller waited longer than " + PATIENCE, e);
        }
    }

    /** Each time with a token of its own, which the gateway has not seen. */
    private static int ask(URI gateway, AccessTokens tokens) {
        String token = tokens.sign(DemoUser.find("city-officer").orElseThrow());
        return Http.send(HttpRequest.newBuilder(gateway.resolve("/api/v1/plans/zq-fin-14fyp"))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token)
                        .build())
                .statusCode();
    }

    private HttpServer issuer(SigningKey key) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "issuer");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, Map.of("issuer", url, "jwks_uri", url + "/jwks")));
        server.createContext("/jwks", exchange -> answer(exchange, Map.of("keys", List.of(key.jwk()))));
        server.start();
        return server;
    }

    private void answer(HttpExchange exchange, Map<String, Object> document) throws IOException {
        try (exchange) {
            if (hanging) {
                hangs.await();
            }
            byte[] body = new ObjectMapper().writeValueAsBytes(document);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
