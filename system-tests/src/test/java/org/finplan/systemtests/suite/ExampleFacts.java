package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/** What must be there so that every example can be taken, beside what the demo makes. All of it says that it is a sample. */
final class ExampleFacts {

    private static final String OFFICER = "city-officer";
    private static final String PERIOD = "2024";
    private static final String TITLE = "演示样本 / sample of a test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GatewayClient client;
    private final String broker;

    private ExampleFacts(Suite suite) {
        this.client = suite.client();
        this.broker = suite.endpoints().kafka();
    }

    /** Makes them. */
    static void make(Suite suite) {
        ExampleFacts facts = new ExampleFacts(suite);
        facts.whatIsAgreed();
        facts.whatIsReleased();
        facts.whatIsAssessed();
        facts.whatIsPlanned();
        facts.whatWasRun();
        facts.whatCannotBeRead();
    }

    /** Figures of the parts that add up to the city's, so that the dispute about one of them can be settled. */
    private void whatIsAgreed() {
        String indicator = "deposits-balance";
        String reconciliation =
                "/api/v1/reconciliations?plan=zq-fin-14fyp&period=" + PERIOD + "&indicator=" + indicator;
        ObjectNode report = JSON.objectNode();
        ArrayNode figures = report.putArray("items");
        client.get(OFFICER, reconciliation)
                .body()
                .at("/items/0/missing")
                .forEach(part -> figures.add(figure(indicator, part.asText(), BigDecimal.ONE)));
        figures.add(figure(indicator, "441200", BigDecimal.valueOf(figures.size())));
        taken(client.post(OFFICER, "/api/v1/observations", report));
        assertThat(client.get(OFFICER, reconciliation)
                        .body()
                        .at("/items/0/state")
                        .asText())
                .isEqualTo("agrees");
    }

    /** A release that is over, which can be read and brought back. */
    private void whatIsReleased() {
        Instant soon = Instant.now().plusSeconds(3);
        ObjectNode announced = JSON.objectNode().put("title", TITLE).put("audience", "public");
        String id = taken(client.post("city-admin", "/api/v1/releases", announced.put("releaseAt", soon.toString())))
                .path("id")
                .asText();
        ObjectNode report = JSON.objectNode().put("release", id);
        report.putArray("items").add(figure("green-credit", "441203", BigDecimal.TEN));
        taken(client.post("city-admin", "/api/v1/observations", report));
        await().atMost(PATIENCE).until(() -> client.get("city-admin", "/api/v1/releases/" + id)
                .body()
                .path("state")
                .asText()
                .equals("released"));
    }

    /** An entry of a register that takes assessments. */
    private void whatIsAssessed() {
        ObjectNode entry = JSON.objectNode()
                .put("region", "441202")
                .put("stage", "prepared")
                .put("date", "2024-12-31");
        entry.putObject("name").put("zh", "演示样本").put("en", "sample of a test");
        entry.putObject("fields").put("scope", TITLE);
        taken(client.post(OFFICER, "/api/v1/registers/pilots/entries", entry));
    }

    /** Annual work points, one that is changed and one that is withdrawn. */
    private void whatIsPlanned() {
        ObjectNode point = JSON.objectNode().put("year", 2025);
        point.putObject("title").put("zh", "演示样本").put("en", "sample of a test");
        for (int i = 0; i < 2; i++) {
            taken(client.post(OFFICER, "/api/v1/tasks/t4.1.1.1.m01/work-points", point));
        }
    }

    /** A run of the rules that has ended. */
    private void whatWasRun() {
        String run = taken(client.post("city-admin", "/api/v1/rule-runs", JSON.objectNode()))
                .path("id")
                .asText();
        await().atMost(PATIENCE).until(() -> client.get("city-admin", "/api/v1/rule-runs/" + run)
                .body()
                .path("state")
                .asText()
                .equals("done"));
    }

    /** A record that is no event, so that there is a dead letter. */
    private void whatCannotBeRead() {
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThat(producer.send(new ProducerRecord<>("indicators.events", "sample", TITLE)))
                    .succeedsWithin(PATIENCE);
        }
        await().atMost(PATIENCE).until(() -> !client.get("city-admin", "/api/v1/dead-letters")
                .body()
                .path("items")
                .isEmpty());
    }

    private static ObjectNode figure(String indicator, String region, BigDecimal value) {
        ObjectNode figure = JSON.objectNode().put("indicator", indicator).put("region", region);
        figure.put("period", PERIOD).put("value", value).put("unit", "CNY_100M");
        figure.putObject("source").put("title", TITLE).put("reference", "test");
        return figure.put("status", "estimated").put("reason", "correction");
    }

    private static JsonNode taken(Answer answer) {
        assertThat(answer.successful()).as("%s", answer.body()).isTrue();
        return answer.body();
    }
}
