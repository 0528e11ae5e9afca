package org.finplan.benchmarks.facts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.finplan.platform.devstack.issuer.DemoUser;

/**
 * What is loaded: series of a plan package that says that it is a sample, in the city and its eleven parts, month by month,
 * each figure revised four times. A place is one series in one region.
 */
final class Sample {

    static final String TITLE = "性能测试样本，并非真实数据 / sample of a benchmark, not a real figure";
    static final String REFERENCE = "finplan benchmark";
    static final String CITY = "441200";
    static final List<String> REGIONS =
            Stream.concat(Stream.of(CITY), DemoUser.DISTRICTS.stream()).toList();
    static final int PERIODS = 60;
    static final int VERSIONS = 5;
    /** First and last of the periods. */
    static final String FROM = "2019-01";

    static final String TO = "2023-12";

    /** Each after one more version of every figure became known. */
    static final List<Instant> PAST = Stream.of("2024-04", "2024-10", "2025-04", "2025-10", "2026-04")
            .map(month -> Instant.parse(month + "-01T00:00:00Z"))
            .toList();

    private static final String PLAN = "sample-benchmark";

    private static final Map<String, Object> PLAN_HEAD = Map.of(
            "code",
            PLAN,
            "title_zh",
            TITLE,
            "title_en",
            TITLE,
            "document_number",
            "sample",
            "issued",
            "2026-01-01",
            "issuer",
            "sample",
            "horizon",
            "2021/2025",
            "baseline_year",
            2020,
            "target_year",
            2025);
    private static final Map<String, Object> UNIT = Map.of(
            "code", "CNY_100M",
            "zh", "亿元",
            "en", "100 million yuan (CNY)",
            "ucum", "10*8.[CNY]",
            "kind", "currency");
    private static final Map<String, Object> CLAUSE = Map.of("id", "sample", "title_zh", "样本", "title_en", "Sample");

    /** A plan is about a region; the figures are those of regions of the bundled plan. */
    private static final Map<String, Object> REGION = Map.of(
            "code", "LOCAL-SAMPLE",
            "code_system", "LOCAL",
            "sdmx", "LOCAL_SAMPLE",
            "name_zh", "测试样本地区",
            "name_en", "Sample region",
            "kind", "prefecture_city");

    private Sample() {}

    static String series(int place) {
        return "sample-%04d".formatted(place / REGIONS.size());
    }

    static String region(int place) {
        return REGIONS.get(place % REGIONS.size());
    }

    /**
     * Writes the plan package that defines the series.
     *
     * @param directory where the package's directory comes
     * @param places how many places it must hold
     * @return the package's directory
     */
    static Path write(Path directory, int places) throws IOException {
        Path plan = Files.createDirectories(directory.resolve(PLAN));
        List<Map<String, Object>> series = IntStream.range(0, (places - 1) / REGIONS.size() + 1)
                .mapToObj(number -> series(number * REGIONS.size()))
                .map(Sample::definition)
                .toList();
        Map<String, Map<String, Object>> files = Map.of(
                "indicators",
                        Map.of(
                                "plan",
                                PLAN_HEAD,
                                "table_clause",
                                "sample",
                                "units",
                                List.of(UNIT),
                                "indicators",
                                List.of()),
                "facts", Map.of("facts", List.of(), "series", series),
                "regions", Map.of("regions", List.of(REGION), "reference_regions", List.of()),
                "clauses", Map.of("clauses", List.of(CLAUSE)),
                "tasks", Map.of("verbs", List.of(), "tasks", List.of()));
        // In the order of their keys, or the service would take it for another package each time.
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        for (Map.Entry<String, Map<String, Object>> file : files.entrySet()) {
            json.writeValue(plan.resolve(file.getKey() + ".json").toFile(), file.getValue());
        }
        return plan;
    }

    private static Map<String, Object> definition(String code) {
        return Map.of(
                "code",
                code,
                "sdmx",
                code.toUpperCase(Locale.ROOT).replace('-', '_'),
                "name_zh",
                "测试样本 " + code,
                "name_en",
                "Sample " + code,
                "unit",
                "CNY_100M");
    }
}
