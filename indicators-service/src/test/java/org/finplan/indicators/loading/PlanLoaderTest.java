package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.Awaitility;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.merge.Change.Effect;
import org.finplan.indicators.planversion.PlanPublication;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.PlanRegister;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SourcePackage;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Loading plan packages: once, and a second one beside the first without a change of code. */
@FinplanTest
class PlanLoaderTest {

    @Inject
    PlanLoader loader;

    @Inject
    PlanPublication publication;

    @Inject
    PlanRegister register;

    @Inject
    Jdbi jdbi;

    private static RequestSpecification as(String user) {
        return asBoundTo(user, "441200", "SAMPLE-CITY", "KINDS-CITY", "OLD-CITY", "SAMPLE-LOADED-CITY");
    }

    @Test
    void aPackageIsLoadedOnce() {
        int before = count();

        PlanPackage bundled = PlanPackages.bundled("zq-fin-14fyp");
        assertThat(loader.load(new PackageChange(bundled, bundled, 1, "样例", "system")))
                .isEqualTo(PackageEffects.NONE);

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void plansLiveSideBySide() {
        as("city-officer")
                .get("/api/v1/plans")
                .then()
                .body("items.code", hasItems("zq-fin-14fyp", "sample-plan", "sample-ended-plan", "kinds-plan"));
        as("city-officer")
                .get("/api/v1/plans/zq-fin-14fyp")
                .then()
                .body("documentNumber", equalTo("肇府〔2022〕6号"))
                .body("horizon", equalTo("2021/2025"));
        as("city-officer").get("/api/v1/plans/none").then().spec(Problems.of(404, "not-found"));
        as("city-officer")
                .get("/api/v1/indicators?plan=sample-plan")
                .then()
                .body("items.code", contains("green-credit", "sample-bad-debtors"))
                .body("items[0].targets[0].value", equalTo(200));
    }

    @Test
    void aFigureIsJudgedByThePlanOfItsRegion() {
        as("city-officer")
                .body("{\"items\":[{\"indicator\":\"sample-bad-debtors\",\"region\":\"SAMPLE-CITY\","
                        + "\"period\":\"2026\",\"value\":44,\"unit\":\"ENTERPRISE\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);

        as("city-officer")
                .get("/api/v1/attainment?plan=sample-plan&period=2026")
                .then()
                .body("items", hasSize(2))
                .body("items[1].direction", equalTo("lower"))
                .body("items[1].expected", equalTo(46.0f))
                .body("items[1].state", equalTo("ahead"));
    }

    /** Case P2: to another version and back again; what the version takes along stands in it, and history is kept. */
    @Test
    void whatTheNewVersionSaysOtherwiseFollowsItAndBackAgain() {
        PlanPackage one = inForce();
        PlanPackage other = SamplePackages.with(text -> text.replace("\"value\": 30,", "\"value\": 28,")
                        .replace("\"printed\": \"50\", \"value\": 50", "\"printed\": \"52\", \"value\": 52"))
                .read();

        PackageEffects there = loader.load(new PackageChange(one, other, 2, "演示样本：更正 (sample)", "sample-author"));
        assertThat(there.targets()).extracting(Change::effect).containsExactly(Effect.REVISED);
        assertThat(there.figures()).extracting(Change::effect).containsExactly(Effect.REVISED);
        debtors()
                .body("items[1].targets[0].value", equalTo(28))
                .body("items[1].targets[0].baseline.value", equalTo(52));
        target().body("items[0].version", equalTo(2))
                .body("items[0].reason", equalTo("演示样本：更正 (sample)"))
                .body("items[0].recordedBy", equalTo("plan:sample-loaded@2:sample-author"));

        PackageEffects back = loader.load(new PackageChange(other, one, 3, "演示样本：改回 (sample)", "sample-author"));
        assertThat(back.targets()).extracting(Change::effect).containsExactly(Effect.REVISED);
        debtors()
                .body("items[1].targets[0].value", equalTo(30))
                .body("items[1].targets[0].baseline.value", equalTo(50));
        assertThat(loader.load(new PackageChange(one, one, 3, "样例", "sample-author")))
                .isEqualTo(PackageEffects.NONE);
        assertThat(versionsOfTheBaseline()).containsExactly("50", "52", "50");
    }

    /** What only one version has: a target of a district, a figure and a formula. */
    @Test
    void whatTheNewVersionSaysNoMoreIsTakenBack() {
        PlanPackage one = inForce();
        PlanPackage other = SamplePackages.with(text -> text.contains("\"facts\": []") ? FACTS : text)
                .read();

        PackageEffects there = loader.load(new PackageChange(one, other, 4, "演示样本 (sample)", "sample-author"));
        assertThat(there.targets()).extracting(Change::effect).containsExactly(Effect.ADDED);
        assertThat(there.figures()).extracting(Change::effect).containsExactly(Effect.ADDED, Effect.ADDED);
        target("SAMPLE-LOADED-EAST").body("items.value", contains(9));

        PackageEffects back = loader.load(new PackageChange(other, one, 5, "演示样本 (sample)", "sample-author"));
        assertThat(back.targets()).extracting(Change::effect).containsExactly(Effect.WITHDRAWN);
        target("SAMPLE-LOADED-EAST").body("items", hasSize(0));
        as("city-officer")
                .body(
                        "{\"plan\":\"sample-loaded\",\"indicator\":\"sample-loaded-debtors\",\"region\":\"SAMPLE-LOADED-EAST\","
                                + "\"year\":2030,\"comparator\":\"le\",\"value\":8,\"unit\":\"ENTERPRISE\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(201)
                .body("version", equalTo(2));

        PackageEffects again = loader.load(new PackageChange(one, other, 6, "演示样本 (sample)", "sample-author"));
        assertThat(again.targets()).extracting(Change::effect).containsExactly(Effect.KEPT);
        target("SAMPLE-LOADED-EAST").body("items.value", contains(8));
        loader.load(new PackageChange(other, one, 7, "演示样本 (sample)", "sample-author"));
        target("SAMPLE-LOADED-EAST").body("items.value", contains(8));
    }

    private static final String FACTS = """
            {"series": [
              {"code": "sample-output-no", "sdmx": "SAMPLE_OUTPUT_NO", "name_zh": "样例：产出，前后不可比", "unit": "CNY_100M"},
              {"code": "sample-output-linked", "sdmx": "SAMPLE_OUTPUT_LINKED", "name_zh": "样例：产出，可衔接",
                "unit": "CNY_100M"}], "facts": [
              {"id": "s1", "series": "sample-loaded-debtors", "period": "2030-12-31", "region": "SAMPLE-LOADED-EAST", "value": 9,
                "comparator": "le", "unit": "ENTERPRISE", "kind": "target", "clause": "ch3", "printed": "样例 9"},
              {"id": "s2", "series": "sample-loaded-debtors", "period": "2024-12-31", "region": "SAMPLE-LOADED-EAST", "value": 12,
                "comparator": "eq", "unit": "ENTERPRISE", "kind": "level", "clause": "ch3", "printed": "样例 12"}]}
            """;

    /** Publishes the plan when no test has done so yet. */
    private PlanPackage inForce() {
        SourcePackage original = SamplePackages.original();
        if (register.version(SamplePackages.CODE).isEmpty()) {
            QuarkusTransaction.requiringNew()
                    .run(() -> publication.publish(original, "演示样本 (sample)", "sample-author"));
            Awaitility.await().untilAsserted(() -> assertThat(register.version(SamplePackages.CODE))
                    .isPresent());
        }
        return original.read();
    }

    private static ValidatableResponse debtors() {
        return as("city-officer")
                .get("/api/v1/indicators?plan=sample-loaded")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse target() {
        return target("SAMPLE-LOADED-CITY");
    }

    private static ValidatableResponse target(String region) {
        return as("city-officer")
                .get("/api/v1/targets?plan=sample-loaded&indicator=sample-loaded-debtors&region=" + region)
                .then()
                .statusCode(200);
    }

    private List<String> versionsOfTheBaseline() {
        return jdbi.withHandle(handle -> {
            handle.execute("SELECT set_config('finplan.read_regions', '*', false)");
            return handle.createQuery("SELECT value::text FROM observation WHERE indicator = 'sample-loaded-debtors'"
                            + " AND region = 'SAMPLE-LOADED-CITY' AND period_end = '2025-12-31' ORDER BY version")
                    .mapTo(String.class)
                    .list();
        });
    }

    private int count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM observation")
                .mapTo(Integer.class)
                .one());
    }
}
