package org.finplan.indicators.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.finplan.indicators.release.Releases.announce;
import static org.finplan.indicators.release.Releases.awaitState;
import static org.finplan.indicators.release.Releases.item;
import static org.finplan.indicators.release.Releases.stage;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.TestEvents;
import org.finplan.platform.testing.TestEvents.Received;
import org.finplan.platform.testing.Tokens;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Releases: nobody but the authors knows a figure before its time, and everybody after. */
@FinplanTest
class ReleaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant FAR = Instant.parse("2199-01-01T00:00:00Z");

    @Inject
    Jdbi jdbi;

    @Inject
    ReleasePublisher publisher;

    @Test
    void anEmbargoedFigureIsKnownToItsAuthorsOnlyUntilItsTime() {
        String release = announce("city-officer", FAR, ",\"authors\":[\"district-441203\"]");
        stage("city-officer", release, "441203", "2021", "77.7", "")
                .statusCode(200)
                .body("counts.created", equalTo(1));

        for (String reader : List.of("city-admin", "auditor", "risk-officer", "district-441202")) {
            as(reader).get("/api/v1/releases/" + release).then().spec(Problems.of(404, "not-found"));
            as(reader)
                    .get("/api/v1/releases/" + release + "/observations")
                    .then()
                    .spec(Problems.of(404, "not-found"));
            as(reader).get("/api/v1/releases?state=staged").then().body("items.id", not(hasItem(release)));
        }
        for (String author : List.of("city-officer", "district-441203")) {
            as(author)
                    .get("/api/v1/releases/" + release)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("staged"))
                    .body("figures", equalTo(1))
                    .body("allowedActions", contains("cancel"));
            as(author)
                    .get("/api/v1/releases/" + release + "/observations")
                    .then()
                    .body("items.value", contains(77.7f))
                    .body("items[0].source.title", notNullValue())
                    .body("items[0].source.quality", equalTo("reported"))
                    .body("items[0].observation", nullValue());
        }
        noReadShows("441203", "2021", "77.7");
    }

    /** Every path on which a fact leaves the service. */
    private void noReadShows(String region, String period, String value) {
        String where = "region=" + region + "&from=" + period + "&to=" + period;
        String facts = "/api/v1/indicators/premium-income/";
        for (String query : List.of("", "&vintages=all", "&vintages=changed", "&asOf=" + Instant.now(), "&kind=all")) {
            as("city-officer")
                    .get(facts + "observations?" + where + query)
                    .then()
                    .body("items", empty());
        }
        as("city-officer")
                .get(facts + "observations?" + where + "&frequency=year")
                .then()
                .body("items", empty());
        as("city-officer").get(facts + "revisions?" + where).then().body("triangle.rows", empty());
        as("city-officer").get(facts + "growth?" + where).then().body("items", empty());
        as("city-admin")
                .get("/api/v1/observations?limit=500&indicator=premium-income&region=" + region)
                .then()
                .statusCode(200)
                .body("items.value", not(hasItem(Float.valueOf(value))));
        as("city-officer")
                .get("/api/v1/observations:missing?plan=zq-fin-14fyp&indicator=premium-income&" + where)
                .then()
                .body("items.period", contains(period));
        assertThat(told(value)).isEmpty();
    }

    @Test
    void atItsTimeTheFigureIsKnownJudgedAndTold() {
        Instant at = Instant.now().plusSeconds(3);
        String release = announce("city-officer", at, "");
        stage("city-officer", release, "441200", "2024", "101.25", "").statusCode(200);
        stage("city-officer", release, "441200", "2024", "102.25", "").statusCode(200);

        awaitState(release, "released");

        as("auditor")
                .get("/api/v1/releases/" + release)
                .then()
                .body("counts.created", equalTo(1))
                .body("figures", equalTo(1))
                .body("endedBy", equalTo("system"));
        as("auditor")
                .get("/api/v1/indicators/premium-income/observations?region=441200&from=2024&to=2024")
                .then()
                .body("items.value", contains(102.25f))
                .body("items[0].release", equalTo(release))
                .body("items[0].audience", equalTo("public"))
                .body("items[0].recordedBy", equalTo("city-officer"));
        String recordedAt = as("auditor")
                .get("/api/v1/indicators/premium-income/observations?region=441200&from=2024&to=2024")
                .path("items[0].recordedAt");
        assertThat(Instant.parse(recordedAt)).isBefore(at);
        as("auditor")
                .get("/api/v1/indicators/premium-income/observations?region=441200&from=2024&to=2024&asOf="
                        + at.minusMillis(1))
                .then()
                .body("items", empty());
        as("auditor")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&period=2024")
                .then()
                .body("items[10].actual.value", equalTo(102.25f));

        everybodyReadsWhatAPublicReleaseBrought();
        bothEventsAreTold(release, at);
    }

    private static void everybodyReadsWhatAPublicReleaseBrought() {
        RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of("public", Set.of("public"), List.of(), List.of()))
                .get("/api/v1/public/observations?indicator=premium-income&region=441200&from=2024&to=2024")
                .then()
                .statusCode(200)
                .body("items.value", contains(102.25f));
    }

    private static void bothEventsAreTold(String release, Instant at) {
        List<Received> told = TestEvents.await(
                "indicators.events",
                event -> event.data().path("release").asText().equals(release),
                2);
        Received figure = told.stream()
                .filter(event -> event.type().endsWith("observation.recorded.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(figure.data().get("audience").textValue()).isEqualTo("public");
        assertThat(Instant.parse(figure.data().get("releasedAt").textValue())).isAfterOrEqualTo(at);
        Received published = told.stream()
                .filter(event -> event.type().endsWith("release.published.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(published.data().get("created").intValue()).isEqualTo(1);
        assertThat(told).hasSize(2);
    }

    @Test
    void aReleaseIsSupersededWhenAllItsFiguresWereAndCanBeRestoredByANewOne() {
        String first = announce("city-officer", Instant.now().plusSeconds(3), "");
        stage("city-officer", first, "441224", "2021", "20", "").statusCode(200);
        awaitState(first, "released");
        as("city-officer")
                .body("{\"items\":[" + item("441224", "2021", "25", ",\"reason\":\"correction\"") + "]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        as("city-officer").get("/api/v1/releases/" + first).then().body("state", equalTo("superseded"));

        as("city-officer")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + FAR + "\"}")
                .post("/api/v1/releases/" + first + ":restore")
                .then()
                .spec(Problems.at(422, "reason-required", "/reason"));
        as("district-441202")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + FAR + "\",\"reason\":\"correction\"}")
                .post("/api/v1/releases/" + first + ":restore")
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
        String restored = as("city-officer")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + Instant.now().plusSeconds(2)
                        + "\",\"reason\":\"correction\"}")
                .post("/api/v1/releases/" + first + ":restore")
                .then()
                .statusCode(201)
                .body("restores", equalTo(first))
                .body("figures", equalTo(1))
                .extract()
                .path("id");
        awaitState(restored, "released");
        as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=441224&from=2021&to=2021&vintages=all")
                .then()
                .body("items.value", contains(20, 25, 20))
                .body("items[2].reason", equalTo("correction"));
    }

    @Test
    void aCancelledReleaseNeverBecomesKnown() {
        String release = announce("city-officer", Instant.now().plusSeconds(30), "");
        stage("city-officer", release, "441225", "2021", "30", "").statusCode(200);
        String path = "/api/v1/releases/" + release;
        String tag = as("city-officer").get(path).header("ETag");

        as("city-officer").post(path + ":cancel").then().spec(Problems.of(428, "precondition-required"));
        as("city-officer")
                .header("If-Match", "\"other\"")
                .post(path + ":cancel")
                .then()
                .spec(Problems.of(412, "precondition-failed"));
        as("city-admin").header("If-Match", tag).post(path + ":cancel").then().spec(Problems.of(404, "not-found"));
        String ended = as("city-officer")
                .header("If-Match", tag)
                .post(path + ":cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"))
                .extract()
                .header("ETag");
        as("city-officer")
                .header("If-Match", ended)
                .post(path + ":cancel")
                .then()
                .spec(Problems.of(409, "release-not-staged"));
        stage("city-officer", release, "441225", "2021", "31", "")
                .spec(Problems.at(409, "release-not-staged", "/release"));
        as("city-officer")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + FAR + "\",\"reason\":\"correction\"}")
                .post(path + ":restore")
                .then()
                .spec(Problems.of(409, "release-not-published"));
        assertThat(publisher.publish(UUID.fromString(release))).isEmpty();
    }

    /** Each look is a transaction of its own, as that of another instance is; the timer of this one looks as well. */
    @Test
    void ofInstancesThatMeetOnePublishesAndEachValueIsToldOnce() throws Exception {
        List<String> regions = List.of("441202", "441203", "441204", "441226", "441284");
        Instant at = Instant.now().plusSeconds(4);
        String release = announce("city-officer", at, "");
        for (String region : regions) {
            stage("city-officer", release, region, "2031", "40", "").statusCode(200);
        }
        UUID id = UUID.fromString(release);
        int instances = 4;
        CyclicBarrier together = new CyclicBarrier(instances);
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        try {
            List<Future<Long>> published = IntStream.range(0, instances)
                    .mapToObj(i -> threads.submit(() -> {
                        await().atMost(PATIENCE)
                                .pollInterval(Duration.ofMillis(5))
                                .until(() -> Instant.now().isAfter(at));
                        long times = 0;
                        for (int look = 0; look < 20; look++) {
                            together.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                            times += publisher.publish(id).stream().count();
                        }
                        return times;
                    }))
                    .toList();
            long times = 0;
            for (Future<Long> look : published) {
                times += look.get();
            }
            assertThat(times).isLessThanOrEqualTo(1);
        } finally {
            threads.shutdown();
        }
        awaitState(release, "released");
        for (String region : regions) {
            as("city-officer")
                    .get("/api/v1/indicators/premium-income/observations?region=" + region
                            + "&from=2031&to=2031&vintages=all")
                    .then()
                    .body("items.version", contains(1));
        }
        assertThat(told(release))
                .containsExactlyInAnyOrder(
                        "release.published 441200",
                        "observation.recorded 441202",
                        "observation.recorded 441203",
                        "observation.recorded 441204",
                        "observation.recorded 441226",
                        "observation.recorded 441284");
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"title\":\"sample\",\"releaseAt\":\"2020-01-01T00:00:00Z\",\"audience\":\"public\"}',release-in-past,/releaseAt",
        "'{\"title\":\"sample\",\"audience\":\"public\"}',release-field-invalid,/releaseAt",
        "'{\"title\":\""
                + " \",\"releaseAt\":\"2199-01-01T00:00:00Z\",\"audience\":\"public\"}',release-field-invalid,/title",
        "'{\"title\":\"sample\",\"releaseAt\":\"2199-01-01T00:00:00Z\",\"audience\":\"all\"}',unknown-audience,/audience",
        "'{\"title\":\"sample\",\"releaseAt\":\"2199-01-01T00:00:00Z\"}',unknown-audience,/audience",
    })
    void whatIsNoReleaseIs422AndNothingIsStored(String body, String code, String pointer) {
        int before = releases();
        as("city-officer").body(body).post("/api/v1/releases").then().spec(Problems.at(422, code, pointer));
        assertThat(releases()).isEqualTo(before);
    }

    @Test
    void whoMayNotReleaseIs403AndWhoIsNobodyIs401() {
        String body = "{\"title\":\"sample\",\"releaseAt\":\"" + FAR + "\",\"audience\":\"public\"}";
        as("auditor").body(body).post("/api/v1/releases").then().spec(Problems.of(403, "forbidden"));
        RestAssured.given().get("/api/v1/releases").then().spec(Problems.of(401, "unauthenticated"));
        as("city-officer")
                .get("/api/v1/releases?state=odd")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"));
        as("city-officer").get("/api/v1/releases/" + UUID.randomUUID()).then().spec(Problems.of(404, "not-found"));
        String staged = announce("city-officer", FAR, "");
        stage("city-admin", staged, "441200", "2023", "1", "").spec(Problems.at(422, "unknown-release", "/release"));
        stage("city-officer", UUID.randomUUID().toString(), "441200", "2023", "1", "")
                .spec(Problems.at(422, "unknown-release", "/release"));
        as("city-officer").get("/api/v1/releases?limit=1&state=staged").then().body("items", hasSize(1));
    }

    private int releases() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM release")
                .mapTo(Integer.class)
                .one());
    }

    /** Type and region of the events whose data has a text. */
    private List<String> told(String text) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT type || coalesce(' ' || region, '') FROM outbox WHERE data LIKE '%' || :text || '%'")
                .bind("text", text)
                .mapTo(String.class)
                .map(told -> told.replaceAll(".*indicators\\.|\\.v1", ""))
                .list());
    }
}
