package org.finplan.systemtests.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.finplan.platform.devstack.client.Answer;
import org.finplan.systemtests.api.ApiDocument;
import org.finplan.systemtests.api.Operation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every answer with facts says where they come from, what time they are about and which version they are. The table names
 * the places, one row for each read: the item (a JSON pointer, empty for the answer itself), and within it source, period
 * and version. Where a fact is a judgement, its source is the version of the observation or the clause that it rests on;
 * where it is a statement of somebody, its source is who made it.
 */
@Order(7)
@ExtendWith(SharedSuite.class)
class ProvenanceIT {

    private static final String TABLE = """
            /api/v1/indicators/gdp/observations?region=441200&from=2022&to=2022, /items/0, /source/title, /period, /version
            /api/v1/indicators/gdp/revisions?region=441200&from=2022&to=2022, /triangle/rows/0/steps/0, /source/title, /knownAt, /version
            /api/v1/indicators/gdp/revisions?region=441200&from=2022&to=2022, /triangle/rows/0, /observation, /period, /steps/0/version
            /api/v1/indicators/gdp/growth?region=441200, /items/0, /source, /period, /version
            /api/v1/indicators/gdp/growth?region=441200&from=2023&to=2023, /items/1/levels/0, /observation, /period, /version
            /api/v1/observations?indicator=gdp&region=441200, /items/0, /source/title, /period, /version
            /api/v1/observations/{observation}, /current, /source/title, /period, /version
            /api/v1/observations/{observation}, /versions/0, /source/title, /period, /version
            /api/v1/public/observations?indicator=gdp&region=441200, /items/0, /source/title, /period, /version
            /api/v1/derived, /items/0, /clauses/0, /recordedAt, /version
            /api/v1/derived/loan-deposit-ratio, /current, /clauses/0, /recordedAt, /version
            /api/v1/derived/loan-deposit-ratio/observations?region=441200&from=2020&to=2020&explain=true, /items/0, /observation/source, /period, /observation/version
            /api/v1/derived/loan-deposit-ratio/observations?region=441200&from=2020&to=2020&explain=true, /items/0/inputs/0, /figure/source, /period, /figure/version
            /api/v1/releases/{release}/observations, /items/0, /source/title, /period, /recordedAt
            /api/v1/reconciliations?plan=zq-fin-14fyp&indicator=deposits-balance&period=2020&region=441200, /items/0/whole, /source/title, /period, /version
            /api/v1/disputed-cells, /items/0, /whole, /period, /version
            /api/v1/disputed-cells/{dispute}, '', /steps/0/by, /period, /version
            /api/v1/attainment?plan=zq-fin-14fyp&period=2020&region=441200, /items/0/actual, /source/title, /period, /version
            /api/v1/attainment?plan=zq-fin-14fyp&period=2020&region=441200, /items/0/target, /clause, /year, /version
            /api/v1/targets?plan=zq-fin-14fyp, /items/0, /clause, /period, /version
            /api/v1/targets/{target}, /current, /clause, /period, /version
            /api/v1/targets/{target}/breakdown, /target, /clause, /period, /version
            /api/v1/targets/{target}/path, '', /target, /points/0/period, /version
            /api/v1/indicators?plan=zq-fin-14fyp, /items/0, /clause, /baseline/period, /targets/0/version
            /api/v1/plans, /items/0, /documentNumber, /horizon, /fingerprint
            /api/v1/plans/zq-fin-14fyp, '', /documentNumber, /horizon, /fingerprint
            /api/v1/plans/zq-fin-14fyp/versions, /items/0, /reference, /plan, /version
            /api/v1/rules, /items/0, /clause, /plan, /version
            /api/v1/rule-assessments?rule=plan-indicator-off-path, /items/0, /actual/observation, /period, /actual/version
            /api/v1/alerts, /items/0/evidence, /observation, /period, /version
            /api/v1/alerts/{alert}, /evidence, /observation, /period, /version
            /api/v1/alerts/{alert}/timeline, /items/0/evidence, /observation, /period, /version
            /api/v1/tasks?plan=zq-fin-14fyp, /items/0, /clause, /plan, /version
            /api/v1/tasks/{task}, '', /clause, /horizon/start, /version
            /api/v1/tasks/{task}/progress-reports, /items/0, /reportedBy, /reportedFor, /version
            /api/v1/progress-reports, /items/0, /reportedBy, /reportedFor, /version
            /api/v1/progress-reports/{report}, '', /reportedBy, /reportedFor, /version
            /api/v1/notices, /items/0, /issuer, /createdAt, /version
            /api/v1/notices/{notice}, '', /issuer, /publishedAt, /version
            /api/v1/public/notices, /items/0, /issuer, /publishedAt, /version
            /api/v1/public/notices/{notice}, '', /issuer, /publishedAt, /version
            /api/v1/institutions, /items/0, /uscc, /since, /version
            /api/v1/institutions/{institution}, '', /uscc, /since, /version
            /api/v1/institutions/{institution}/ratings, /items/0, /source, /on, /schemeVersion
            /api/v1/institutions/{institution}/reports, /items/0/metrics/0, /source, /recordedAt, /version
            /api/v1/ownership-links, /items/0, /source/title, /from, /version
            /api/v1/ownership-links/{link}, '', /source/title, /from, /version
            /api/v1/ownership-links/{link}/versions, /items/0, /source/title, /from, /version
            /api/v1/institutions/{institution}/ownership, /chains/0/steps/0, /source/title, /from, /link
            /api/v1/supervision-records, /items/0, /enteredBy, /on, /version
            /api/v1/supervision-records/{record}, '', /enteredBy, /on, /version
            /api/v1/supervision-records/{record}/versions, /items/0, /recordedBy, /on, /version
            /api/v1/environmental-disclosures, /items/0, /document/title, /year, /version
            /api/v1/institution-exits, /items/0, /steps/0/document/title, /listedOn, /version
            /api/v1/institution-exits/{exit}, '', /steps/0/document/title, /listedOn, /version
            /api/v1/registers/systems/entries, /items/0, /clauses/0, /since, /version
            /api/v1/registers/systems/entries/{entry}, '', /clauses/0, /since, /version
            /api/v1/supervisions, /items/0, /cause, /openedAt, /version
            /api/v1/supervisions/{supervision}, '', /openedBy, /openedAt, /version
            /api/v1/milestones/{milestone}, '', /lastChange/by, /plannedDate, /version
            /api/v1/tasks/{task}/milestones, /items/0, /lastChange/by, /plannedDate, /version
            /api/v1/network-facts, /items/0, /source, /recordedAt, /version
            /api/v1/network-facts/{fact}, '', /source, /recordedAt, /version
            /api/v1/network-facts/{fact}/versions, /items/0, /source, /recordedAt, /version
            /api/v1/events?limit=1, /items/0, /source, /time, /sequence
            """;

