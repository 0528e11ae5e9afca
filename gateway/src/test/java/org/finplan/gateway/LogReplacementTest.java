package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The feed while the broker is away, back without its log, and back with another one. */
@GatewayTest
class LogReplacementTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
        awaitPart("up");
    }

    @Test
    void cursorsOfALogThatIsGoneAreAnsweredAsWhatTheyAre() {
        surroundings.log().observation("441202", 1);
        String cursor = page("").getString("nextCursor");
        Instant readUntil = Instant.now();

        surroundings.kafka().stop();
        assertThat(unavailable(cursor)).contains("事件日志暂不可用");

        surroundings.startKafkaWithoutItsLog();
        await().atMost(PATIENCE).until(() -> unavailable(cursor).contains("indicators.events"));
        assertThat(client.get("/api/v1/events", admin).status())
                .as("the log is not what it was, for those without a cursor too")
                .isEqualTo(503);
        awaitPart("down");

        surroundings.log().createTopics();
        await().atMost(PATIENCE).until(() -> unavailable(cursor).contains("即将重新发布"));
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/v1/events?after=" + cursor, admin).status() == 410);
        assertThat(losses(cursor)).hasSize(3).allMatch(loss -> loss.contains("新日志尚无事件"));
        awaitPart("up");

        Instant late = readUntil.plusSeconds(100);
        UUID first = surroundings.log().observation("441203", 1, late);
        assertThat(losses(cursor).get(0)).startsWith("indicators.events：").contains("至 " + late + " 的事件可能遗漏");
        UUID older = surroundings.log().observation("441202", 1, readUntil.minusSeconds(100));
        assertThat(losses(cursor).get(0)).startsWith("indicators.events：没有遗漏");

        JsonObject page = page("?after=" + accepted(cursor));
        assertThat(ids(page)).containsExactlyInAnyOrder(first.toString(), older.toString());
        String next = page.getString("nextCursor");
        CompletableFuture<JsonObject> waiting = CompletableFuture.supplyAsync(() -> page("?wait=30&after=" + next));
        String woken = surroundings.log().observation("441204", 1).toString();
        assertThat(ids(waiting.join())).containsExactly(woken);
    }

    @Test
    void topicsThatWereNotReplacedAreReadOnFromWhereTheCallerWas() {
        surroundings.log().observation("441202", 1);
        String cursor = page("?after=now").getString("nextCursor");
        String unread = surroundings.log().observation("441202", 2).toString();
        surroundings.log().replace("risk.events");
        String alert = surroundings.log().alert("441202", 1).toString();
        await().atMost(PATIENCE)
                .until(() -> client.get("/api/v1/events?after=" + cursor, admin).status() == 410);
        assertThat(losses(cursor))
                .singleElement()
                .asString()
                .startsWith("risk.events：")
                .contains("可能遗漏");
        assertThat(ids(page("?after=" + accepted(cursor)))).containsExactlyInAnyOrder(unread, alert);
    }

    private String unavailable(String cursor) {
        Client.Answer answer = client.get("/api/v1/events?after=" + cursor, admin);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().getString("code")).isEqualTo("service-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        return answer.json().getString("detail");
    }

    /** {@return what the answer to a cursor of the old log says of each topic} */
    private List<String> losses(String cursor) {
        JsonArray errors = errors(cursor);
        return errors.stream()
                .skip(1)
                .map(error -> ((JsonObject) error).getString("message"))
                .toList();
    }

    private String accepted(String cursor) {
        return errors(cursor).getJsonObject(0).getJsonArray("accepted").getString(0);
    }

    private JsonArray errors(String cursor) {
        Client.Answer gone = client.get("/api/v1/events?after=" + cursor, admin);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.json().getString("code")).isEqualTo("event-log-replaced");
        return gone.json().getJsonArray("errors");
    }

    private JsonObject page(String query) {
        Client.Answer answer = client.get("/api/v1/events" + query, admin);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private void awaitPart(String state) {
        await().atMost(PATIENCE).until(() -> client.get("/health", null)
                .json()
                .getJsonObject("parts")
                .getString("events")
                .equals(state));
    }
}
