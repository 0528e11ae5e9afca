package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.platform.devstack.client.GatewayClient;
import org.finplan.platform.devstack.client.PackageZip;
import org.finplan.platform.devstack.stack.Endpoints;
import org.finplan.systemtests.repository.Repository;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Three plans side by side; a version of one comes in force while people work and one service is away. */
@Order(8)
@ExtendWith(SharedSuite.class)
class PublicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The plan of another city: the sample of the documents. */
    private static final String PLAN = "sample-15fyp";

    private static final String OFFICER = "city-officer-SAMPLE-CITY";
    private static final String TASK = "/api/v1/tasks/t1.m1";
    private static final String ATTAINMENT = "/api/v1/attainment?plan=" + PLAN + "&period=2026&region=SAMPLE-CITY";
    private static final String FIGURES =
            "/api/v1/indicators/sample-loans/observations?vintages=all&limit=500&region=SAMPLE-CITY&from=2026&to=2026";
    /** Each reads some eight times a second. */
    private static final int READERS = 5;

    @Test
    void aVersionComesInForceEverywhereWhileOneServiceIsAwayAndNobodyNotices(Suite suite) {
        GatewayClient client = suite.client();
        publish(client, "city-admin", "docs/zq-fin-15fyp-sample", UnaryOperator.identity());
        publish(client, "city-admin-SAMPLE-CITY", "docs/sample-plan-package", UnaryOperator.identity());
        awaitInForce(programs(suite), "zq-fin-14fyp 1", "zq-fin-15fyp-sample 1", PLAN + " 1");
        Answer report = client.post(OFFICER, TASK + "/progress-reports?plan=" + PLAN, Suite.json("""
                {"status":"in_progress","reportedFor":"2026-10-31","note":"sample: by the older version"}"""));
        assertThat(report.status()).as("%s", report.body()).isEqualTo(201);

        List<Integer> figures;
        try (Balancer balancer = new Balancer(List.of(suite.gateway()));
                Load city = new Load(balancer, suite.token("city-officer"));
                Load other = new Load(balancer, suite.token(OFFICER))) {
            read(city, other);
            figures = other.writing("/api/v1/observations", PublicationIT::figure);
            long start = System.nanoTime();
            city.awaitReads(100);
            publishWithoutTasks(suite, client, city);
            city.awaitReads(100);
            int reads = city.reads() + other.reads();
            System.out.println(reads + " reads, " + figures.size() + " writes, "
                    + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
            assertThat(Stream.concat(city.failedReads().stream(), other.failedReads().stream()))
                    .isEmpty();
            assertThat(other.refusedWrites()).isEmpty();
            assertThat(other.repeatedWrites()).isZero();
        }
        assertThat(values(client))
                .containsAll(figures.stream().map(PublicationIT::value).toList());
        assertThat(client.get(OFFICER, TASK + "/progress-reports?plan=" + PLAN)
                        .body()
                        .findValuesAsText("note"))
                .contains("sample: by the older version");
    }

    /** More and more of them, as in a morning; nothing that they ask for is answered by the service that is taken away. */
    private static void read(Load city, Load other) {
        for (int reader = 0; reader < READERS; reader++) {
            Stream.of(
                            "/api/v1/attainment?plan=zq-fin-14fyp&period=2024&region=441200",
                            "/api/v1/indicators?plan=zq-fin-15fyp-sample",
                            "/api/v1/alerts?limit=5",
                            "/api/v1/plans")
                    .forEach(city::reading);
            other.reading(ATTAINMENT);
            city.awaitReads(20);
        }
    }

    private static void publishWithoutTasks(Suite suite, GatewayClient client, Load load) {
        String version = "/api/v1/plans/" + PLAN + "/changes/2";
        stop(suite.process("tasks"));
        try {
            publish(client, "city-admin-SAMPLE-CITY", "docs/sample-plan-package", PublicationIT::second);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            client.get(OFFICER, version).body().findValuesAsText("participant"))
                    .containsExactlyInAnyOrder("risk-service", "gateway"));
            load.awaitReads(400);
            assertThat(client.get(OFFICER, version).body().path("state").asText())
                    .isEqualTo("preparing");
            awaitInForce(programs(suite).subList(0, 3), PLAN + " 1");
            assertThat(target(client)).isEqualTo("150");
        } finally {
            // It ends without having seen the version; the launcher starts another one.
            suite.kill("tasks");
        }
        awaitInForce(programs(suite), "zq-fin-14fyp 1", "zq-fin-15fyp-sample 1", PLAN + " 2");
        assertThat(client.get(OFFICER, version).body().path("state").asText()).isEqualTo("in-force");
        assertThat(target(client)).isEqualTo("160");
        assertThat(client.get(OFFICER, TASK + "?plan=" + PLAN).body().toString())
                .contains("演示样本：试点，第二版");
    }

    private static String second(String text) {
        return text.replace(
                        "\"printed\": \"150\", \"comparator\": \"ge\", \"value\": 150",
                        "\"printed\": \"160\", \"comparator\": \"ge\", \"value\": 160")
                .replace("\"演示样本：试点\"", "\"演示样本：试点，第二版\"");
    }

    /** A package that is there already stays as it is. */
    private static void publish(GatewayClient client, String author, String directory, UnaryOperator<String> change) {
        Answer answer = client.post(
                author,
                "/api/v1/plan-packages?reason=sample",
                "application/zip",
                PackageZip.of(Repository.ROOT.resolve(directory), change));
        boolean there = answer.body().path("code").asText().equals("package-unchanged");
        assertThat(there ? 202 : answer.status()).as("%s", answer.body()).isEqualTo(202);
    }

    private static void stop(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-s", "STOP", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The service that is taken away comes last. */
    private static List<URI> programs(Suite suite) {
        Endpoints endpoints = suite.endpoints();
        return Stream.of(endpoints.gateway(), endpoints.indicators(), endpoints.risk(), endpoints.tasks())
                .map(URI::create)
                .toList();
    }

    private static void awaitInForce(List<URI> programs, String... versions) {
        for (URI program : programs) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Http.planVersions(program).split(", "))
                            .as("%s", program)
                            .contains(versions));
        }
    }

    private static String target(GatewayClient client) {
        Answer answer = client.get(OFFICER, ATTAINMENT);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        return answer.body().at("/items/0/target/value").asText();
    }

    private static List<String> values(GatewayClient client) {
        Answer answer = client.get(OFFICER, FIGURES);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        List<String> values = new ArrayList<>();
        for (JsonNode version : answer.body().path("items")) {
            values.add(version.path("value").asText());
        }
        return values;
    }

    private static String value(int number) {
        return "1" + number + ".5";
    }

    private static String figure(int number) {
        return """
                {"items":[{"indicator":"sample-loans","region":"SAMPLE-CITY","period":"2026-06-30","value":%s,\
                "unit":"CNY_100M","status":"estimated","reason":"correction",\
                "source":{"title":"sample: publication","reference":"test"}}]}""".formatted(value(number));
    }
}
