package org.finplan.benchmarks.facts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
        ObjectMapper json = new ObjectMapper();
        ObjectNode indicators = json.createObjectNode();
        indicators
                .putObject("plan")
                .put("title_zh", TITLE)
                .put("title_en", TITLE)
                .put("document_number", "sample")
                .put("issued", "2026-01-01")
                .put("issuer", "sample")
                .put("horizon", "2021/2025")
                .put("baseline_year", 2020)
                .put("target_year", 2025);
        indicators.put("table_clause", "sample");
        indicators
                .putArray("units")
                .addObject()
                .put("code", "CNY_100M")
                .put("zh", "亿元")
                .put("en", "100 million yuan (CNY)")
                .put("ucum", "10*8.[CNY]")
                .put("kind", "currency");
        indicators.putArray("indicators");
        ObjectNode facts = json.createObjectNode();
        facts.putArray("facts");
        ArrayNode series = facts.putArray("series");
        for (int place = 0; place < places; place += REGIONS.size()) {
            String code = series(place);
            series.addObject()
                    .put("code", code)
                    .put("sdmx", code.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
                    .put("name_zh", "测试样本 " + code)
                    .put("name_en", "Sample " + code)
                    .put("unit", "CNY_100M");
        }
        ObjectNode regions = json.createObjectNode();
        regions.putArray("regions");
        regions.putArray("reference_regions");
        ObjectNode clauses = json.createObjectNode();
        clauses.putArray("clauses")
                .addObject()
                .put("id", "sample")
                .putNull("parent")
                .put("title_zh", "样本")
                .put("title_en", "Sample");
        ObjectNode tasks = json.createObjectNode();
        tasks.putArray("verbs");
        tasks.putArray("tasks");
        json.writeValue(plan.resolve("indicators.json").toFile(), indicators);
        json.writeValue(plan.resolve("facts.json").toFile(), facts);
        json.writeValue(plan.resolve("regions.json").toFile(), regions);
        json.writeValue(plan.resolve("clauses.json").toFile(), clauses);
        json.writeValue(plan.resolve("tasks.json").toFile(), tasks);
        return plan;
    }
}
