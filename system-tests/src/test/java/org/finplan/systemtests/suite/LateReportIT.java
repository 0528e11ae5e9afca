package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A supervised matter from the late report that opened it to its score, through the gateway, on any day of the week. */
@Order(2)
@ExtendWith(SharedSuite.class)
class LateReportIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PLAN = "zq-fin-14fyp";
    private static final String INDICATOR = "agricultural-loans";
    /** Huaiji; no other test asks it for this figure. */
    private static final String REGION = "441224";

    private static final String CITY = "city-officer";
    private static final String DISTRICT = "district-" + REGION;
    private static final String MATTERS = "/api/v1/supervisions";
    private static final String AGGREGATE = "report-overdue/" + PLAN + "/" + INDICATOR + "/" + REGION;

    @Test
    void aLateReportIsSupervisedUntilItIsScored(Suite suite) {
        GatewayClient client = suite.client();
        ask(client);
        await().atMost(PATIENCE).until(() -> told(new Feed(client)).size(), size -> size == 1);
        JsonNode overdue = told(new Feed(client)).get(0).path("data");
        assertThat(overdue.path("period").asText()).isEqualTo("2025");
        String path = MATTERS + "/" + opened(client).path("id").asText();
        JsonNode matter = client.get(CITY, path).body();
        assertThat(matter.path("unit").asText()).isEqualTo(REGION);
        assertThat(matter.path("ladder").asText()).isEqualTo("two-daily");
        String due = matter.at("/deadline/original").asText();
        assertThat(client.get(CITY, "/api/v1/working-days?from=" + due + "&to=" + due)
                        .body()
                        .path("count")
                        .asInt())
                .as("a working day: " + due)
                .isEqualTo(1);

        move(client, CITY, path, "assign", "{}");
        assertThat(client.get("district-441202", path).status()).isEqualTo(404);
        assertThat(client.post(DISTRICT, path + ":acknowledge", Suite.json("{}"))
                        .status())
                .isEqualTo(428);
        move(client, DISTRICT, path, "acknowledge", "{}");
        reply(client, path);
        move(client, CITY, path, "verify", "{\"accepted\":true}");
        move(client, CITY, path, "close", "{}");
        JsonNode scored = move(client, CITY, path, "score", "{}");
        assertThat(scored.at("/score/total").asInt()).isEqualTo(100);
        assertThat(scored.at("/score/onTime").asBoolean()).isTrue();

        List<String> kinds = items(client.get(CITY, path + "/timeline?limit=500")).stream()
                .map(entry -> entry.path("kind").asText())
                .toList();
        assertThat(kinds)
                .containsExactly("registered", "assigned", "acknowledged", "replied", "verified", "closed", "scored");
        await().atMost(PATIENCE).until(() -> report(client).hasNonNull("arrivedAt"));
        Feed feed = new Feed(client);
        feed.assertOrderPerAggregate();
        assertThat(told(feed)).as("told once").hasSize(1);
    }

    /** A figure of the plan's last year is owed though the plan has ended; the target and the figure are samples. */
    private static void ask(GatewayClient client) {
        Answer target = client.post(CITY, "/api/v1/targets", Suite.json("""
                {"plan": "%s", "indicator": "%s", "region": "%s", "year": 2025, "comparator": "ge", "value": 20,
                 "unit": "CNY_100M", "baseline": {"year": 2020, "value": 10}, "reason": "演示样本 sample"}
                """.formatted(PLAN, INDICATOR, REGION)));
        assertThat(target.status()).as("%s", target.body()).isEqualTo(201);
    }

    private static JsonNode opened(GatewayClient client) {
        String list = MATTERS + "?cause=report-overdue&region=" + REGION;
        await().atMost(PATIENCE).until(() -> items(client.get(CITY, list)).size(), size -> size == 1);
        JsonNode matter = items(client.get(CITY, list)).get(0);
        assertThat(matter.path("state").asText()).isEqualTo("registered");
        assertThat(matter.path("title").asText()).contains("补报数据", "2025", "Report the figure");
        return matter;
    }

    /** The figure is delivered its normal way; the answer cites its version, and needs some evidence. */
    private static void reply(GatewayClient client, String path) {
        Answer bare =
                client.move(DISTRICT, path + ":reply", Suite.json("{\"text\":\"演示样本 sample\"}"), tag(client, path));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body().path("code").asText()).isEqualTo("evidence-missing");
        Answer delivered = client.post(DISTRICT, "/api/v1/observations", Suite.json("""
                {"items": [{"indicator": "%s", "region": "%s", "period": "2025", "value": 21.5, "unit": "CNY_100M",
                 "source": {"title": "演示样本 sample", "reference": "test"}}]}
                """.formatted(INDICATOR, REGION)));
        assertThat(delivered.status()).as("%s", delivered.body()).isEqualTo(200);
        JsonNode figure = items(client.get(
                        DISTRICT,
                        "/api/v1/indicators/" + INDICATOR + "/observations?region=" + REGION + "&from=2025&to=2025"))
                .get(0);
        JsonNode replied = move(client, DISTRICT, path, "reply", """
                {"text": "演示样本 sample", "evidence": [{"kind": "observation", "observation": "%s", "version": %d}]}
                """.formatted(
                        figure.path("id").asText(), figure.path("version").asInt()));
        assertThat(replied.at("/replies/0/evidence/0/version").asInt())
                .isEqualTo(figure.path("version").asInt());
    }

    private static JsonNode report(GatewayClient client) {
        return items(client.get(
                        DISTRICT,
                        "/api/v1/overdue-reports?plan=" + PLAN + "&indicator=" + INDICATOR + "&region=" + REGION))
                .get(0);
    }

    private static JsonNode move(GatewayClient client, String user, String path, String action, String body) {
        Answer moved = client.move(user, path + ":" + action, Suite.json(body), tag(client, path));
        assertThat(moved.status()).as(action + " %s", moved.body()).isEqualTo(200);
        return moved.body();
    }

    private static String tag(GatewayClient client, String path) {
        return client.get(CITY, path).headers().get("etag");
    }

    private static List<JsonNode> told(Feed feed) {
        return feed.readAll().stream()
                .filter(event -> event.path("partitionkey").asText().equals(AGGREGATE))
                .toList();
    }

    private static List<JsonNode> items(Answer page) {
        assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
        return StreamSupport.stream(page.body().path("items").spliterator(), false)
                .toList();
    }
}
