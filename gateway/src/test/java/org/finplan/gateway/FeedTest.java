package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The event log through the gateway, from a real Kafka. */
@GatewayTest
class FeedTest {

    Client client;
    Surroundings surroundings;
    private TestLog log;
    private String admin;

    @BeforeEach
    void prepare() {
        log = surroundings.log();
        admin = surroundings.token("city-admin");
    }

    private String now() {
        return client.get("/api/v1/events?after=now", admin).json().getString("nextCursor");
    }

    @Test
    void everyEventComesOnceAndInTheOrderOfItsAggregate() {
        String cursor = now();
        List<String> sent = new ArrayList<>();
        for (int sequence = 1; sequence <= 20; sequence++) {
            for (String region : List.of("441202", "441203", "441223", "441200")) {
                sent.add(log.observation(region, sequence).toString());
            }
        }
        List<JsonObject> received = new ArrayList<>();
        while (received.size() < sent.size()) {
            JsonObject page = client.get("/api/v1/events?limit=7&wait=10&after=" + cursor, admin)
                    .json();
            page.getJsonArray("items").forEach(item -> received.add((JsonObject) item));
            cursor = page.getString("nextCursor");
        }
        assertThat(received).extracting(event -> event.getString("id")).containsExactlyInAnyOrderElementsOf(sent);
        Map<String, List<Long>> sequences = received.stream()
                .collect(Collectors.groupingBy(
                        event -> event.getString("partitionkey"),
                        Collectors.mapping(event -> Long.parseLong(event.getString("sequence")), Collectors.toList())));
        assertThat(sequences).hasSize(4).allSatisfy((aggregate, numbers) -> assertThat(numbers)
                .isSorted()
                .hasSize(20));
        assertThat(received.get(0).getString("specversion")).isEqualTo("1.0");
        assertThat(received.get(0).getJsonObject("data").getString("unit")).isEqualTo("CNY_100M");
    }

    @Test
    void aWaitingCallerGetsTheEventWhenItComes() {
        String cursor = now();
        CompletableFuture<JsonObject> waiting = CompletableFuture.supplyAsync(() ->
                client.get("/api/v1/events?wait=20&after=" + cursor, admin).json());
        UUID sent = log.observation("441202", 1);
        JsonArray items = waiting.orTimeout(15, java.util.concurrent.TimeUnit.SECONDS)
                .join()
                .getJsonArray("items");
        assertThat(items).hasSize(1);
        assertThat(items.getJsonObject(0).getString("id")).isEqualTo(sent.toString());
    }

    @Test
    void anEmptyWaitEndsWithACursor() {
        String cursor = now();
        JsonObject page =
                client.get("/api/v1/events?wait=1&after=" + cursor, admin).json();
        assertThat(page.getJsonArray("items")).isEmpty();
        UUID sent = log.observation("441202", 1);
        JsonArray items = client.get("/api/v1/events?after=" + page.getString("nextCursor"), admin)
                .json()
                .getJsonArray("items");
        assertThat(items).hasSize(1);
        assertThat(items.getJsonObject(0).getString("id")).isEqualTo(sent.toString());
    }

    @Test
    void callersGetTheEventsOfTheirRegionsAndRoles() {
        String cursor = now();
        log.observation("441202", 1);
        log.observation("441203", 1);
        log.observation("441200", 1);
        log.alert("441202", 1);
        String district =
                surroundings.issuer().token("district-441202", List.of("district-officer"), List.of("441202"));
        String unit = surroundings.issuer().token("unit", List.of("unit-officer"), List.of("441203"));
        String institution = surroundings.issuer().token("institution-x", List.of("institution-reporter"), List.of());
        assertThat(keys(cursor, district, "")).containsExactlyInAnyOrder("441202", "441200", "alert-441202");
        assertThat(keys(cursor, unit, "")).containsExactlyInAnyOrder("441203", "441200");
        assertThat(keys(cursor, admin, "")).hasSize(4);
        assertThat(keys(cursor, admin, "&region=441202")).containsExactlyInAnyOrder("441202", "alert-441202");
        assertThat(keys(cursor, admin, "&types=org.finplan.risk.alert.acknowledged.v1"))
                .containsExactly("alert-441202");
        assertThat(client.get("/api/v1/events", institution).status()).isEqualTo(403);
    }

