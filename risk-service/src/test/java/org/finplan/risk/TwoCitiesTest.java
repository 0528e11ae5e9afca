package org.finplan.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.OtherCity.Question.get;
import static org.finplan.platform.testing.OtherCity.Question.post;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.OtherCity;
import org.finplan.platform.testing.OtherCity.Question;
import org.finplan.platform.testing.Problems;
import org.finplan.risk.institution.SampleInstitution;
import org.junit.jupiter.api.Test;

/** The plan of Sample City is loaded beside that of Zhaoqing; nothing crosses. */
@FinplanTest
class TwoCitiesTest {

    private static final String RULE = """
            {"code":"sample-two-cities","kinds":["trust"],"name":{"zh":"演示样本","en":"Sample"},"regulation":"sample",
             "sourceStatus":"unconfirmed","authority":"local-bureau","signal":"limit","numerator":"total-liabilities",
             "comparator":"at-most","limits":[{"value":1}]}""";
    private static final String OVERRIDE = """
            {"rule":"ML-01","limit":5,"from":"2199-01-01","authority":"sample","region":"441200"}""";
    private static final String NOTICE =
            "{\"region\":\"441202\",\"issuer\":\"演示样本单位\",\"title\":{\"zh\":\"演示样本\"}," + "\"body\":{\"zh\":\"演示样本\"}}";
    private static final String SILENCE = "{\"matchers\":[{\"field\":\"region\",\"value\":\"LOCAL-LIA\"},"
            + "{\"field\":\"rule\",\"value\":\"npl-ratio-above-province\"}],"
            + "\"from\":\"2099-01-01T00:00:00Z\",\"until\":\"2099-01-02T00:00:00Z\",\"reason\":\"演示样本\"}";
    private static final String INHIBITION =
            "{\"sourceRule\":\"npl-ratio-above-province\",\"targetRule\":\"plan-indicator-off-path\","
                    + "\"equal\":\"subject\",\"reason\":\"演示样本\"}";
    private static final String INSTITUTION =
            "{\"uscc\":\"91441200MA0000001U\",\"name\":\"演示样本\",\"kind\":\"pawn\",\"region\":\"441202\",\"status\":\"operating\","
                    + "\"since\":\"2025-01-01\"}";
    private static final String DOCUMENT = "{\"title\":\"演示样本\"}";
    private static final String STEP = "{\"on\":\"2025-01-06\",\"document\":" + DOCUMENT + "}";
    private static final String RECORD = "{\"channel\":\"on_site\",\"mode\":\"online\",\"on\":\"2025-01-01\","
            + "\"title\":\"演示样本\",\"findings\":\"演示样本\",\"reason\":\"演示样本\"}";
    private static final String BODY = "{\"bodyClass\":\"public-body\",\"name\":\"演示样本\",\"region\":\"441202\","
            + "\"fromYear\":2024,\"source\":" + DOCUMENT + "}";
    private static final String REVISION = "{\"name\":\"演示样本\",\"kind\":\"pawn\",\"region\":\"441202\"}";
    private static final String NETWORK =
            "{\"kind\":\"guarantee\",\"asOf\":\"2024-01-01\",\"nodes\":[{\"id\":\"LOCAL-A\",\"equity\":1}],\"edges\":[]}";
    private static final String FACT =
            "{\"kind\":\"firm\",\"fields\":{\"uscc\":\"91441200MA00000032\",\"name\":\"演示样本\",\"region\":\"441202\"},"
                    + "\"source\":\"演示样本\",\"reason\":\"演示样本\"}";
    private static final OtherCity SAMPLE =
            new OtherCity("SAMPLE-CITY", "SAMPLE-EAST", Pattern.compile("\"4412\\d\\d\"|\"LOCAL-|zq-fin-14fyp"));

    @Inject
    Feed feed;

