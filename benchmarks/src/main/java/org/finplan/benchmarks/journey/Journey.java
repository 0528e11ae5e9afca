package org.finplan.benchmarks.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;

/**
 * One district, one indicator, one open alert: every further figure is off its path and becomes the evidence of that alert.
 * All figures and the target are samples and say so.
 */
final class Journey {

    private static final String PLAN = "zq-fin-14fyp";
    private static final String INDICATOR = "manufacturing-loans";
    private static final String REGION = "441203";
    private static final String PERIOD = "2024";
    private static final String REPORTER = "district-" + REGION;
    private static final String READER = "risk-officer";
    private static final String TITLE = "性能测试样本，并非真实数据 / sample of a benchmark, not a real figure";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Between two reads, so that the reader does not take the processor from what it waits for. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final GatewayClient gateway;
    private String alert;
    private BigDecimal value = new BigDecimal("11.0000");
    private int version;

    /**
     * One figure's way.
     *
     * @param post sending the figure until it is acknowledged
     * @param event from there until the read that shows it on the alert began
     * @param read that read
     */
    record Hops(Duration post, Duration event, Duration read) {

        /** {@return from sending the figure until the alert that shows it was read} */
        Duration total() {
            return post.plus(event).plus(read);
        }
    }

    Journey(GatewayClient gateway) {
        this.gateway = gateway;
    }

    /** Sets the sample target, posts the first figure and finds the alert that it raises. */
    void prepare() {
        String targets = "/api/v1/targets?plan=%s&indicator=%s&region=%s".formatted(PLAN, INDICATOR, REGION);
        if (read("city-officer", targets).path("items").isEmpty()) {
            accepted(gateway.post("city-officer", "/api/v1/targets", target()));
        }
        JsonNode known = read(REPORTER, seriesPath()).path("items").path(0);
        version = known.path("version").asInt();
        if (known.path("value").isNumber()) {
            value = known.path("value").decimalValue();
        }
        if (value.compareTo(new BigDecimal("12")) > 0) {
            value = new BigDecimal("11.0000");
        }
        post();
        Answer page = await(
                "/api/v1/alerts?rule=plan-indicator-off-path&sort=-updatedAt&indicator=" + INDICATOR + "&region="
                        + REGION,
                "/items/0/evidence/version");
        alert = page.body().at("/items/0/id").asText();
    }

    /** {@return how long the next figure took on each hop} */
    Hops next() {
        long start = System.nanoTime();
        post();
        long posted = System.nanoTime();
        Answer seen = await("/api/v1/alerts/" + alert, "/evidence/version");
        long end = System.nanoTime();
        long readFrom = end - seen.took().toNanos();
        return new Hops(
                Duration.ofNanos(posted - start),
                Duration.ofNanos(readFrom - posted),
                Duration.ofNanos(end - readFrom));
    }

    private void post() {
        value = value.add(new BigDecimal("0.0001"));
        version++;
        JsonNode report = accepted(gateway.post(REPORTER, "/api/v1/observations", figure()))
                .body();
        int stored = report.at("/counts/created").asInt()
                + report.at("/counts/revised").asInt();
        if (stored != 1) {
            throw new IllegalStateException("The figure was not stored as a new version: " + report);
        }
    }

    private Answer await(String path, String evidence) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            Answer answer = accepted(gateway.get(READER, path));
            if (answer.body().at(evidence).asInt() >= version) {
                return answer;
            }
            pause();
        }
        throw new IllegalStateException("Version " + version + " did not reach " + path + " within " + PATIENCE);
    }

    private JsonNode read(String user, String path) {
        return accepted(gateway.get(user, path)).body();
    }

    private static String seriesPath() {
        return "/api/v1/indicators/%s/observations?region=%s&from=%s&to=%s"
                .formatted(INDICATOR, REGION, PERIOD, PERIOD);
    }

    private ObjectNode figure() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ObjectNode item = report.putArray("items").addObject();
        item.put("indicator", INDICATOR).put("region", REGION).put("period", PERIOD);
        item.put("value", value.toPlainString()).put("unit", "CNY_100M").put("status", "estimated");
        item.put("reason", "correction").set("source", source());
        return report;
    }

    private static ObjectNode target() {
        ObjectNode target = JsonNodeFactory.instance.objectNode();
        target.put("plan", PLAN)
                .put("indicator", INDICATOR)
                .put("region", REGION)
                .put("year", 2025);
        target.put("comparator", "ge").put("value", 20).put("unit", "CNY_100M");
        target.putObject("baseline").put("year", 2020).put("value", 10);
        return target.put("reason", TITLE);
    }

    private static ObjectNode source() {
        return JsonNodeFactory.instance.objectNode().put("title", TITLE).put("reference", "finplan benchmark");
    }

    private static Answer accepted(Answer answer) {
        if (!answer.successful()) {
            throw new IllegalStateException("Refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