    private List<String> keys(String cursor, String token, String filter) {
        return client.get("/api/v1/events?after=" + cursor + filter, token).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("partitionkey"))
                .map(key -> key.startsWith("alert/") ? "alert-441202" : key.split("/", -1)[2])
                .toList();
    }

    @Test
    void batchesNameTheNextCallInALink() {
        String cursor = now();
        UUID sent = log.observation("441202", 1);
        Client.Answer answer = Client.send(client.request("/api/v1/events?limit=5&after=" + cursor, admin)
                .header("Accept", "application/cloudevents-batch+json")
                .GET());
        assertThat(answer.header("Content-Type")).isEqualTo("application/cloudevents-batch+json");
        assertThat(new JsonArray(answer.response().body()).getJsonObject(0).getString("id"))
                .isEqualTo(sent.toString());
        assertThat(answer.header("Link")).startsWith("</api/v1/events?after=").endsWith("&limit=5>; rel=\"next\"");
        String next = answer.header("Link").substring(1, answer.header("Link").indexOf('>'));
        assertThat(client.get(next, admin).json().getJsonArray("items")).isEmpty();
    }

    @Test
    void numbersKeepEveryDigit() {
        String cursor = now();
        log.observation("441202", 1, new BigDecimal("459.1234567890123456789012345678"));
        String body =
                client.get("/api/v1/events?after=" + cursor, admin).response().body();
        assertThat(body).contains("\"value\":459.1234567890123456789012345678");
    }

    @Test
    void aCursorThatIsTooOldIsGoneAndNamesTheOldest() {
        String old = now();
        log.observation("441202", 1);
        log.forgetUpToNow();
        Client.Answer gone = client.get("/api/v1/events?after=" + old, admin);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.json().getString("code")).isEqualTo("cursor-expired");
        String oldest = gone.json()
                .getJsonArray("errors")
                .getJsonObject(0)
                .getJsonArray("accepted")
                .getString(0);
        assertThat(client.get("/api/v1/events?after=" + oldest, admin).status()).isEqualTo(200);
    }

    /** As gateways gave them out that knew no ids of topics. */
    @Test
    void aCursorOfTheFirstVersionStillWorks() {
        JsonObject page = client.get("/api/v1/events?limit=1&after=" + firstVersion(0), admin)
                .json();
        assertThat(page.getString("nextCursor")).isNotEmpty();
        Client.Answer beyond = client.get("/api/v1/events?after=" + firstVersion(127), admin);
        assertThat(beyond.status()).isEqualTo(410);
        assertThat(beyond.json().getString("code")).isEqualTo("cursor-expired");
    }

    /** {@return a cursor of version 1 for partition 11 of tasks.events, to which nothing is ever written here} */
    private static String firstVersion(int offset) {
        byte[] topic = "tasks.events".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(topic.length + 8);
        bytes.put((byte) 1).put((byte) topic.length).put(topic).put((byte) 11).put((byte) offset);
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, bytes.position());
        bytes.putInt((int) checksum.getValue());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    @Test
    void badQuestionsAreRefused() {
        refused("after=garbage", "invalid-cursor");
        refused("after=" + URLEncoder.encode("AQ==", StandardCharsets.UTF_8), "invalid-cursor");
        refused("limit=0", "invalid-parameter");
        refused("limit=501", "invalid-parameter");
        refused("wait=-1", "invalid-parameter");
        refused("types=org.finplan.none.v1", "invalid-parameter");
        refused("region=999999", "invalid-parameter");
        refused("unknown=1", "unknown-parameter");
        refused("limit=1&limit=2", "repeated-parameter");
        assertThat(client.get("/api/v1/events", null).status()).isEqualTo(401);
        Client.Answer posted = Client.send(client.request("/api/v1/events", admin)
                .timeout(Duration.ofSeconds(10))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("Allow")).isEqualTo("GET, HEAD");
    }

    private void refused(String query, String code) {
        Client.Answer answer = client.get("/api/v1/events?" + query, admin);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.json().getString("code")).as(query).isEqualTo(code);
    }
}
