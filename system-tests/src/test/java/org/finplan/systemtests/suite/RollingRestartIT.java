package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every program is exchanged for a new one while people work, and nobody notices. */
@Order(6)
class RollingRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REGION = "441226";
    private static final String LEAF = "t4.2.2.1.m02";

    @Test
    void everyProgramIsRestartedUnderLoadWithNoFailedReadAndNoLostOrDoubledWrite() {
        try (Suite suite = Suite.start("rolling", Map.of("FINPLAN_SHUTDOWN_DELAY", "5s"));
                Fleet fleet = new Fleet(suite)) {
            fleet.start();
            List<Integer> figures;
            List<Integer> reports;
            try (Balancer balancer = new Balancer(fleet.gateways());
                    Load load = new Load(balancer, suite.token("city-officer"))) {
                Stream.of(
                                "/api/v1/attainment?plan=zq-fin-14fyp&period=2024&region=441200",
                                "/api/v1/tasks?plan=zq-fin-14fyp&limit=20",
                                "/api/v1/alerts?limit=20",
                                "/api/v1/events?limit=5&wait=1")
                        .forEach(load::reading);
                figures = load.writing("/api/v1/observations", RollingRestartIT::figure);
                reports = load.writing("/api/v1/tasks/" + LEAF + "/progress-reports", RollingRestartIT::report);
                restartAll(fleet, balancer, load);
                System.out.println(load.reads() + " reads, " + (figures.size() + reports.size()) + " writes, "
                        + load.repeatedWrites() + " sent again");
                assertThat(load.failedReads()).isEmpty();
                assertThat(load.refusedWrites()).isEmpty();
            }
            GatewayClient client = new GatewayClient(fleet.gateways().get(0), suite::token);
            assertThat(figures).hasSizeGreaterThan(20);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(recordedFigures(client))
                    .containsExactlyInAnyOrderElementsOf(
                            figures.stream().map(RollingRestartIT::value).toList()));
            assertThat(reportedNotes(client))
                    .hasSizeGreaterThan(20)
                    .containsExactlyInAnyOrderElementsOf(
                            reports.stream().map(RollingRestartIT::note).toList());
            assertNothingStuck(client);
            assertReleasePublishedOnce(suite, client);
            assertConsequencesOnce(suite, client);
        }
    }

    private static void restartAll(Fleet fleet, Balancer balancer, Load load) {
        load.awaitReads(50);
        fleet.find(Repository.ROOT.resolve("docs/sample-plan-package"));
        fleet.restartSecond();
        load.awaitReads(50);
        awaitVersion(fleet, "sample-15fyp 1");
        fleet.restartFirst();
        load.awaitReads(50);
        for (String gateway : List.of("gateway-1", "gateway-2")) {
            fleet.restartGateway(gateway);
            await().atMost(PATIENCE).until(() -> balancer.size() == 2);
            load.awaitReads(50);
        }
        awaitVersion(fleet, "sample-15fyp 1");
    }

    /** What one instance of one service found when it started is in force in every program, and after every restart. */
    private static void awaitVersion(Fleet fleet, String version) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(fleet.versions().values())
                .allSatisfy(versions -> assertThat(versions).contains(version)));
    }

    /** Each figure once: a write that was done twice would be there with two events. */
    private static List<String> recordedFigures(GatewayClient client) {
        Feed feed = new Feed(client);
        List<String> ids = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (JsonNode event : feed.readAll()) {
            boolean ours = event.path("type").asText().contains("observation.recorded")
                    && event.path("data").path("region").asText().equals(REGION)
                    && event.path("data").path("source").asText().contains("rolling");
            // A redelivery has the same id and is no second figure.
            if (ours && !ids.contains(event.path("id").asText())) {
                ids.add(event.path("id").asText());
                values.add(event.path("data").path("value").asText());
            }
        }
        feed.assertOrderPerAggregate();
        return values;
    }

    private static List<String> reportedNotes(GatewayClient client) {
        List<String> notes = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = client.get(
                    "city-officer",
                    "/api/v1/tasks/" + LEAF + "/progress-reports?limit=100"
                            + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.status()).as("%s", page.body()).isEqualTo(200);
            page.body()
                    .path("items")
                    .forEach(item -> notes.add(item.path("note").asText()));
            cursor = page.body().path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return notes;
    }

    private static void assertNothingStuck(GatewayClient client) {
        Answer letters = client.get("city-admin", "/api/v1/dead-letters");
        assertThat(letters.status()).isEqualTo(200);
        assertThat(letters.body().path("items")).isEmpty();
        Answer audit = client.get("auditor", "/api/v1/audit:verify");
        assertThat(audit.status()).isEqualTo(200);
        assertThat(audit.body().toString()).doesNotContain("\"intact\":false");
    }

    /** Both instances of indicators look for releases whose time has come: one publishes, each value is told once. */
    private static void assertReleasePublishedOnce(Suite suite, GatewayClient client) {
        Answer announced = client.post(
                "city-officer",
                "/api/v1/releases",
                Suite.json("{\"title\":\"sample: two instances\",\"audience\":\"internal\",\"releaseAt\":\""
                        + Instant.now().plusSeconds(8) + "\"}"));
        assertThat(announced.status()).as("%s", announced.body()).isEqualTo(201);
        String release = announced.body().path("id").asText();
        List<String> regions = List.of("441202", "441203", "441204");
        String items = regions.stream()
                .map(region -> "{\"indicator\":\"premium-income\",\"region\":\"" + region
                        + "\",\"period\":\"2031\",\"value\":1.5,\"unit\":\"CNY_100M\"}")
                .collect(Collectors.joining(","));
        Answer staged = client.post(
                "city-officer",
                "/api/v1/observations",
                Suite.json("{\"release\":\"" + release + "\",\"items\":[" + items + "]}"));
        assertThat(staged.status()).as("%s", staged.body()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> client.get("auditor", "/api/v1/releases/" + release)
                .body()
                .path("state")
                .asText()
                .equals("released"));
        assertThat(Stored.told(suite, "indicators", release))
                .containsExactlyInAnyOrder(
                        "release.published 441200",
                        "observation.recorded 441202",
                        "observation.recorded 441203",
                        "observation.recorded 441204");
    }

    /** Two instances of tasks and risk share the events: what follows from a figure follows, and once. */
    private static void assertConsequencesOnce(Suite suite, GatewayClient client) {
        Suite.Result told = suite.finplan("demo");
        assertThat(told.code()).as(told.output()).isZero();
        Answer alerts = client.get("risk-officer", "/api/v1/alerts?limit=100");
        assertThat(alerts.status()).isEqualTo(200);
        List<String> open = new ArrayList<>();
        alerts.body().path("items").forEach(alert -> {
            if (!alert.path("state").asText().equals("closed")) {
                open.add(alert.path("rule") + " " + alert.path("indicator") + " " + alert.path("region"));
            }
        });
        assertThat(open).isNotEmpty().doesNotHaveDuplicates();
    }

    private static String value(int number) {
        return "1" + number + ".5";
    }

    private static String figure(int number) {
        return """
                {"items":[{"indicator":"green-credit","region":"%s","period":"2024","value":%s,"unit":"CNY_100M",\
                "status":"estimated","reason":"correction","source":{"title":"sample: rolling restart","reference":"test"}}]}""".formatted(REGION, value(number));
    }

    private static String note(int number) {
        return "sample: rolling restart " + number;
    }

    private static String report(int number) {
        return "{\"status\":\"in_progress\",\"reportedFor\":\"2023-06-30\",\"note\":\"" + note(number) + "\"}";
    }
}
