package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.finplan.indicators.merge.Change;
import org.finplan.indicators.merge.Change.Effect;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading plan packages: once, and a second one beside the first without a change of code. */
@FinplanTest
class PlanLoaderTest {

    @Inject
    PlanLoader loader;

    @Inject
    Jdbi jdbi;

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
        asBoundTo("city-officer", "441200", "SAMPLE-CITY", "KINDS-CITY")
                .get("/api/v1/plans")
                .then()
                .body("items.code", contains("zq-fin-14fyp", "sample-plan", "sample-ended-plan", "kinds-plan"));
        as("city-officer")
                .get("/api/v1/plans/zq-fin-14fyp")
                .then()
                .body("documentNumber", equalTo("肇府〔2022〕6号"))
                .body("horizon", equalTo("2021/2025"));
        as("city-officer").get("/api/v1/plans/none").then().spec(Problems.of(404, "not-found"));
        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/indicators?plan=sample-plan")
                .then()
                .body("items.code", contains("green-credit", "sample-bad-debtors"))
                .body("items[0].targets[0].value", equalTo(200));
    }

    @Test
    void aFigureIsJudgedByThePlanOfItsRegion() {
        as("city-officer-SAMPLE-CITY")
                .body("{\"items\":[{\"indicator\":\"sample-bad-debtors\",\"region\":\"SAMPLE-CITY\","
                        + "\"period\":\"2026\",\"value\":44,\"unit\":\"ENTERPRISE\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);

        as("city-officer-SAMPLE-CITY")
                .get("/api/v1/attainment?plan=sample-plan&period=2026")
                .then()
                .body("items", hasSize(2))
                .body("items[1].direction", equalTo("lower"))
                .body("items[1].expected", equalTo(46.0f))
                .body("items[1].state", equalTo("ahead"));
    }

    /** Case P2: to another version and back again; what the version takes along stands in it, and history is kept. */
    @Test
    void whatTheNewVersionSaysOtherwiseFollowsItAndBackAgain(@TempDir Path directory) throws IOException {
        PlanPackage one = SamplePackages.original();
        PlanPackage other = SamplePackages.with(
                directory, "indicators.json", text -> text.replace("\"value\": 30,", "\"value\": 28,")
                        .replace("\"printed\": \"50\", \"value\": 50", "\"printed\": \"52\", \"value\": 52"));

        PackageEffects there = loader.load(new PackageChange(one, other, 2, "演示样本：更正 (sample)", "sample-author"));
        assertThat(there.targets()).extracting(Change::effect).containsExactly(Effect.REVISED);
        assertThat(there.figures()).extracting(Change::effect).containsExactly(Effect.REVISED);
        debtors()
                .body("items[1].targets[0].value", equalTo(28))
                .body("items[1].targets[0].baseline.value", equalTo(52));
        target().body("items[0].version", equalTo(2))
                .body("items[0].reason", equalTo("演示样本：更正 (sample)"))
                .body("items[0].recordedBy", equalTo("plan:sample-plan@2:sample-author"));

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
    void whatTheNewVersionSaysNoMoreIsTakenBack(@TempDir Path directory) throws IOException {
        PlanPackage one = SamplePackages.original();
        PlanPackage other = SamplePackages.with(directory, "facts.json", text -> FACTS);

        PackageEffects there = loader.load(new PackageChange(one, other, 4, "演示样本 (sample)", "sample-author"));
        assertThat(there.targets()).extracting(Change::effect).containsExactly(Effect.ADDED);
        assertThat(there.figures()).extracting(Change::effect).containsExactly(Effect.ADDED, Effect.ADDED);
        target("SAMPLE-EAST").body("items.value", contains(9));

        PackageEffects back = loader.load(new PackageChange(other, one, 5, "演示样本 (sample)", "sample-author"));
        assertThat(back.targets()).extracting(Change::effect).containsExactly(Effect.WITHDRAWN);
        target("SAMPLE-EAST").body("items", hasSize(0));
        as("city-officer")
                .body("{\"plan\":\"sample-plan\",\"indicator\":\"sample-bad-debtors\",\"region\":\"SAMPLE-EAST\","
                        + "\"year\":2030,\"comparator\":\"le\",\"value\":8,\"unit\":\"ENTERPRISE\"}")
                .post("/api/v1/targets")
                .then()
                .statusCode(201)
                .body("version", equalTo(2));

        PackageEffects again = loader.load(new PackageChange(one, other, 6, "演示样本 (sample)", "sample-author"));
        assertThat(again.targets()).extracting(Change::effect).containsExactly(Effect.KEPT);
        target("SAMPLE-EAST").body("items.value", contains(8));
        loader.load(new PackageChange(other, one, 7, "演示样本 (sample)", "sample-author"));
        target("SAMPLE-EAST").body("items.value", contains(8));
    }

    private static final String FACTS = """
            {"series": [], "facts": [
              {"id": "s1", "series": "sample-bad-debtors", "period": "2030-12-31", "region": "SAMPLE-EAST", "value": 9,
                "comparator": "le", "unit": "ENTERPRISE", "kind": "target", "clause": "ch3", "printed": "样例 9"},
              {"id": "s2", "series": "sample-bad-debtors", "period": "2024-12-31", "region": "SAMPLE-EAST", "value": 12,
                "comparator": "eq", "unit": "ENTERPRISE", "kind": "level", "clause": "ch3", "printed": "样例 12"}]}
            """;

    private static ValidatableResponse debtors() {
        return as("city-officer")
                .get("/api/v1/indicators?plan=sample-plan")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse target() {
        return target("SAMPLE-CITY");
    }

    private static ValidatableResponse target(String region) {
        return as("city-officer")
                .get("/api/v1/targets?plan=sample-plan&indicator=sample-bad-debtors&region=" + region)
                .then()
                .statusCode(200);
    }

    private List<String> versionsOfTheBaseline() {
        return jdbi.withHandle(handle -> {
            handle.execute("SELECT set_config('finplan.read_regions', '*', false)");
            return handle.createQuery("SELECT value::text FROM observation WHERE indicator = 'sample-bad-debtors'"
                            + " AND region = 'SAMPLE-CITY' AND period_end = '2025-12-31' ORDER BY version")
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
