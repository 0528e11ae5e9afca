package org.finplan.systemtests.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.systemtests.suite.Suite;

/** Things of one district that can be asked for. All of them say that they are samples. */
final class SampleFacts {

    /** Duanzhou. */
    static final String REGION = "441202";

    private static final String PLAN = "zq-fin-14fyp";
    private static final String INDICATOR = "green-credit";
    private static final String TASK = "t4.1.1.1.m01";
    private static final String TITLE = "演示样本 / sample of a test";
    private static final String OFFICER = "city-officer";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final GatewayClient client;

    private SampleFacts(GatewayClient client) {
        this.client = client;
    }

    /**
     * Makes what is not there yet.
     *
     * @param suite the stack
     * @return the values of the placeholders of the table
     */
    static Map<String, String> make(Suite suite) {
        SampleFacts facts = new SampleFacts(suite.client());
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("plan", PLAN);
        samples.put("indicator", INDICATOR);
        samples.put("region", REGION);
        samples.put("task", TASK);
        samples.put("nothing", "018f6f2e-7c1b-7e5a-9a55-1f6f6b0c2a10");
        samples.put("target", facts.target());
        samples.put("observation", facts.observation());
        samples.put("alert", facts.alert());
        samples.put("report", facts.report());
        samples.put("supervision", facts.supervision());
        samples.put("notice", facts.notice());
        samples.put("entry", facts.entry());
        samples.put("key", facts.key());
        samples.put("institution", facts.institution());
        samples.put("silence", facts.silence());
        samples.put("inhibition", facts.inhibition());
        return samples;
    }

    private String target() {
        String list = "/api/v1/targets?plan=" + PLAN + "&indicator=" + INDICATOR + "&region=" + REGION;
        if (client.get(OFFICER, list).body().path("items").isEmpty()) {
            ObjectNode target = place().put("plan", PLAN).put("year", 2025).put("comparator", "ge");
            target.put("value", 20).put("unit", "CNY_100M").put("reason", TITLE);
            target.putObject("baseline").put("year", 2020).put("value", 10);
            created(client.post(OFFICER, "/api/v1/targets", target));
        }
        return first(list);
    }

    private String observation() {
        ObjectNode report = JSON.objectNode();
        ObjectNode figure = place().put("period", "2024").put("value", 15).put("unit", "CNY_100M");
        figure.put("status", "estimated").put("reason", "correction");
        figure.putObject("source").put("title", TITLE).put("reference", "test");
        report.putArray("items").add(figure);
        created(client.post(OFFICER, "/api/v1/observations", report));
        return first("/api/v1/indicators/" + INDICATOR + "/observations?from=2024&to=2024&region=" + REGION);
    }

    private String alert() {
        String list = "/api/v1/alerts?indicator=" + INDICATOR + "&region=" + REGION;
        await().atMost(PATIENCE)
                .until(() -> !client.get(OFFICER, list).body().path("items").isEmpty());
        return first(list);
    }

    private String report() {
        ObjectNode report = JSON.objectNode().put("status", "in_progress").put("reportedFor", "2024-12-31");
        report.put("note", TITLE).put("region", REGION);
        return created(client.post("district-" + REGION, "/api/v1/tasks/" + TASK + "/progress-reports", report))
                .path("id")
                .asText();
    }

    /** Of the district, given to the unit among the callers. */
    private String supervision() {
        ObjectNode matter =
                JSON.objectNode().put("title", TITLE).put("cause", TITLE).put("region", REGION);
        return created(client.post(OFFICER, "/api/v1/supervisions", matter.put("unit", "zhaoqing-finance-bureau")))
                .path("id")
                .asText();
    }

    private String notice() {
        ObjectNode notice = JSON.objectNode().put("region", REGION).put("issuer", "演示样本单位");
        notice.putObject("title").put("zh", TITLE).put("en", TITLE);
        notice.putObject("body").put("zh", TITLE).put("en", TITLE);
        return created(client.post(OFFICER, "/api/v1/notices", notice))
                .path("id")
                .asText();
    }

    private String entry() {
        ObjectNode entry =
                JSON.objectNode().put("region", REGION).put("stage", "prepared").put("date", "2024-12-31");
        entry.putObject("name").put("zh", TITLE).put("en", TITLE);
        entry.putObject("fields").put("scope", TITLE);
        return created(client.post("district-" + REGION, "/api/v1/registers/pilots/entries", entry))
                .path("id")
                .asText();
    }

    private String key() {
        ObjectNode key = JSON.objectNode().put("name", TITLE).put("owner", Caller.DISTRICT.subject());
        key.putArray("roles").add("district-officer");
        key.putArray("scopes").add("indicators:read");
        key.putArray("regions").add(REGION);
        return created(client.post("city-admin", "/api/v1/api-keys", key))
                .path("id")
                .asText();
    }

    /** The institution whose reporter is among the callers. */
    private String institution() {
        String uscc = "91441200MA0000001U";
        if (client.get(OFFICER, "/api/v1/institutions/" + uscc).status() == 404) {
            ObjectNode institution = JSON.objectNode().put("uscc", uscc).put("name", TITLE);
            institution.put("kind", "microloan").put("region", REGION).put("status", "operating");
            created(client.post(OFFICER, "/api/v1/institutions", institution.put("since", "2020-01-01")));
        }
        return uscc;
    }

    private String silence() {
        ObjectNode silence = JSON.objectNode().put("reason", TITLE);
        silence.put("from", "2099-09-28T01:00:00Z").put("until", "2099-10-09T01:00:00Z");
        silence.putArray("matchers").addObject().put("field", "level").put("value", "orange");
        return created(client.post(OFFICER, "/api/v1/silences", silence))
                .path("id")
                .asText();
    }

    private String inhibition() {
        ObjectNode rule = JSON.objectNode().put("reason", TITLE).put("sourceState", "disposing");
        rule.put("sourceRule", "npl-ratio-above-province").put("targetRule", "plan-indicator-off-path");
        return created(client.post(OFFICER, "/api/v1/inhibition-rules", rule.put("equal", "region")))
                .path("id")
                .asText();
    }

    private static ObjectNode place() {
        return JSON.objectNode().put("indicator", INDICATOR).put("region", REGION);
    }

    private static JsonNode created(Answer answer) {
        assertThat(answer.successful()).as("%s", answer.body()).isTrue();
        return answer.body();
    }

    private String first(String list) {
        JsonNode id = client.get(OFFICER, list).body().path("items").path(0).path("id");
        assertThat(id.isTextual()).as(list).isTrue();
        return id.asText();
    }
}
