package org.finplan.indicators.planpackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** Versions of the sample plan (样例) published while the service runs: there, and back again. */
@FinplanTest
class PlanPackageResourceTest {

    private static final Path SAMPLE = Path.of("src/test/resources/sample-plan");
    private static final Path BUNDLED =
            Path.of("../platform/plan/src/main/resources/org/finplan/platform/plan/zq-fin-14fyp");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHANGES = "/api/v1/plans/sample-plan/changes";

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "SAMPLE-CITY");
    }

    @Test
    void aVersionIsTriedPublishedAndTakenBackWithNothingLost() throws IOException {
        byte[] more = zip(SAMPLE, "indicators.json", PlanPackageResourceTest::addIndicator);
        int first = newest();

        send("city-admin", more, "?dryRun=true")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("version", nullValue())
                .body("changes.counts.find { it.part == 'indicator' }.added", equalTo(1))
                .body("effects.targets.effect", contains("added"))
                .body("effects.targets[0].after", equalTo("le 30 ENTERPRISE"))
                .body("effects.targets[0].before", nullValue())
                .body("retired", hasSize(0));
        assertThat(newest()).isEqualTo(first);

        publish(more, "演示样本：新增指标 (sample: one more indicator)");
        report("2026").statusCode(200);
        attainment().body("items[2].indicator", equalTo("sample-short-lived"));

        byte[] back = zip(SAMPLE, "indicators.json", plan -> {});
        send("city-admin", back, "?dryRun=true")
                .statusCode(200)
                .body("retired", contains("sample-short-lived"))
                .body("effects.targets", hasSize(0));
        int last = publish(back, "演示样本：取消指标 (sample: taken back)");

        send("city-admin", back, "?reason=sample").spec(Problems.of(409, "package-unchanged"));
        report("2027").spec(Problems.at(409, "retired", "/items/0/indicator"));
        as("city-officer")
                .get("/api/v1/indicators/sample-short-lived/observations?region=SAMPLE-CITY")
                .then()
                .statusCode(200);
        as("city-officer")
                .get("/api/v1/indicators/sample-short-lived?plan=sample-plan")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true))
                .body("targets[0].value", equalTo(30));
        attainment().body("items", hasSize(2));
        as("city-officer")
                .get(CHANGES + "/" + last)
                .then()
                .statusCode(200)
                .body("state", equalTo("in-force"))
                .body("reason", containsString("取消指标"))
                .body("author", notNullValue())
                .body("changes.changes.code", hasItem("sample-short-lived"));
        as("city-officer")
                .get(CHANGES + "?limit=1")
                .then()
                .body("items.version", contains(last))
                .body("items[0].changes", nullValue())
                .body("nextCursor", notNullValue());
        as("auditor")
                .get("/api/v1/audit?action=plan-package.publish")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("plan-package.publish"));
    }

    @Test
    void whoMayNotOrSaysTooLittleIsRefused() throws IOException {
        byte[] sound = zip(SAMPLE, "indicators.json", plan -> {});

        RestAssured.given()
                .contentType("application/zip")
                .body(sound)
                .post("/api/v1/plan-packages")
                .then()
                .spec(Problems.of(401, "unauthenticated"));
        send("city-officer", sound, "?dryRun=true").spec(Problems.of(403, "forbidden"));
        asBoundTo("city-admin", "441200")
                .contentType("application/zip")
                .body(sound)
                .post("/api/v1/plan-packages?dryRun=true")
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
        send("city-admin", sound, "").spec(Problems.at(400, "invalid-parameter", "?reason"));
        as("city-admin")
                .body("{}")
                .post("/api/v1/plan-packages?dryRun=true")
                .then()
                .spec(Problems.of(415, "unsupported-media-type"));
        as("city-officer").get("/api/v1/plans/none/changes").then().spec(Problems.of(404, "not-found"));
        as("city-officer").get(CHANGES + "/999").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void aPackageThatIsWrongChangesNothingAndIsToldWhole() throws IOException {
        int before = newest();
        send("city-admin", "{}".getBytes(StandardCharsets.UTF_8), "?reason=sample")
                .spec(Problems.at(422, "plan-package-refused", "zip"));
        send("city-admin", zip(SAMPLE, "../facts.json", plan -> {}), "?reason=sample")
                .spec(Problems.at(422, "plan-package-refused", "../facts.json"))
                .body("errors.code", hasItem("unsafe-name"));
        byte[] wrong = zip(SAMPLE, "indicators.json", plan -> {
            ((ObjectNode) plan.at("/indicators/0")).put("direction", "up").put("owner", "x");
            ((ObjectNode) plan.at("/plan")).remove("issuer");
        });
        send("city-admin", wrong, "?reason=sample")
                .spec(Problems.of(422, "plan-package-refused"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "indicators.json /indicators/0/direction",
                                "indicators.json /indicators/0/owner",
                                "indicators.json /plan/issuer"))
                .body("errors.code", hasItems("unknown-value", "unknown-field", "missing-field"));
        send("city-admin", zip(SAMPLE, "derived.json", PlanPackageResourceTest::badFormula), "?reason=sample")
                .spec(Problems.at(422, "plan-package-refused", "derived.json /derived/0/formula"));
        assertThat(newest()).isEqualTo(before);
    }

    /** What a plan that has ended is held against is not made less by its package either. */
    @Test
    void targetsOfAnEndedPlanAreNotLowered() throws IOException {
        byte[] lower =
                zip(BUNDLED, "indicators.json", plan -> ((ObjectNode) plan.at("/indicators/4/target")).put("value", 1));

        send("city-admin", lower, "?dryRun=true")
                .spec(Problems.at(409, "plan-ended", "/targets/loans-balance/441200/2025/value"));
    }

    /** As by the endpoint of targets: the parts of a binding target do not exceed it. Tried with the sample of the documents. */
    @Test
    void partsOfABindingTargetDoNotExceedIt() throws IOException {
        send("city-admin", bindingWithPart(150), "?dryRun=true").statusCode(200);
        byte[] excessive = bindingWithPart(151);
        send("city-admin", excessive, "?dryRun=true")
                .spec(Problems.at(422, "breakdown-over-allocates", "/targets/sample-loans/SAMPLE-CITY/2030/value"))
                .body("errors[0].value", equalTo("151"))
                .body("errors[0].accepted", contains("0..150"));
        send("city-admin", excessive, "?reason=sample").spec(Problems.of(422, "breakdown-over-allocates"));
        as("city-admin").get("/api/v1/plans/sample-15fyp/changes").then().spec(Problems.of(404, "not-found"));
    }

    /** The city's 150 as a binding target, and what the package says of its district. */
    private static byte[] bindingWithPart(int east) throws IOException {
        return zip(
                Path.of("../docs/sample-plan-package"),
                Map.of(
                        "indicators.json",
                        plan -> ((ObjectNode) plan.at("/indicators/0")).put("nature", "binding"),
                        "facts.json",
                        facts -> addTarget(facts, "f2", "SAMPLE-EAST", east)));
    }

    private static void addTarget(JsonNode facts, String id, String region, int value) {
        ((ArrayNode) facts.at("/facts"))
                .addObject()
                .put("id", id)
                .put("series", "sample-loans")
                .put("period", "2030-12-31")
                .put("region", region)
                .put("value", value)
                .put("comparator", "ge")
                .put("unit", "CNY_100M")
                .put("kind", "target")
                .put("printed", String.valueOf(value))
                .put("clause", "ch3");
    }

    private static void addIndicator(JsonNode plan) {
        ObjectNode row = plan.at("/indicators/1").deepCopy();
        row.put("number", 3)
                .put("code", "sample-short-lived")
                .put("sdmx", "SAMPLE_SHORT_LIVED")
                .put("name_zh", "样例：短期指标")
                .put("name_en", "Sample: short-lived");
        ((ArrayNode) plan.at("/indicators")).add(row);
    }

    private static void badFormula(JsonNode derived) {
        ((ObjectNode) derived)
                .putArray("derived")
                .addObject()
                .put("code", "sample-derived")
                .put("sdmx", "SAMPLE_DERIVED")
                .put("name_zh", "样例")
                .put("unit", "ENTERPRISE")
                .put("formula", "D +")
                .put("point_in_time", true)
                .put("decimals", 0)
                .put("active", true)
                .put("status", "no_printed_value")
                .put("note_zh", "样例")
                .putArray("inputs")
                .addObject()
                .put("alias", "D")
                .put("series", "sample-bad-debtors")
                .put("period", "2025-12-31");
    }

    private static int publish(byte[] zip, String reason) {
        String location = as("city-admin")
                .contentType("application/zip")
                .body(zip)
                .queryParam("reason", reason)
                .post("/api/v1/plan-packages")
                .then()
                .statusCode(202)
                .body("dryRun", equalTo(false))
                .extract()
                .header("Location");
        Awaitility.await().until(() -> as("city-officer").get(location).path("state"), equalTo("in-force"));
        return as("city-officer").get(location).path("version");
    }

    private static int newest() {
        return as("city-officer").get(CHANGES).path("items[0].version");
    }

    private static ValidatableResponse send(String role, byte[] zip, String query) {
        return as(role).contentType("application/zip")
                .body(zip)
                .post("/api/v1/plan-packages" + query)
                .then();
    }

    private static ValidatableResponse report(String year) {
        return as("city-officer")
                .body("{\"items\":[{\"indicator\":\"sample-short-lived\",\"region\":\"SAMPLE-CITY\",\"period\":\""
                        + year + "\",\"value\":40,\"unit\":\"ENTERPRISE\"}]}")
                .post("/api/v1/observations")
                .then();
    }

    private static ValidatableResponse attainment() {
        return as("city-officer")
                .get("/api/v1/attainment?plan=sample-plan&period=2026")
                .then()
                .statusCode(200);
    }

    private static byte[] zip(Path directory, String file, Consumer<JsonNode> edit) throws IOException {
        return zip(directory, Map.of(file, edit));
    }

    private static byte[] zip(Path directory, Map<String, Consumer<JsonNode>> edits) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        List<Path> paths;
        try (Stream<Path> entries = Files.list(directory)) {
            paths = entries.toList();
        }
        for (Path path : paths) {
            files.put(path.getFileName().toString(), Files.readAllBytes(path));
        }
        for (Map.Entry<String, Consumer<JsonNode>> edit : edits.entrySet()) {
            byte[] before = files.getOrDefault(edit.getKey(), "{}".getBytes(StandardCharsets.UTF_8));
            JsonNode edited = JSON.readTree(before);
            edit.getValue().accept(edited);
            files.put(edit.getKey(), JSON.writeValueAsBytes(edited));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> one : files.entrySet()) {
                out.putNextEntry(new ZipEntry(one.getKey()));
                out.write(one.getValue());
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