    /** Reads that show no fact of the plan, thought over one by one: what each shows instead. */
    private static final Map<String, String> WITHOUT_FACTS = Map.ofEntries(
            Map.entry("listClauses", "titles of the plan's clauses"),
            Map.entry("getClause", "the title of a clause"),
            Map.entry("listPlanChanges", "versions of the plan's package, and who published them"),
            Map.entry("getPlanChange", "what such a version said otherwise; the facts are read by themselves"),
            Map.entry("getPlanPackageSchema", "how a package is written"),
            Map.entry("listDefinitions", "what a series counts, with its source"),
            Map.entry("listTargetAssessments", "what a named organisation said, with its evidence"),
            Map.entry("listInstitutionStatuses", "since when an institution has its status"),
            Map.entry("getInspectionInterval", "a table of the supervisor, applied to ratings"),
            Map.entry("listInstitutionKinds", "the code list of kinds"),
            Map.entry("listRatingSchemes", "the schemes of ratings"),
            Map.entry("getMetricSchema", "what is reported"),
            Map.entry("listReportSources", "who delivers, and who is late"),
            Map.entry("listWorkingDays", "days of the calendar, each with its notice"),
            Map.entry("addWorkingDays", "a day of the calendar"),
            Map.entry("listAlertGroups", "counts of alerts, which are read by themselves"),
            Map.entry("listInhibitionRules", "what mutes what"),
            Map.entry("getInhibitionRule", "one such"),
            Map.entry("listSilences", "what is muted, and by whom"),
            Map.entry("getSilence", "one such"),
            Map.entry("listRuleRuns", "when rules were run"),
            Map.entry("getRuleRun", "one such run"),
            Map.entry("listReportRequests", "what is not reported"),
            Map.entry("listOwnershipGroups", "who counts as one group by links, which are read by themselves"),
            Map.entry("getInstitutionGroup", "one such"),
            Map.entry("listInstitutionHistory", "what happened to an institution, each thing read by itself"),
            Map.entry("listSupervisionChannels", "a code list"),
            Map.entry("listSupervisionParties", "a code list"),
            Map.entry("listDisclosureClasses", "the classes of bodies that must disclose"),
            Map.entry("listDisclosureBodies", "who must disclose"),
            Map.entry("getDisclosureBody", "one such"),
            Map.entry("listDisclosureBodyVersions", "one such, as it was"),
            Map.entry("listMissingEnvironmentalDisclosures", "disclosures that are not there"),
            Map.entry("listExitGrounds", "the code list of grounds"),
            Map.entry("listNetworks", "networks that somebody sent, each with its day"),
            Map.entry("getNetwork", "one such"),
            Map.entry("listNetworkComponents", "what is reckoned of it alone"),
            Map.entry("listNetworkChains", "the same"),
            Map.entry("listNetworkExposures", "the same"),
            Map.entry("rankNetworkFailures", "the same"),
            Map.entry("drawNetworkComponent", "the same, as a picture"),
            Map.entry("exportNetworkComponent", "the same, for other programs"),
            Map.entry("listNetworkFirms", "the same, firm by firm"),
            Map.entry("exportNetworkComponents", "the same, as a table"),
            Map.entry("exportNetworkFirms", "the same, as a table"),
            Map.entry("exportNetworkChains", "the same, as a table"),
            Map.entry("exportNetworkExposures", "the same, as a table"),
            Map.entry("exportNetworkFailures", "the same, as a table"),
            Map.entry("listFailureRankings", "the orders of rankings"),
            Map.entry("getFailureRanking", "how far the same is reckoned of each firm"),
            Map.entry("listRankedFailures", "its result"),
            Map.entry("exportRankedFailures", "the same, as a table"),
            Map.entry("listOverdueReports", "what is not reported"),
            Map.entry(
                    "listReportingBurden", "who is asked for what; the figures that answer it are read by themselves"),
            Map.entry("getTaskRollUp", "how a branch is counted, and who set it"),
            Map.entry("getTaskHistory", "what changed of a task, each time by whom"),
            Map.entry("listTaskAssignments", "who has a task since when"),
            Map.entry("listTaskDependencies", "what waits for what"),
            Map.entry("getTaskDependency", "one such"),
            Map.entry("listBaselines", "names of instants"),
            Map.entry("getBaseline", "one such"),
            Map.entry("compareBaseline", "what changed of tasks since an instant"),
            Map.entry("getAssessmentTable", "counts of tasks and matters, which are read by themselves"),
            Map.entry("exportAssessmentTable", "the same, as a table"),
            Map.entry("listCalendarKeys", "who may subscribe to a calendar"),
            Map.entry("getCalendarKey", "one such"),
            Map.entry("getUnitCalendar", "deadlines of matters and tasks, which are read by themselves"),
            Map.entry("listContagionRuns", "the orders of contagion runs"),
            Map.entry("getContagionRun", "what is reckoned of a network, by a method that it names"),
            Map.entry("exportContagionRun", "the same, as a table"),
            Map.entry("listRegisters", "the registers that a plan declares"),
            Map.entry("getRegister", "one such"),
            Map.entry("getRegisterEntryHistory", "what an entry said before, version by version"),
            Map.entry("listRegisterAssessments", "what somebody found of an entry, with the day"),
            Map.entry("countRegister", "the arithmetic of entries, which are read by themselves"),
            Map.entry("getSupervisionTimeline", "who did what to a matter, and when"),
            Map.entry("listSupervisionLadders", "who hears of matters, after how many days"),
            Map.entry("listSupervisionLadderVersions", "the same as it was"),
            Map.entry("listSupervisionOpenings", "what opens matters by itself"),
            Map.entry("getMyWork", "what waits for the caller"),
            Map.entry("getScorecards", "counts of matters"),
            Map.entry("compareRule", "counts of what a rule would say otherwise"),
            Map.entry("listRegions", "the code list of regions"),
            Map.entry("getRegion", "one code of that list"),
            Map.entry("getIndicator", "the name, the unit and the codes of a series"),
            Map.entry("listUnits", "the code list of units"),
            Map.entry("listMissingObservations", "figures that are not there"),
            Map.entry("listReleases", "announcements; their figures are read by themselves"),
            Map.entry("getRelease", "an announcement"),
            Map.entry("listAuditRecords", "what callers did"),
            Map.entry("verifyAudit", "whether that record is whole"),
            Map.entry("listDeadLetters", "events that could not be worked on"),
            Map.entry("getDeadLetter", "such an event"),
            Map.entry("listCalls", "requests"),
            Map.entry("summariseCalls", "counts of requests"),
            Map.entry("listApiKeys", "credentials"),
            Map.entry("getApiKey", "a credential"),
            Map.entry("readHealth", "what runs"),
            Map.entry("readOpenApi", "the document of the API"),
            Map.entry("readOpenApiJson", "the same"),
            Map.entry("readOlderOpenApi", "the same"),
            Map.entry("readOlderOpenApiJson", "the same"));

