package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/** The event feed from its beginning, read again and again as it grows. */
public final class Feed {

    private final GatewayClient client;
    private final List<JsonNode> events = new ArrayList<>();
    private String cursor = "";

    /**
     * A feed that was not read yet.
     *
     * @param client who asks
     */
    public Feed(GatewayClient client) {
        this.client = client;
    }

    /** Reads on to the present end and returns all events from the beginning. */
    public List<JsonNode> readAll() {
        while (true) {
            String after = cursor.isEmpty() ? "" : "&after=" + cursor;
            Answer page = client.get("integrator", "/api/v1/events?limit=500&wait=0" + after);
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            page.body().path("items").forEach(events::add);
            cursor = page.body().path("nextCursor").asText(cursor);
            if (page.body().path("items").isEmpty()) {
                return events;
            }
        }
    }

    /**
     * A redelivery has the same id and sequence; everything else counts 1, 2, 3 … within its aggregate, of which each program tells
     * in its own numbers. The pieces of a plan package, which indicators-service tells, are left out of the feed.
     */
    public void assertOrderPerAggregate() {
        Map<String, Long> last = new HashMap<>();
        for (JsonNode event : readAll()) {
            String aggregate = event.path("source").asText() + " "
                    + event.path("partitionkey").asText();
            long sequence = event.path("sequence").asLong();
            long before = last.getOrDefault(aggregate, 0L);
            boolean gaps = aggregate.startsWith("/indicators-service plan-package/");
            assertThat(sequence).as(aggregate).isBetween(1L, gaps ? Long.MAX_VALUE : before + 1);
            last.put(aggregate, Math.max(before, sequence));
        }
    }
}
