package org.finplan.indicators.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.PATH;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.finplan.indicators.database.RecordingTime;
import org.finplan.indicators.database.SettledTime;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** What an instant says it says for ever, whoever is writing meanwhile; and a transaction records at one instant. */
@FinplanTest
class SettledTimeTest {

    private static final String SERIES = "loans-balance";
    private static final String REGION = "441224";
    private static final LocalDate FIRST = LocalDate.of(1981, 1, 1);

    @Inject
    RecordingTime recording;

    @Inject
    SettledTime settled;

    private static Response report(int days, int value) {
        List<String> items = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            items.add(item(
                    SERIES,
                    REGION,
                    FIRST.plusDays(day).toString(),
                    Integer.toString(value),
                    "CNY_100M",
                    ",\"reason\":\"routine\""));
        }
        return as("city-officer")
                .body("{\"items\":[" + String.join(",", items) + "]}")
                .post(PATH);
    }

    /** {@return how many figures have which value at an instant, or null while it is not settled} */
    private static Map<String, Integer> valuesAt(Instant asOf) {
        Response answer = as("city-officer")
                .get("/api/v1/indicators/" + SERIES + "/observations?region=" + REGION
                        + "&from=1981&to=1982&limit=500&asOf=" + asOf);
        if (answer.statusCode() == 400) {
            return null;
        }
        Map<String, Integer> values = new LinkedHashMap<>();
        answer.jsonPath().getList("items.value").forEach(value -> values.merge(value.toString(), 1, Integer::sum));
        return values;
    }

    @Test
    void anInstantThatWasAnsweredIsAnsweredTheSameLater() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        Map<Instant, Map<String, Integer>> answers = new LinkedHashMap<>();
        try {
            List<Future<?>> written = new ArrayList<>();
            int value = 0;
            for (int size : new int[] {1, 400, 3, 250, 30, 400}) {
                int next = ++value;
                written.add(writers.submit(
                        () -> assertThat(report(size, next).statusCode()).isEqualTo(200)));
            }
            while (!written.stream().allMatch(Future::isDone)) {
                Instant now = Instant.now();
                answers.put(now, valuesAt(now));
            }
            for (Future<?> each : written) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(answers).isNotEmpty();
        answers.forEach((instant, answer) -> {
            if (answer != null) {
                assertThat(valuesAt(instant)).as("at %s", instant).isEqualTo(answer);
            }
        });
    }

    @Test
    void aReportAndAllThatFollowsFromItIsRecordedAtOneInstant() {
        String region = "441223";
        String inputs = item("loans-balance", region, "1985-12-31", "75", "CNY_100M", "") + ","
                + item("deposits-balance", region, "1985-12-31", "100", "CNY_100M", "");
        as("city-officer")
                .body("{\"items\":[" + inputs + "]}")
                .post(PATH)
                .then()
                .statusCode(200);
        as("city-officer")
                .body("{\"items\":["
                        + item("loans-balance", region, "1985-12-31", "150", "CNY_100M", ",\"reason\":\"correction\"")
                        + "]}")
                .post(PATH)
                .then()
                .statusCode(200);
        Set<String> instants = new TreeSet<>();
        for (String series : List.of("loans-balance", "loan-deposit-ratio")) {
            List<String> recorded = as("city-officer")
                    .get("/api/v1/indicators/" + series + "/observations?region=" + region
                            + "&from=1985&to=1985&vintages=all")
                    .jsonPath()
                    .getList("items.recordedAt");
            assertThat(recorded).as(series).hasSize(2);
            instants.addAll(recorded);
        }
        assertThat(instants).as("two reports").hasSize(2);
        as("city-officer")
                .get("/api/v1/indicators/loan-deposit-ratio/observations?region=" + region
                        + "&from=1985&to=1985&vintages=all")
                .then()
                .body("items.reason.findAll { it != null }", everyItem(is("correction")));
    }

    @Test
    void anInstantToComeIsRefusedWithTheNewestThatIsSettled() {
        as("city-officer")
                .get("/api/v1/indicators/gdp/observations?asOf=2099-01-01T00:00:00Z")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?asOf"))
                .body("errors[0].accepted[0].startsWith('..')", is(true));
    }

    @Test
    void whileATransactionRecordsItsInstantIsNotSettled() {
        Instant before = settled.latest();
        Instant during = record();
        assertThat(settled.latest()).isAfterOrEqualTo(during).isAfter(before);
    }

    @Transactional
    Instant record() {
        Instant now = recording.now();
        assertThat(recording.now()).as("one for the transaction").isEqualTo(now);
        assertThat(settled.latest()).isBefore(now);
        return now;
    }
}