    @Test
    void whatBelongsToACityDoesNotExistForAnother() {
        feed.take(SampleEvents.attainment("green-credit", "LOCAL-LIA", "off-course", "50", 1));
        String alert = "/api/v1/alerts/"
                + as("city-officer")
                        .get("/api/v1/alerts?region=LOCAL-LIA")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("items[0].id");
        String notice = "/api/v1/notices/"
                + as("city-officer")
                        .body(NOTICE)
                        .post("/api/v1/notices")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String silence = "/api/v1/silences/" + made("/api/v1/silences", SILENCE);
        String run = "/api/v1/rule-runs/"
                + as("risk-officer").body("{}").post("/api/v1/rule-runs").path("id");
        String inhibition = "/api/v1/inhibition-rules/" + made("/api/v1/inhibition-rules", INHIBITION);
        String institution = "/api/v1/institutions/" + SampleInstitution.registered("microloan", "441202");
        String uscc = institution.substring(21);
        String link = "{\"institution\":\"" + uscc + "\",\"holder\":{\"kind\":\"person\",\"name\":\"演示样本\"},"
                + "\"nature\":\"shares\",\"share\":1,\"from\":\"2025-01-01\",\"source\":" + DOCUMENT
                + ",\"reason\":\"演示样本\"}";
        String exit = "{\"institution\":\"" + uscc + "\",\"ground\":\"shell\",\"on\":\"2025-01-05\",\"document\":"
                + DOCUMENT + "}";
        String ownership = "/api/v1/ownership-links/" + made("/api/v1/ownership-links", link);
        String exiting = "/api/v1/institution-exits/" + made("/api/v1/institution-exits", exit);
        String record = "/api/v1/supervision-records/" + made(institution + "/supervision-records", RECORD);
        String body = "/api/v1/disclosure-bodies/91441200MA00000032";
        as("risk-officer").body(BODY).put(body).then().statusCode(200);
        String network = "/api/v1/networks/" + made("/api/v1/networks", NETWORK);
        String fact = "/api/v1/network-facts/" + made("/api/v1/network-facts", FACT);
        String ranking = network + "/failure-rankings/"
                + as("risk-officer")
                        .body("{}")
                        .post(network + "/failure-rankings")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id");
        String shock = "{\"network\":\"" + network.substring(17) + "\",\"method\":\"cascade\"}";
        String contagion = "/api/v1/contagion-runs/"
                + as("risk-officer")
                        .body(shock)
                        .post("/api/v1/contagion-runs")
                        .then()
                        .statusCode(200)
                        .extract()
                        .path("id");
        SAMPLE.seesNothing(
                List.of(
                        post("recordOwnershipLink", "/api/v1/ownership-links", link),
                        get("listOwnershipLinks", "/api/v1/ownership-links?limit=200"),
                        get("getOwnershipLink", ownership),
                        get("listOwnershipLinkVersions", ownership + "/versions"),
                        new Question("correctOwnershipLink", "PUT", ownership, link),
                        post("withdrawOwnershipLink", ownership + ":withdraw", "{\"reason\":\"sample\"}"),
                        get("getInstitutionOwnership", institution + "/ownership"),
                        get("getInstitutionGroup", institution + "/group"),
                        get("listOwnershipGroups", "/api/v1/groups?limit=200"),
                        post("enterSupervisionRecord", institution + "/supervision-records", RECORD),
                        get("listSupervisionRecords", "/api/v1/supervision-records?limit=200"),
                        get("getSupervisionRecord", record),
                        get("listSupervisionRecordVersions", record + "/versions"),
                        new Question("correctSupervisionRecord", "PUT", record, RECORD),
                        post("withdrawSupervisionRecord", record + ":withdraw", "{\"reason\":\"sample\"}"),
                        get("listInstitutionHistory", institution + "/history"),
                        get("listDisclosureBodies", "/api/v1/disclosure-bodies?limit=200"),
                        get("getDisclosureBody", body),
                        get("listDisclosureBodyVersions", body + "/versions"),
                        new Question("nameDisclosureBody", "PUT", body, BODY),
                        get("listEnvironmentalDisclosures", "/api/v1/environmental-disclosures?limit=200"),
                        get(
                                "listMissingEnvironmentalDisclosures",
                                "/api/v1/environmental-disclosures:missing?limit=200"),
                        post(
                                "recordEnvironmentalDisclosure",
                                "/api/v1/environmental-disclosures",
                                "{\"body\":\"" + body.substring(26)
                                        + "\",\"year\":2024,\"publishedOn\":\"2025-01-01\",\"document\":" + DOCUMENT
                                        + "}"),
                        post("listInstitutionForExit", "/api/v1/institution-exits", exit),
                        get("listInstitutionExits", "/api/v1/institution-exits?limit=200"),
                        get("getInstitutionExit", exiting),
                        post("publishExitNotice", exiting + ":publish-notice", STEP),
                        post("objectToExit", exiting + ":object", STEP),
                        post(
                                "decideObjectionToExit",
                                exiting + ":decide-objection",
                                "{\"objection\":\"" + exiting.substring(26) + "\",\"outcome\":\"upheld\","
                                        + STEP.substring(1)),
                        post("cancelInstitution", exiting + ":cancel", STEP),
                        post("keepInstitution", exiting + ":keep", STEP),
                        get("listAlertGroups", "/api/v1/alert-groups?limit=200"),
                        get("listSilences", "/api/v1/silences?limit=200"),
                        get("getSilence", silence),
                        post("makeSilence", "/api/v1/silences", SILENCE),
                        post("approveSilence", silence + ":approve", null),
                        post("endSilence", silence + ":end", null),
                        get("listInhibitionRules", "/api/v1/inhibition-rules?limit=200"),
                        get("getInhibitionRule", inhibition),
                        post("retireInhibitionRule", inhibition + ":retire", null),
                        get("listInstitutions", "/api/v1/institutions?limit=200"),
                        get("getInstitution", institution),
                        get("listInstitutionStatuses", institution + "/statuses"),
                        get("listInstitutionRatings", institution + "/ratings"),
                        get("getInspectionInterval", institution + "/inspection-interval"),
                        get("listInstitutionReports", institution + "/reports"),
                        get("listReportSources", "/api/v1/report-sources?limit=200"),
                        post("registerInstitution", "/api/v1/institutions", INSTITUTION),
                        new Question("reviseInstitution", "PUT", institution, REVISION),
                        post(
                                "changeInstitutionStatus",
                                institution + ":change-status",
                                "{\"status\":\"shell\",\"since\":\"2025-01-01\"}"),
                        post(
                                "rateInstitution",
                                institution + "/ratings",
                                "{\"scheme\":\"guangdong-camel-rr\",\"grade\":\"A\",\"on\":\"2025-01-01\"}"),
                        new Question(
                                "setReportSource",
                                "PUT",
                                institution + "/report-sources/institution",
                                "{\"mode\":\"realtime\",\"graceDays\":1,\"since\":\"2025-01-01\"}"),
                        post(
                                "reportInstitutions",
                                "/api/v1/institution-reports",
                                "{\"items\":[{\"institution\":\"" + institution.substring(21)
                                        + "\",\"period\":\"2025-01\",\"metrics\":{\"net-assets\":1}}]}"),
                        get("listAlerts", "/api/v1/alerts?limit=200"),
                        get("getAlert", alert),
                        get("getAlertTimeline", alert + "/timeline"),
                        post("addAlertNote", alert + "/notes", "{\"text\":\"sample\"}"),
                        post("acknowledgeAlert", alert + ":acknowledge", "{\"note\":\"sample\"}"),
                        post(
                                "orderDisposal",
                                alert + ":order-disposal",
                                "{\"responsibleUnit\":\"sample\",\"instruction\":\"sample\",\"dueOn\":\"2199-01-01\"}"),
                        post("recordDisposalFeedback", alert + ":record-feedback", "{\"feedback\":\"sample\"}"),
                        post("startMonitoring", alert + ":start-monitoring", "{\"reviewOn\":\"2199-01-01\"}"),
                        post("closeAlert", alert + ":close", "{\"feedback\":\"sample\"}"),
                        get("listRuleAssessments", "/api/v1/rule-assessments?limit=200"),
                        post("writeRule", "/api/v1/rules", RULE),
                        post("testRule", "/api/v1/rules/ML-01:test", null),
                        post("shadowRule", "/api/v1/rules/ML-01:shadow", null),
                        post("publishRule", "/api/v1/rules/ML-01:publish", null),
                        post("retireRule", "/api/v1/rules/ML-01:retire", "{\"reason\":\"sample\"}"),
                        get("compareRule", "/api/v1/rules/ML-01/comparison"),
                        post("overrideRule", "/api/v1/rule-overrides", OVERRIDE),
                        get("listRuleRuns", "/api/v1/rule-runs?limit=200"),
                        get("getRuleRun", run),
                        post("cancelRuleRun", run + ":cancel", null),
                        get("listReportRequests", "/api/v1/report-requests?limit=200"),
                        get("listNetworks", "/api/v1/networks?limit=200"),
                        get("getNetwork", network),
                        get("listNetworkComponents", network + "/components"),
                        get("listNetworkFirms", network + "/firms"),
                        get("listNetworkChains", network + "/chains?firm=LOCAL-A"),
                        get("listNetworkExposures", network + "/exposures?firm=LOCAL-A"),
                        get("rankNetworkFailures", network + "/single-failures"),
                        get("listNetworkFacts", "/api/v1/network-facts?limit=200"),
                        get("getNetworkFact", fact),
                        get("listNetworkFactVersions", fact + "/versions"),
                        new Question("correctNetworkFact", "PUT", fact, FACT),
                        post("withdrawNetworkFact", fact + ":withdraw", "{\"reason\":\"sample\"}"),
                        post("findCheapestRemovals", network + "/cheapest-removals", "{\"component\":0,\"bound\":0}"),
                        post("orderFailureRanking", network + "/failure-rankings", "{}"),
                        get("listFailureRankings", network + "/failure-rankings?limit=200"),
                        get("getFailureRanking", ranking),
                        get("listRankedFailures", ranking + "/failures"),
                        post("cancelFailureRanking", ranking + ":cancel", null),
                        post("tryWhatIf", network + "/what-ifs", "{\"method\":\"cascade\"}"),
                        post("runContagion", "/api/v1/contagion-runs", shock),
                        get("listContagionRuns", "/api/v1/contagion-runs?limit=200"),
                        get("getContagionRun", contagion),
                        post("cancelContagionRun", contagion + ":cancel", null),
                        get("listNotices", "/api/v1/notices?limit=200"),
                        get("getNotice", notice),
                        post("writeNotice", "/api/v1/notices", NOTICE),
                        new Question("reviseNotice", "PUT", notice, NOTICE),
                        post("publishNotice", notice + ":publish", "{\"channels\":[{\"channel\":\"website\"}]}"),
                        post("withdrawNotice", notice + ":withdraw", "{\"reason\":\"sample\"}"),
                        get("listAuditRecords", "/api/v1/audit?limit=200")),
                // A run judges the institutions that the caller sees. An inhibition rule is made for the caller's own
                // city, and so are a network and a fact; the rules are the suite's; dead letters are the
                // library's, asked in the tasks service; NetworkQueryTest asks for pictures and NetworkSheetTest and
                // RankedFailureSheetTest for sheets, which are no JSON.
                Set.of(
                        "runRules",
                        "makeInhibitionRule",
                        "storeNetwork",
                        "recordNetworkFact",
                        "importNetworkFacts",
                        "makeNetworkFromFacts",
                        "drawNetworkComponent",
                        "exportNetworkComponent",
                        "exportNetworkComponents",
                        "exportNetworkFirms",
                        "exportNetworkChains",
                        "exportNetworkExposures",
                        "exportNetworkFailures",
                        "exportRankedFailures",
                        "exportContagionRun",
                        "exportCheapestRemovals",
                        "exportWhatIf",
                        "listRules",
                        "listInstitutionKinds",
                        "listRatingSchemes",
                        "listSupervisionChannels",
                        "listSupervisionParties",
                        "listDisclosureClasses",
                        "listExitGrounds",
                        "getMetricSchema",
                        "listPublicNotices",
                        "getPublicNotice",
                        "verifyAudit",
                        "listDeadLetters",
                        "getDeadLetter",
                        "replayDeadLetter",
                        "replayDeadLetters"));
    }

