package org.finplan.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.devstack.issuer.DemoUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who gets which keys, and what is recorded of it. */
@GatewayTest
class ConsumerTest {

    private static final String PATH = "/api/v1/api-keys";

    Client client;
    Surroundings surroundings;
    private String admin;

    @BeforeEach
    void prepare() {
        admin = surroundings.token("city-admin");
        client.awaitOk(PATH, admin);
    }

    /** The documented command, run as it is documented. */
    @Test
    @Tag("G06")
    void eachDivisionAndZoneGetsAConsumerAccountBoundToItsRegion() throws Exception {
        Map<String, String> keys = createConsumerKeys();
        assertThat(keys.keySet()).containsExactlyInAnyOrderElementsOf(DemoUser.DISTRICTS);
        assertThat(keys.keySet().stream().filter(code -> code.startsWith("LOCAL-")))
                .as("zones")
                .hasSize(3);
        assertThat(keys.keySet().stream().filter(code -> code.matches("4412\\d\\d")))
                .as("divisions")
                .hasSize(8);
        keys.forEach((code, key) -> {
            JsonObject claims = client.get("/api/v1/tasks/echo", key).internalClaims();
            assertThat(claims.getJsonArray("regions")).containsExactly(code);
            assertThat(claims.getJsonArray("groups")).containsExactly("district-officer");
            assertThat(claims.getString("sub")).isEqualTo("district-" + code);
        });
    }

