package org.finplan.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.OtherCity.Question.get;
import static org.finplan.platform.testing.OtherCity.Question.post;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.OtherCity;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The plan of Sample City is loaded beside that of Zhaoqing; nothing crosses. */
@FinplanTest
class TwoCitiesTest {

    private static final String PLAN = "zq-fin-14fyp";
    private static final String RELEASE = "演示样本 sample release of Zhaoqing";

    /** Figures of reference regions are shared, also those that came with a plan and say so. */
    private static final OtherCity SAMPLE = new OtherCity(
            "SAMPLE-CITY", "SAMPLE-EAST", Pattern.compile("\"4412\\d\\d\"|\"LOCAL-|(?<!plan:)zq-fin-14fyp|" + RELEASE));

    @Inject
    Jdbi jdbi;

    @Test
    void whatBelongsToACityDoesNotExistForAnother() {
        String target = "/api/v1/targets/" + first("/api/v1/targets?plan=" + PLAN + "&region=441200");
        String series = "/api/v1/indicators/loans-balance";
        String place = "?region=441200&from=2020&to=2025";
        String figure = "/api/v1/observations/" + first(series + "/observations" + place);
        String release = "/api/v1/releases/" + release();
        String dispute = "/api/v1/disputed-cells/" + dispute();
        String plan = "/api/v1/plans/" + PLAN;
        String derived = "/api/v1/derived/npl-ratio";
        String formula =
                "{\"code\":\"npl-ratio\",\"formula\":\"a\",\"inputs\":[{\"alias\":\"a\",\"series\":\"npl-ratio\","
                        + "\"region\":\"441200\"}],\"reason\":\"sample\",\"at\":{\"region\":\"441200\",\"period\":\"2024\"}}";
        String items =
                "\"items\":[{\"indicator\":\"loans-balance\",\"region\":\"441200\",\"period\":\"2024\",\"value\":1,"
                        + "\"unit\":\"CNY_100M\"}]";
        String aim = "{\"plan\":\"" + PLAN + "\",\"indicator\":\"loans-balance\",\"region\":\"441200\",\"year\":2024,"
                + "\"comparator\":\"ge\",\"value\":1,\"unit\":\"CNY_100M\",\"baseline\":{\"year\":2020,\"value\":1},"
                + "\"reason\":\"sample\"}";
        SAMPLE.seesNothing(
                List.of(
                        get("listPlans", "/api/v1/plans"),
                        get("getPlan", plan),
                        get("listClauses", plan + "/clauses"),
                        get("getClause", plan + "/clauses/ch4.s1.1.1"),
                        get("listPlanVersions", plan + "/versions"),
                        post(
                                "adjustPlan",
                                plan + "/versions",
                                "{\"title\":\"s\",\"reason\":\"s\",\"targets\":[" + aim + "]}"),
                        get("listPlanChanges", plan + "/changes"),
                        get("getPlanChange", plan + "/changes/1"),
                        post("evaluatePlan", plan + ":evaluate", "{\"reason\":\"s\"}"),
                        post("archivePlan", plan + ":archive", "{\"reason\":\"s\"}"),
                        get("listTargetAssessments", target + "/assessments"),
                        post("assessTarget", target + "/assessments", "{}"),
                        get("listRegions", "/api/v1/regions?limit=200"),
                        get("getRegion", "/api/v1/regions/441200"),
                        get("listIndicators", "/api/v1/indicators?plan=" + PLAN),
                        get("getIndicator", series + "?plan=" + PLAN),
                        get("getAttainment", "/api/v1/attainment?plan=" + PLAN),
                        get("listSeriesObservations", series + "/observations" + place),
                        get("listSeriesObservations", series + "/observations?limit=500"),
                        get("compareGrowth", series + "/growth?region=441200"),
                        get("getRevisions", series + "/revisions?region=441200"),
                        get("listObservations", "/api/v1/observations?limit=500"),
                        get("getObservation", figure),
                        get("listMissingObservations", "/api/v1/observations:missing?plan=" + PLAN),
                        get("listOverdueReports", "/api/v1/overdue-reports?plan=" + PLAN),
                        post("reportObservations", "/api/v1/observations", "{" + items + "}"),
                        post("withdrawObservation", figure + ":withdraw", "{\"reason\":\"correction\"}"),
                        post(
                                "withdrawObservations",
                                "/api/v1/observations:withdraw",
                                "{\"indicator\":\"loans-balance\",\"region\":\"441200\",\"reason\":\"correction\",\"figures\":1}"),
                        get("listReleases", "/api/v1/releases?limit=200"),
                        get("getRelease", release),
                        get("listReleaseObservations", release + "/observations"),
                        post("cancelRelease", release + ":cancel", null),
                        post(
                                "restoreRelease",
                                release + ":restore",
                                "{\"title\":\"s\",\"releaseAt\":\"2199-01-01T00:00:00Z\",\"reason\":\"correction\"}"),
                        post(
                                "importRelease",
                                "/api/v1/releases:import",
                                "{\"title\":\"s\",\"releasedAt\":\"2024-01-01T00:00:00Z\",\"audience\":\"internal\","
                                        + "\"vouchedBy\":\"s\",\"source\":{\"title\":\"s\"}," + items + "}"),
                        get("listTargets", "/api/v1/targets?plan=" + PLAN),
                        get("getTarget", target),
                        get("getBreakdown", target + "/breakdown"),
                        get("getTargetPath", target + "/path"),
                        post("setTarget", "/api/v1/targets", aim),
                        post("reviseTarget", target + ":revise", aim),
                        post(
                                "breakDownTarget",
                                target + ":break-down",
                                "{\"unit\":\"CNY_100M\",\"reason\":\"s\",\"regions\":[{\"region\":\"441202\",\"value\":1}],"
                                        + "\"units\":[]}"),
                        get("listDerived", "/api/v1/derived?limit=200"),
                        get("getDerived", derived),
                        get("listDerivedObservations", derived + "/observations"),
                        post("createDerived", "/api/v1/derived", formula),
                        post("reviseDerived", derived + ":revise", formula),
                        post("checkDerived", "/api/v1/derived:check", formula),
                        get("getReconciliation", "/api/v1/reconciliations?period=2024&plan=" + PLAN),
                        get("listDisputedCells", "/api/v1/disputed-cells?limit=200"),
                        get("getDisputedCell", dispute),
                        post("openDisputedCell", "/api/v1/disputed-cells", cell("441203")),
                        post("explainDisputedCell", dispute + ":explain", "{\"note\":\"s\"}"),
                        post("acceptDisputedCell", dispute + ":accept", "{\"note\":\"s\"}"),
                        post("returnDisputedCell", dispute + ":return", "{\"note\":\"s\"}"),
                        post("settleDisputedCell", dispute + ":settle", "{\"note\":\"s\"}"),
                        get("listAuditRecords", "/api/v1/audit?limit=200")),
                // Units, definitions and the schemas of packages are the suite's; a release is announced by whoever
                // reports, a
                // package is published by whoever writes its city; dead letters are the library's.
                Set.of(
                        "listDefinitions",
                        "getPlanPackageSchema",
                        "publishPlanPackage",
                        "listUnits",
                        "announceRelease",
                        "listPublicObservations",
                        "verifyAudit",
                        "listDeadLetters",
                        "getDeadLetter",
                        "replayDeadLetter",
                        "replayDeadLetters"));
    }

