package org.finplan.indicators.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import jakarta.inject.Inject;
import org.finplan.platform.plan.reading.PlanPackages;
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
    Jdbi jdbi;

    @Test
    void aPackageIsLoadedOnce() {
        int before = count();

        assertThat(loader.load(PlanPackages.bundled("zq-fin-14fyp"))).isZero();

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void plansLiveSideBySide() {
        as("city-officer").get("/api/v1/plans").then().body("items.code", hasItems("zq-fin-14fyp", "sample-plan"));
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

    private int count() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM observation")
                .mapTo(Integer.class)
                .one());
    }
}