    private Map<String, String> createConsumerKeys() throws IOException, InterruptedException {
        Path script = Path.of("../deploy/create-consumer-keys").toAbsolutePath().normalize();
        String address = client.base().toString().replaceAll("/$", "");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), address).redirectErrorStream(true);
        builder.environment().put("FINPLAN_TOKEN", admin);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Map<String, String> keys = new LinkedHashMap<>();
        output.lines().forEach(line -> keys.put(line.split("\t", -1)[0], line.split("\t", -1)[1]));
        return keys;
    }

    @Test
    void nobodyButACityAdminGivesMoreThanItHas() {
        String district =
                surroundings.issuer().token("district-441202", List.of("district-officer"), List.of("441202"));
        JsonObject own = key("district-441202", "district-officer", "441202");
        assertThat(client.post(PATH, district, own).status()).isEqualTo(201);
        refused(client.post(PATH, district, key("district-441203", "district-officer", "441202")), "/owner");
        refused(client.post(PATH, district, key("district-441202", "city-officer", "441202")), "/roles");
        refused(client.post(PATH, district, key("district-441202", "district-officer", "441203")), "/regions");
        String auditor = surroundings.token("auditor");
        assertThat(client.post(PATH, auditor, key("auditor", "auditor", "441202"))
                        .status())
                .isEqualTo(403);
        String system = surroundings
                .issuer()
                .token("s", List.of("integrator"), List.of(), claims -> claims.setClaim("scope", "operations:write"));
        refused(client.post(PATH, system, key("s", "integrator", "441202")), "/scopes");
    }

    private static void refused(Client.Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(403);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void keysMakeNoKeys() {
        JsonObject body =
                key("robot", "city-admin", "441202").put("scopes", JsonArray.of("operations:read", "operations:write"));
        String robot = client.post(PATH, admin, body).json().getString("secret");
        assertThat(client.get(PATH, robot).status()).isEqualTo(200);
        assertThat(client.post(PATH, robot, body).status()).isEqualTo(403);
    }

    @Test
    void aKeyIsSeenByItsOwnerAndByThoseWhoSeeAll() {
        String id = client.post(PATH, admin, key("somebody", "district-officer", "441202"))
                .json()
                .getString("id");
        String owner = surroundings.issuer().token("somebody", List.of("district-officer"), List.of("441202"));
        String other = surroundings.issuer().token("other", List.of("district-officer"), List.of("441202"));
        String auditor = surroundings.token("auditor");
        assertThat(client.get(PATH + "/" + id, owner).status()).isEqualTo(200);
        assertThat(client.get(PATH + "/" + id, auditor).status()).isEqualTo(200);
        assertThat(client.get(PATH + "/" + id, other).status()).isEqualTo(404);
        assertThat(client.get(PATH + "?owner=somebody", other).status()).isEqualTo(403);
        assertThat(client.get(PATH, other).response().body()).doesNotContain(id);
        assertThat(client.get(PATH, owner).response().body()).contains(id);
        assertThat(client.get(PATH + "/not-an-id", admin).status()).isEqualTo(404);
        assertThat(Client.send(client.request(PATH + "/" + id, owner)
                                .header("If-None-Match", "\"1\"")
                                .GET())
                        .status())
                .isEqualTo(304);
        JsonObject page = client.get(PATH + "?limit=1", admin).json();
        assertThat(page.getJsonArray("items")).hasSize(1);
        JsonObject next = client.get(PATH + "?limit=1&cursor=" + page.getString("nextCursor"), admin)
                .json();
        assertThat(next.getJsonArray("items").getJsonObject(0).getString("id"))
                .isNotEqualTo(page.getJsonArray("items").getJsonObject(0).getString("id"));
        assertThat(client.get(PATH + "?cursor=garbage", admin).status()).isEqualTo(400);
    }

    @Test
    void everyChangeIsInTheAuditAndTheChainHolds() {
        JsonObject key = client.post(PATH, admin, key("audited", "district-officer", "441202"))
                .json();
        String resource = PATH + "/" + key.getString("id");
        client.post(resource + ":revoke", admin, JsonObject.of("reason", "样本 sample"), "If-Match", "\"1\"");
        JsonObject page = client.get("/api/v1/audit?service=gateway&limit=2&resource=" + resource, admin)
                .json();
        assertThat(page.getJsonArray("items").stream().map(item -> ((JsonObject) item).getString("action")))
                .containsExactly("api-key.revoke", "api-key.create");
        JsonObject record = page.getJsonArray("items").getJsonObject(0);
        assertThat(record.getString("service")).isEqualTo("gateway");
        assertThat(record.getString("subject")).isEqualTo("city-admin");
        assertThat(record.getString("detail")).isEqualTo("样本 sample");
        assertThat(record.getString("hash")).matches("[0-9a-f]{64}");
        JsonObject verified =
                client.get("/api/v1/audit:verify?service=gateway", admin).json();
        assertThat(verified.getBoolean("intact")).isTrue();
        assertThat(verified.getJsonObject("services").getJsonObject("gateway").getInteger("checked"))
                .isPositive();
        String officer = surroundings.issuer().token("o", List.of("city-officer"), List.of());
        assertThat(client.get("/api/v1/audit?service=gateway", officer).status())
                .isEqualTo(403);
        assertThat(client.get("/api/v1/audit:verify?service=gateway", officer).status())
                .isEqualTo(403);
    }

    @Test
    @Tag("G04")
    void aRefusedCallOfAKeyIsListedWithItsKey() {
        JsonObject key = client.post(PATH, admin, key("watched", "district-officer", "441202"))
                .json();
        assertThat(client.get("/api/v1/alerts", key.getString("secret")).status())
                .isEqualTo(403);
        String uri = "/api/v1/calls?status=403&key=" + key.getString("id");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonArray calls = client.get(uri, admin).json().getJsonArray("items");
            assertThat(calls).hasSize(1);
            assertThat(calls.getJsonObject(0).getString("client")).isEqualTo("key-" + key.getString("prefix"));
            assertThat(calls.getJsonObject(0).getString("path")).isEqualTo("/api/v1/alerts");
        });
    }

    @Test
    void badRequestsNameEveryFault() {
        // What has the wrong form of JSON ends the reading; of what could be read, all faults are named together.
        faults(key("o", "integrator", "441202").put("scopes", "tasks:read"), "/scopes");
        faults(key("o", "integrator", "441202").put("secret", "mine"), "/secret");
        faults(
                JsonObject.of("scopes", JsonArray.of("tasks:read"), "limits", JsonObject.of("perDay", 0)),
                "/limits/perDay",
                "/name",
                "/roles");
        faults(
                key("o", "superuser", "999999").put("scopes", JsonArray.of("tasks:read", "tasks:rule")),
                "/roles/0",
                "/scopes/1",
                "/regions/0");
        assertThat(raw("{\"name\":1,\"name\":2}", "application/json").status()).isEqualTo(400);
        assertThat(raw("[]", "application/json").json().getString("code")).isEqualTo("invalid-body");
        assertThat(raw("{", "application/json").json().getString("code")).isEqualTo("malformed-json");
        assertThat(raw("{}", "text/plain").status()).isEqualTo(415);
        assertThat(raw("{\"name\":\"" + "x".repeat(70_000) + "\"}", "application/json")
                        .status())
                .isEqualTo(413);
        assertThat(client.get(PATH + "?limit=0", admin).status()).isEqualTo(400);
        assertThat(client.get(PATH, null).status()).isEqualTo(401);
        assertThat(Client.send(client.request(PATH, admin).DELETE()).status()).isEqualTo(405);
    }

    private void faults(JsonObject body, String... pointers) {
        Client.Answer answer = client.post(PATH, admin, body);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("invalid-body");
        assertThat(answer.json().getJsonArray("errors").stream().map(each -> ((JsonObject) each).getString("pointer")))
                .containsExactlyInAnyOrder(pointers);
    }

    private Client.Answer raw(String body, String type) {
        return Client.send(
                client.request(PATH, admin).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static JsonObject key(String owner, String role, String region) {
        return SampleKey.of(owner, role, "tasks:read").put("regions", JsonArray.of(region));
    }
}
