package org.finplan.indicators.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.finplan.indicators.recording.Staged;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A random history of reports, revisions, withdrawals and releases against the real database, and beside it the simplest
 * oracle: what everybody should know at each instant. At the end every instant is asked again: later knowledge must not
 * have changed the past, and no instant may show what came after it.
 */
@FinplanTest
class AsOfTest {

    private static final String SERIES = "resident-population";
    private static final String[] PERIODS = {"1991", "1992", "1993"};
    private static final int STEPS = 40;

    /** What everybody should know at an instant: value by period. */
    private record Checkpoint(Instant at, Map<String, BigDecimal> known) {}

    private record Staged(String release, Instant at, Map<String, BigDecimal> figures) {}

    private final Map<String, BigDecimal> known = new TreeMap<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<Staged> staged = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"20261122,441223", "42,441224", "7,441225"})
    void asOfNeverSeesTheFuture(long seed, String region) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            checkpoint();
            step(random, region);
            if (crossedARelease()) {
                break;
            }
            checkpoint();
            publishWhatIsDue();
        }
        while (!staged.isEmpty() && !crossedARelease()) {
            publishWhatIsDue();
        }
        checkpoint();
        assertThat(checkpoints).isNotEmpty();
        for (Checkpoint checkpoint : checkpoints) {
            assertThat(read(region, checkpoint.at()))
                    .as("seed %d at %s", seed, checkpoint.at())
                    .isEqualTo(checkpoint.known());
        }
    }

    private void checkpoint() {
        // A release may become known between its time and the moment when this test has seen it; no oracle then.
        Instant now = Instant.now();
        if (staged.stream().allMatch(release -> now.isBefore(release.at()))) {
            checkpoints.add(new Checkpoint(now, new TreeMap<>(known)));
        }
    }

    /** On a stalled machine a step may end after the time of a release: the oracle cannot know which came first. */
    private boolean crossedARelease() {
        Instant now = Instant.now();
        return staged.stream().anyMatch(release -> release.at().isBefore(now));
    }

    private void step(Random random, String region) {
        String period = PERIODS[random.nextInt(PERIODS.length)];
        BigDecimal value = BigDecimal.valueOf(random.nextInt(5_000) + 1, 2).stripTrailingZeros();
        switch (random.nextInt(10)) {
            case 0, 1 -> withdraw(region, period);
            case 2 -> stage(random, region, period, value);
            default -> {
                report("city-officer", item(SERIES, region, period, value.toPlainString(), unit(), REASON))
                        .statusCode(200);
                known.put(period, value);
            }
        }
    }

    private static final String REASON = ",\"reason\":\"correction\"";

    private void withdraw(String region, String period) {
        JsonPath items = items(region, period, Instant.now());
        if (!known.containsKey(period)) {
            return;
        }
        as("city-officer")
                .header("If-Match", "\"" + items.getInt("items[0].version") + "\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + items.getString("items[0].id") + ":withdraw")
                .then()
                .statusCode(200);
        known.remove(period);
    }

    private void stage(Random random, String region, String period, BigDecimal value) {
        Instant at = Instant.now().plusMillis(1_500 + random.nextInt(1_500));
        String release = as("city-officer")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + at + "\",\"audience\":\"internal\"}")
                .post("/api/v1/releases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        int status = as("city-officer")
                .body("{\"release\":\"" + release + "\",\"items\":["
                        + item(SERIES, region, period, value.toPlainString(), unit(), REASON) + "]}")
                .post("/api/v1/observations")
                .statusCode();
        // On a slow machine its time may have come before anything was staged: it publishes nothing then.
        staged.add(new Staged(release, at, status == 200 ? Map.of(period, value) : Map.of()));
    }

    /** Waits for the first release when its time has come, so that the order of events is known. */
    private void publishWhatIsDue() {
        staged.sort((one, other) -> one.at().compareTo(other.at()));
        if (staged.isEmpty()
                || Instant.now().plusMillis(1_000).isBefore(staged.get(0).at())) {
            return;
        }
        Staged first = staged.remove(0);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        as("auditor").get("/api/v1/releases/" + first.release()).statusCode() == 200);
        // No step was taken since its time was still to come: what was known then is what is known without it.
        checkpoints.add(new Checkpoint(first.at().minusNanos(1_000), new TreeMap<>(known)));
        known.putAll(first.figures());
    }

    private static String unit() {
        return "PERSON_10K";
    }

    private static Map<String, BigDecimal> read(String region, Instant asOf) {
        JsonPath items = items(region, null, asOf);
        Map<String, BigDecimal> read = new TreeMap<>();
        List<Map<String, Object>> rows = items.getList("items");
        rows.forEach(row -> read.put(
                (String) row.get("period"), new BigDecimal(row.get("value").toString()).stripTrailingZeros()));
        return read;
    }

    private static JsonPath items(String region, String period, Instant asOf) {
        String from = period == null ? PERIODS[0] : period;
        String to = period == null ? PERIODS[PERIODS.length - 1] : period;
        return new JsonPath(as("city-officer")
                        .get("/api/v1/indicators/" + SERIES + "/observations?region=" + region + "&from=" + from
                                + "&to=" + to + "&asOf=" + asOf)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .using(new JsonPathConfig(NumberReturnType.BIG_DECIMAL));
    }
}
