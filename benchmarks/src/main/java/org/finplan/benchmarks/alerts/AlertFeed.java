package org.finplan.benchmarks.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/** Reads the feed of the gateway as another system does, and notes when the alert of each institution came. */
final class AlertFeed implements Runnable {

    private static final String USER = "integrator";
    private static final String PATH = "/api/v1/events?types=org.finplan.risk.alert.raised.v1&limit=500&after=";

    private final GatewayClient gateway;
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile boolean ended;
    private volatile String cursor;

    AlertFeed(GatewayClient gateway) {
        this.gateway = gateway;
        this.cursor = page("now&wait=0").path("nextCursor").asText();
    }

    @Override
    public void run() {
        while (!ended) {
            JsonNode page = page(cursor + "&wait=2");
            long now = System.nanoTime();
            page.path("items")
                    .forEach(event ->
                            seen.putIfAbsent(event.at("/data/institution").asText(), now));
            cursor = page.path("nextCursor").asText(cursor);
        }
    }

    /** {@return when the alert of each institution came, by {@link System#nanoTime()}} */
    Map<String, Long> seen() {
        return seen;
    }

    void end() {
        ended = true;
    }

    private JsonNode page(String rest) {
        Answer answer = gateway.get(USER, PATH + rest);
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
