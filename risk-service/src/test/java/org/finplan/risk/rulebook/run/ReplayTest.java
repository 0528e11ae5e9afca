package org.finplan.risk.rulebook.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A year of invented reports, replayed: late, corrected and incomplete ones among them. The alerts come out the same, whoever
 * takes the reports of which institution when, as long as each institution's own come in their order.
 */
@FinplanTest
class ReplayTest {

    private static final long SEED = 20_251_129;
    private static final int INSTITUTIONS = 6;
    private static final List<String> KINDS = List.of("factoring", "guarantee_commercial", "leasing");
    private static final Map<String, List<String>> METRICS = Map.of(
            "factoring", List.of("risk-reserve", "financing-factoring-balance"),
            "guarantee_commercial", List.of("largest-single-client-liability-balance", "net-assets"),
            "leasing", List.of("leasing-assets", "total-assets"));

    /** What is another one each time: ids, times, and the codes of the institutions. */
    private static final Set<String> NOT_COMPARED = Set.of(
            "id",
            "raisedAt",
            "updatedAt",
            "dueAt",
            "occurredAt",
            "recordedAt",
            "event",
            "observation",
            "institution",
            "at");

    /** One report of an institution, by its number. */
    private record Report(int institution, String period, Map<String, Object> metrics, String reason) {}

    private static String kind(int institution) {
        return KINDS.get(institution % KINDS.size());
    }

    /** The same at every call: a report a month, one in six incomplete, one in five corrected later. */
    private static List<Report> year() {
        Random random = new Random(SEED);
        List<Report> reports = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            String period = YearMonth.of(2025, 1).plusMonths(month).toString();
            for (int institution = 0; institution < INSTITUTIONS; institution++) {
                Map<String, Object> metrics = metrics(kind(institution), random);
                if (random.nextInt(6) == 0) {
                    metrics.remove(METRICS.get(kind(institution)).get(0));
                }
                reports.add(new Report(institution, period, metrics, null));
                if (random.nextInt(5) == 0) {
                    reports.add(new Report(institution, period, metrics(kind(institution), random), "演示样本：更正"));
                }
            }
        }
        return reports;
    }

    private static Map<String, Object> metrics(String kind, Random random) {
        Map<String, Object> metrics = new HashMap<>();
        metrics.put(
                METRICS.get(kind).get(0), kind.equals("leasing") ? 40 + random.nextInt(60) : 1 + random.nextInt(18));
        metrics.put(METRICS.get(kind).get(1), kind.equals("factoring") ? 1_000 : 100);
        return metrics;
    }

    private static List<String> institutions() {
        return IntStream.range(0, INSTITUTIONS)
                .mapToObj(number -> SampleInstitution.registered(kind(number), "441204"))
                .toList();
    }

    private static void take(Report report, List<String> codes) {
        Map<String, Object> item = new HashMap<>();
        item.put("institution", codes.get(report.institution()));
        item.put("period", report.period());
        item.put("metrics", report.metrics());
        if (report.reason() != null) {
            item.put("reason", report.reason());
        }
        Requests.as("city-officer")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("items", List.of(item)))
                .post("/api/v1/institution-reports")
                .then()
                .statusCode(200);
    }

    /** {@return the alerts of institutions with their timelines, by the numbers of the institutions, without ids and times} */
    private static Map<String, Object> alerts(List<String> codes) {
        Map<String, Object> all = new TreeMap<>();
        for (int number = 0; number < codes.size(); number++) {
            JsonPath page = Requests.as("risk-officer")
                    .queryParams(Map.of("institution", codes.get(number), "limit", 200))
                    .get("/api/v1/alerts")
                    .jsonPath();
            for (Map<String, Object> alert : page.<Map<String, Object>>getList("items")) {
                Object timeline = Requests.as("risk-officer")
                        .get("/api/v1/alerts/" + alert.get("id") + "/timeline?limit=200")
                        .jsonPath()
                        .get("items");
                all.put(
                        number + " " + alert.get("rule") + " " + alert.get("counterpart"),
                        List.of(plain(alert), plain(timeline)));
            }
        }
        return all;
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> kept = new TreeMap<>();
            map.forEach((name, member) -> {
                if (!NOT_COMPARED.contains(name.toString())) {
                    kept.put(name.toString(), plain(member));
                }
            });
            return kept.toString();
        }
        return value instanceof List<?> list
                ? list.stream().map(ReplayTest::plain).toList().toString()
                : String.valueOf(value);
    }

    @Test
    @Tag("R02")
    void aYearOfReportsGivesTheSameAlertsTwiceAndByTwoReadersWithRunsInBetween() {
        List<String> first = institutions();
        year().forEach(report -> take(report, first));
        Map<String, Object> expected = alerts(first);
        assertThat(expected).hasSizeGreaterThan(5);

        List<String> second = institutions();
        year().forEach(report -> take(report, second));
        RuleRuns.done("risk-officer");
        assertThat(alerts(second)).isEqualTo(expected);

        List<String> third = institutions();
        ExecutorService readers = Executors.newFixedThreadPool(3);
        try {
            Map<Boolean, List<Report>> parts =
                    year().stream().collect(Collectors.partitioningBy(report -> report.institution() % 2 == 0));
            CompletableFuture<?> even =
                    CompletableFuture.runAsync(() -> parts.get(true).forEach(report -> take(report, third)), readers);
            CompletableFuture<?> odd =
                    CompletableFuture.runAsync(() -> parts.get(false).forEach(report -> take(report, third)), readers);
            CompletableFuture<?> runs = CompletableFuture.runAsync(
                    () -> {
                        while (!even.isDone() || !odd.isDone()) {
                            RuleRuns.done("risk-officer");
                        }
                    },
                    readers);
            CompletableFuture.allOf(even, odd, runs).join();
        } finally {
            readers.shutdown();
        }
        RuleRuns.done("risk-officer");
        assertThat(alerts(third)).isEqualTo(expected);
        assertThat(alerts(first)).isEqualTo(expected);
    }
}
