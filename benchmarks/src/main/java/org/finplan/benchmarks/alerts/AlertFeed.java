package org.finplan.benchmarks.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/** Reads the feed of the gateway as a program that sends messages does, and says how long after its report each alert was on it. */
final class AlertFeed implements Runnable {

    private static final String READER = "risk-officer";
    private static final String PATH = "/api/v1/events?limit=500&wait=5&types=org.finplan.risk.alert.raised.v1"
            + ",org.finplan.risk.alert.relapsed.v1,org.finplan.risk.alert.resolved.v1&after=";

    private final GatewayClient gateway;
    private final Map<String, Long> reported = new ConcurrentHashMap<>();
    private final Latencies taken = new Latencies();
    private volatile boolean measures;
    private volatile boolean ended;
    private String cursor;

    AlertFeed(GatewayClient gateway) {
        this.gateway = gateway;
        cursor = read("/api/v1/events?wait=0&after=now").path("nextCursor").asText();
    }

    /**
     * A report is due.
     *
     * @param institution whose
     * @param nanos when it should be sent, so that what waits for a slow one counts as well
     * @return false when the alert of the report before is not on the feed yet
     */
    boolean due(String institution, long nanos) {
        return reported.put(institution, nanos) == null;
    }

    /** From now on what comes is measured. */
    void measure() {
        measures = true;
    }

    /** {@return how many reports have no alert on the feed} */
    int waiting() {
        return reported.size();
    }

    void end() {
        ended = true;
    }

    /** {@return from the time at which a report was due until its alert was read, all of them; when the thread has ended} */
    Latencies taken() {
        return taken;
    }

    @Override
    public void run() {
        while (!ended) {
            JsonNode page = read(PATH + cursor);
            long now = System.nanoTime();
            for (JsonNode event : page.path("items")) {
                Long since = reported.remove(event.at("/data/institution").asText());
                if (since != null && measures) {
                    taken.add(Duration.ofNanos(now - since));
                }
            }
            cursor = page.path("nextCursor").asText();
        }
    }

    private JsonNode read(String path) {
        Answer answer = gateway.get(READER, path);
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer.body();
    }
}
