package org.finplan.systemtests.suite;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.client.UnreachableException;

/** An officer who corrects one figure again and again, whatever happens to the stack meanwhile. */
final class Reporting implements AutoCloseable {

    static final String INDICATOR = "green-credit";

    private static final String USER = "city-officer";
    private static final Duration PACE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final GatewayClient client;
    private final String region;
    private final List<String> acknowledged = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "reporting");
    private volatile boolean closed;

    Reporting(Suite suite, String region) {
        this.client = suite.client();
        this.region = region;
        thread.start();
    }

    private void run() {
        for (int i = 1; !closed; i++) {
            String value = "1" + i + ".5";
            try {
                Answer answer = client.post(USER, "/api/v1/observations", report(value));
                JsonNode counts = answer.body().path("counts");
                if (answer.successful()
                        && counts.path("created").asInt()
                                        + counts.path("revised").asInt()
                                == 1) {
                    acknowledged.add(value);
                }
            } catch (UnreachableException | IllegalStateException e) {
                // The gateway is away: nothing was acknowledged.
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private JsonNode report(String value) {
        return Suite.json("""
                {"items":[{"indicator":"%s","region":"%s","period":"2024","value":%s,"unit":"CNY_100M",\
                "status":"estimated","reason":"correction","source":{"title":"sample of a test","reference":"test"}}]}""".formatted(INDICATOR, region, value));
    }

    /** Waits until more figures were acknowledged. */
    void awaitAcknowledged(int more) {
        int target = acknowledged.size() + more;
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= target);
    }

    /** {@return the values that the gateway said are recorded; each was sent once} */
    List<String> acknowledged() {
        return acknowledged;
    }

    @Override
    public void close() {
        closed = true;
        await().atMost(PATIENCE).until(() -> !thread.isAlive());
    }
}
