package org.finplan.indicators.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Replays what a statistical office really published, publication by publication, and compares every way of reading it by
 * release with answers that are worked out here from the file alone, see {@code vintages/NOTICE.md}. A region in which the
 * newest publication arrives first must answer as one in which they arrive in order.
 */
@FinplanTest
class ReplayTest {

    private static final String SERIES = "retail-sales";
    private static final String SAMPLE =
            ",\"kind\":\"level\",\"status\":\"as-published\",\"reason\":\"routine\",\"source\":{\"title\":\""
                    + "演示样本：美国实际国内生产总值，并非本地区数据 / sample: real GDP of the United States, not a figure of this region\"}";
    private static final int PAGE = 200;
    private static final int MEAN_DECIMALS = 7;
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** What a publication said of a quarter. */
    private record Published(Instant released, String period, BigDecimal value) {

        static Published of(String line) {
            String[] cells = line.split(",", -1);
            return new Published(
                    Instant.parse(cells[0] + "T00:00:00Z"), cells[1], new BigDecimal(cells[2]).stripTrailingZeros());
        }

        static Published of(JsonNode item) {
            return new Published(
                    Instant.parse(item.path("releasedAt").asText()),
                    item.path("period").asText(),
                    item.path("value").decimalValue().stripTrailingZeros());
        }
    }

    private final List<Published> all = file();
    /** By quarter, in the order of the publications. */
    private final Map<String, List<Published>> quarters =
            new TreeMap<>(all.stream().collect(groupingBy(Published::period)));

    private final TreeSet<Instant> vintages =
            new TreeSet<>(all.stream().map(Published::released).toList());

    @ParameterizedTest
    @CsvSource({"441284,false", "LOCAL-ZNA,true"})
    void everyReadByReleaseSaysWhatWasPublished(String region, boolean newestFirst) throws JsonProcessingException {
        assertThat(all).hasSize(385);
        List<Instant> order = new ArrayList<>(vintages);
        if (newestFirst) {
            Collections.shuffle(order, new Random(20_201_029));
            order.remove(vintages.last());
            order.add(0, vintages.last());
        }
        order.forEach(vintage -> publish(region, vintage));

        for (Instant vintage : vintages) {
            for (Instant asOf : List.of(vintage.minus(1, ChronoUnit.MICROS), vintage)) {
                assertThat(read(region, "latest&asOf=" + asOf))
                        .as("as of %s", asOf)
                        .isEqualTo(knownAt(asOf));
            }
        }
        assertThat(read(region, "latest")).isEqualTo(knownAt(vintages.last()));
        assertThat(read(region, "first"))
                .isEqualTo(quarters.values().stream().map(list -> list.get(0)).toList());
        List<Published> versions = read(region, "all");
        assertThat(newestFirst ? versions.stream().distinct().toList() : versions)
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(read(region, "changed")).containsExactlyInAnyOrderElementsOf(changed());
        checkTriangle(region);
    }

    private void publish(String region, Instant vintage) {
        List<Published> figures =
                all.stream().filter(figure -> figure.released().equals(vintage)).toList();
        String items = figures.stream()
                .map(figure -> item(
                        SERIES,
                        region,
                        figure.period(),
                        figure.value().toPlainString(),
                        "CNY_100M",
                        SAMPLE + ",\"releasedAt\":\"" + vintage + "\""))
                .collect(joining(","));
        Map<String, Integer> counts =
                report("city-officer", items).statusCode(200).extract().path("counts");
        assertThat(counts.get("created") + counts.get("revised")).isEqualTo(figures.size());
    }

    /** {@return of each quarter what the last publication until then said} */
    private List<Published> knownAt(Instant instant) {
        return quarters.values().stream()
                .flatMap(
                        list -> list.stream()
                                .filter(figure -> !figure.released().isAfter(instant))
                                .reduce((one, later) -> later)
                                .stream())
                .toList();
    }

    /** {@return what said another value than the publication before} */
    private List<Published> changed() {
        List<Published> changed = new ArrayList<>();
        for (List<Published> quarter : quarters.values()) {
            for (int i = 0; i < quarter.size(); i++) {
                if (i == 0
                        || quarter.get(i).value().compareTo(quarter.get(i - 1).value()) != 0) {
                    changed.add(quarter.get(i));
                }
            }
        }
        return changed;
    }

    private void checkTriangle(String region) throws JsonProcessingException {
        JsonNode triangle = get("revisions?kind=level&axis=released&from=2016&to=2020&region=" + region)
                .path("triangle");
        assertThat(texts(triangle.path("vintages")))
                .isEqualTo(vintages.stream().map(Instant::toString).toList());
        List<Map<String, BigDecimal>> columns =
                vintages.stream().map(vintage -> values(knownAt(vintage))).toList();
        List<BigDecimal> revisions = new ArrayList<>();
        for (JsonNode row : triangle.path("rows")) {
            String period = row.path("period").asText();
            List<Published> quarter = quarters.get(period);
            assertThat(numbers(row.path("values")))
                    .as(period)
                    .isEqualTo(
                            columns.stream().map(column -> column.get(period)).toList());
            BigDecimal first = quarter.get(0).value();
            BigDecimal latest = quarter.get(quarter.size() - 1).value();
            assertThat(row.path("first").decimalValue()).isEqualByComparingTo(first);
            assertThat(row.path("latest").decimalValue()).isEqualByComparingTo(latest);
            assertThat(row.path("revision").decimalValue()).isEqualByComparingTo(latest.subtract(first));
            revisions.add(latest.subtract(first));
        }
        assertThat(elements(triangle.path("rows")).map(row -> row.path("period").asText()))
                .containsExactlyElementsOf(quarters.keySet());
        long revised = quarters.values().stream()
                .filter(quarter ->
                        quarter.stream().map(Published::value).distinct().count() > 1)
                .count();
        assertThat(triangle.path("revisedPeriods").asLong()).isEqualTo(revised);
        assertThat(triangle.path("meanRevision").decimalValue()).isEqualByComparingTo(mean(revisions));
        assertThat(triangle.path("meanAbsoluteRevision").decimalValue())
                .isEqualByComparingTo(
                        mean(revisions.stream().map(BigDecimal::abs).toList()));
    }

    private static Map<String, BigDecimal> values(List<Published> figures) {
        return figures.stream().collect(toMap(Published::period, Published::value));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MEAN_DECIMALS, RoundingMode.HALF_UP);
    }

    /** {@return all pages} */
    private static List<Published> read(String region, String vintages) throws JsonProcessingException {
        List<Published> read = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = get("observations?kind=level&axis=released&from=2016&to=2020&region=" + region + "&limit="
                    + PAGE + "&vintages=" + vintages + cursor);
            page.path("items").forEach(item -> read.add(Published.of(item)));
            JsonNode next = page.path("nextCursor");
            cursor = next.isNull() ? null : "&cursor=" + next.asText();
        }
        return read;
    }

    private static JsonNode get(String what) throws JsonProcessingException {
        return JSON.readTree(as("city-officer")
                .urlEncodingEnabled(false)
                .get("/api/v1/indicators/" + SERIES + "/" + what)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static List<String> texts(JsonNode array) {
        return elements(array).map(JsonNode::asText).toList();
    }

    private static List<BigDecimal> numbers(JsonNode array) {
        List<BigDecimal> numbers = new ArrayList<>();
        array.forEach(value ->
                numbers.add(value.isNull() ? null : value.decimalValue().stripTrailingZeros()));
        return numbers;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<Published> file() {
        try (InputStream csv = ReplayTest.class.getResourceAsStream("/vintages/us-real-gdp.csv")) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Published::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