    private static Map<String, String> samples;

    @BeforeAll
    static void findOnes(Suite suite) {
        samples = ProvenanceSamples.make(suite);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = TABLE)
    @Tag("G14")
    void anAnswerCarriesSourcePeriodAndVersion(
            String path, String item, String source, String period, String version, Suite suite) {
        String address = path;
        for (Map.Entry<String, String> sample : samples.entrySet()) {
            address = address.replace("{" + sample.getKey() + "}", sample.getValue());
        }
        Answer answer = suite.client().get(ProvenanceSamples.READER, address);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        JsonNode fact = answer.body().at(item);
        assertThat(fact.isObject()).as("%s of %s", item, answer.body()).isTrue();
        for (String place : List.of(source, period, version)) {
            assertThat(fact.at(place).isMissingNode() || fact.at(place).isNull())
                    .as("%s in %s", place, fact)
                    .isFalse();
        }
    }

    /** A new read has a row in the table above, or stands among those that show no fact, with what it shows instead. */
    @Test
    @Tag("G14")
    void everyReadIsInTheTableOrShowsNoFact(Suite suite) {
        List<String> rows = TABLE.lines()
                .map(row -> row.split("[?,]", 2)[0].replaceAll("\\{[^}]+}", "x"))
                .toList();
        Set<String> unknown = new TreeSet<>();
        Set<String> known = new TreeSet<>(WITHOUT_FACTS.keySet());
        new ApiDocument(suite.client().get("auditor", "/openapi.json").body())
                .operations().stream().filter(Operation::reads).forEach(operation -> {
                    boolean inTable = rows.stream()
                            .anyMatch(row -> form(operation.path()).matcher(row).matches());
                    if (inTable == WITHOUT_FACTS.containsKey(operation.id())) {
                        unknown.add(operation.toString());
                    }
                    known.remove(operation.id());
                });
        assertThat(unknown)
                .as("reads in neither the table nor the list, or in both")
                .isEmpty();
        assertThat(known).as("listed, but no operation any more").isEmpty();
    }

    private static Pattern form(String path) {
        return Pattern.compile(Stream.of(path.split("(?=\\{)|(?<=})", -1))
                .map(part -> part.startsWith("{") ? "[^/:]+" : Pattern.quote(part))
                .reduce("", String::concat));
    }
}
