package org.finplan.systemtests.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.systemtests.suite.Feed;
import org.finplan.systemtests.suite.Fleet;
import org.finplan.systemtests.suite.Stored;
import org.finplan.systemtests.suite.Suite;

/** Compares what was acknowledged with versions, events and effects: nothing lost, nothing twice, nothing out of order. */
final class Books {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OLDEST_EVENT_SECONDS = 10;

    private final Suite suite;
    private final GatewayClient client;

    Books(Suite suite, URI gateway) {
        this.suite = suite;
        this.client = new GatewayClient(gateway, suite::token);
    }

    /** Checks all of it, after all that was told has taken effect. */
    void areRight(Traffic traffic) {
        assertThat(traffic.wrong()).isEmpty();
        traffic.acknowledged().forEach(this::versionsAreWhatWasAcknowledged);
        Fleet.SERVICES.forEach(this::everyEventIsPublishedInOrder);
        for (String service : List.of("tasks", "risk")) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(inbox(service))
                    .as("what %s was told of attainment took effect there", service)
                    .containsAll(ids("indicators", "type LIKE '%attainment.changed%'")));
        }
        theFeedHoldsEveryEventInOrder();
        nothingIsStuck();
    }

    private void versionsAreWhatWasAcknowledged(Traffic.Series series, List<String> acknowledged) {
        List<Integer> versions = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String first = "/api/v1/indicators/" + Traffic.INDICATOR + "/observations?vintages=all&limit=500&region="
                + series.region() + "&from=" + series.period() + "&to=" + series.period();
        String cursor = "";
        do {
            Answer page = client.get("auditor", first + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            page.body().path("items").forEach(item -> {
                versions.add(item.path("version").asInt());
                values.add(item.path("value").asText());
            });
            cursor = page.body().path("nextCursor").asText("").replace("null", "");
        } while (!cursor.isEmpty());
        assertThat(values).as("%s", series).containsAll(acknowledged);
        assertThat(versions.stream().sorted().toList())
                .as("versions of %s", series)
                .isEqualTo(java.util.stream.IntStream.rangeClosed(1, versions.size())
                        .boxed()
                        .toList());
        Set<String> ours = Set.copyOf(acknowledged);
        assertThat(values.stream().filter(ours::contains)).as("each once").hasSameSizeAs(acknowledged);
    }

    private void everyEventIsPublishedInOrder(String service) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids(service, "published_at IS NULL"))
                .as(service)
                .isEmpty());
        assertThat(query(service, """
                SELECT aggregate FROM outbox GROUP BY aggregate
                HAVING count(*) <> max(sequence) - min(sequence) + 1""")).as("gaps in sequences of %s", service).isEmpty();
    }

    private void theFeedHoldsEveryEventInOrder() {
        Feed feed = new Feed(client);
        Set<String> expected = new HashSet<>();
        Fleet.SERVICES.forEach(service -> expected.addAll(ids(service, "true")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feed.readAll().stream()
                        .map(event -> event.path("id").asText())
                        .toList())
                .containsAll(expected));
        feed.assertOrderPerAggregate();
    }

    private void nothingIsStuck() {
        Answer letters = client.get("city-admin", "/api/v1/dead-letters");
        assertThat(letters.status()).isEqualTo(200);
        assertThat(letters.body().path("items")).isEmpty();
        JsonNode audit = client.get("auditor", "/api/v1/audit:verify").body();
        assertThat(audit.toString()).contains("intact").doesNotContain("\"intact\":false");
    }

    /** Waits until all is ready and no event has waited long. */
    void healWithin(Duration patience) {
        await().atMost(patience)
                .untilAsserted(
                        () -> assertThat(suite.finplan("status").output()).doesNotContain("NOT READY"));
        publishWithin(patience);
    }

    /** Waits until no event has waited long. */
    void publishWithin(Duration patience) {
        await().atMost(patience).untilAsserted(() -> {
            for (String service : Fleet.SERVICES) {
                assertThat(ids(
                                service,
                                "published_at IS NULL AND occurred_at < now() - interval '" + OLDEST_EVENT_SECONDS
                                        + " seconds'"))
                        .as("events of %s that have waited long", service)
                        .isEmpty();
            }
        });
    }

    private List<String> inbox(String service) {
        return query(service, "SELECT event_id::text FROM inbox");
    }

    private List<String> ids(String service, String where) {
        return query(service, "SELECT id::text FROM outbox WHERE " + where);
    }

    /** Asks a database as its superuser. */
    List<String> query(String service, String sql) {
        try (Connection connection = Stored.connect(suite, service);
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError("cannot look into " + service, e);
        }
    }

    /** {@return the answers of a fault in a line} */
    static String told(String fault, Duration took, Map<Integer, Integer> statuses) {
        return fault + ": healed " + took.toMillis() / 1000.0 + " s after it ended, answers " + statuses;
    }
}