    private static String made(String path, String body) {
        return as("risk-officer")
                .body(body)
                .post(path)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A plan holds its own city against the province, not every city that has the same series. */
    @Test
    void aFigureOfAnotherCityIsNotJudgedByThePlan() {
        feed.take(SampleEvents.nplRatio("440000", "2023-02", "1.00", 1));
        feed.take(SampleEvents.nplRatio("SAMPLE-CITY", "2023-02", "5.00", 1));
        as("auditor-SAMPLE-CITY")
                .get("/api/v1/rule-assessments?period=2023-02")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        as("auditor-SAMPLE-CITY")
                .get("/api/v1/alerts?region=SAMPLE-CITY")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void eachCityHasItsOwn() {
        String notice = as("risk-officer-SAMPLE-CITY")
                .body(NOTICE.replace("441202", "SAMPLE-EAST"))
                .post("/api/v1/notices")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("auditor-SAMPLE-CITY").get("/api/v1/notices/" + notice).then().statusCode(200);
        as("auditor").get("/api/v1/notices/" + notice).then().spec(Problems.of(404, "not-found"));
        for (String list : List.of("alerts", "rule-assessments", "notices")) {
            as("auditor-SAMPLE-CITY")
                    .get("/api/v1/" + list + "?region=no-such")
                    .then()
                    .spec(Problems.at(400, "invalid-parameter", "?region"))
                    .body("errors[0].accepted", hasItem("SAMPLE-EAST"))
                    .body("errors[0].accepted", not(hasItem("441200")));
        }
        List<String> audited = as("auditor-SAMPLE-CITY").get("/api/v1/audit").path("items.region");
        assertThat(audited).contains("SAMPLE-EAST").allMatch(region -> region.startsWith("SAMPLE-"));
    }
}