    @Test
    void eachCityHasItsOwn() {
        as("city-officer-SAMPLE-CITY").get("/api/v1/plans").then().body("items.code", contains("sample-plan"));
        as("city-officer").get("/api/v1/plans").then().body("items.code", contains(PLAN));
        as("city-officer")
                .get("/api/v1/indicators?plan=sample-plan")
                .then()
                .spec(Problems.at(404, "not-found", "?plan"));
        as("city-officer")
                .get("/api/v1/regions?limit=200")
                .then()
                .body("items.code", hasItem("440000"))
                .body("items.code", not(hasItem("SAMPLE-CITY")));
        as("city-officer-SAMPLE-CITY")
                .body("{\"items\":[{\"indicator\":\"green-credit\",\"region\":\"no-such\",\"period\":\"2026\","
                        + "\"value\":1,\"unit\":\"CNY_100M\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(422)
                .body("errors[0].accepted", hasItem("SAMPLE-EAST"))
                .body("errors[0].accepted", not(hasItem("441200")));
        asBoundTo("auditor", "441200", "SAMPLE-CITY")
                .get("/api/v1/attainment?plan=" + PLAN + "&region=SAMPLE-CITY")
                .then()
                .spec(Problems.at(404, "not-found", "?region"));
    }

    /** A formula of a series that both plans have changes figures of both cities. */
    @Test
    void aFormulaTakesEveryCityThatHasItsSeries() {
        String formula =
                "{\"code\":\"green-credit\",\"formula\":\"a\",\"inputs\":[{\"alias\":\"a\",\"series\":\"loans-balance\"}],"
                        + "\"active\":false}";
        as("city-admin")
                .body(formula)
                .post("/api/v1/derived")
                .then()
                .spec(Problems.at(403, "region-not-in-scope", "/code"));
    }

    /** Who reports for its own city is not judged by the plan of another that has the series as well. */
    @Test
    void aFigureOfAnotherCityIsNotJudgedByThePlan() {
        as("city-officer-SAMPLE-CITY")
                .body(
                        "{\"items\":[{\"indicator\":\"green-credit\",\"region\":\"SAMPLE-WEST\",\"period\":\"2024\",\"value\":1,"
                                + "\"unit\":\"CNY_100M\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
        int judged = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM attainment_judgement WHERE plan = :plan AND region LIKE 'SAMPLE-%'")
                .bind("plan", PLAN)
                .mapTo(Integer.class)
                .one());
        assertThat(judged).isZero();
    }

    private static String first(String path) {
        return as("city-officer").get(path).then().statusCode(200).extract().path("items[0].id");
    }

    private static String cell(String region) {
        return "{\"plan\":\"" + PLAN + "\",\"indicator\":\"loans-balance\",\"period\":\"2011\",\"region\":\"" + region
                + "\",\"note\":\"演示样本 sample\"}";
    }

    private static String dispute() {
        return as("city-officer")
                .body(cell("441202"))
                .post("/api/v1/disputed-cells")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A release that was published for Zhaoqing. */
    private UUID release() {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.execute(
                    "INSERT INTO release (id, title, audience, release_at, authors, city, created_at, created_by) VALUES (?,"
                            + " ?, 'public', now(), '{city-officer}', '441200', now(), 'city-officer')",
                    id,
                    RELEASE);
            handle.execute("INSERT INTO release_end VALUES (?, 'published', now(), 'system', 0, 0, 0)", id);
        });
        return id;
    }
}
