package org.finplan.indicators.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the size of its pages, every list of the service has the same items in the same order, each once. */
@FinplanTest
class ListPagesTest {

    private static final int LARGEST = 200;
    private static final int[] SMALLER = {1, 3};
    private static final int MOST_PAGES = 1_000;
    private static final String PLACE = "region=441284&from=1979&to=1981";

    /** A list whose items stand in another place than the others; the columns of a triangle depend on the page. */
    private static final Map<String, String> ITEMS =
            Map.of("getRevisions", "triangle.rows.collect { [it.period, it.observation, it.steps] }");

    /** What stays empty here: no test leaves a dead letter behind, and nothing need be overdue. */
    private static final Set<String> MAY_BE_SHORT = Set.of("listDeadLetters", "listPlanChanges", "listOverdueReports");

    private static String release;

    /** Lists by operation, several of one for what differs inside. {@code {release}} is that of {@link #prepare()}. */
    private static final List<Example> EXAMPLES = List.of(
            new Example("listAuditRecords", "/api/v1/audit?resource=/api/v1/releases/{release}"),
            new Example("listDeadLetters", "/api/v1/dead-letters?state=replayed"),
            new Example("listDerived", "/api/v1/derived"),
            new Example("listDerivedObservations", "/api/v1/derived/loan-deposit-ratio/observations?" + PLACE),
            new Example("listDisputedCells", "/api/v1/disputed-cells?indicator=green-credit"),
            new Example("listIndicators", "/api/v1/indicators?plan=zq-fin-14fyp"),
            new Example("listSeriesObservations", "/api/v1/indicators/gdp/observations?kind=all&to=2018"),
            new Example("listSeriesObservations", "/api/v1/indicators/gdp/observations?sort=-period&to=2018"),
            flow(""),
            flow("&vintages=all"),
            flow("&vintages=first"),
            flow("&vintages=changed"),
            flow("&vintages=all&axis=released"),
            flow("&vintages=changed&axis=released&sort=-period"),
            flow("&transform=cumulative"),
            flow("&transform=cumulative&sort=-period"),
            flow("&transform=yoy"),
            flow("&transform=change&frequency=quarter"),
            flow("&transform=cumulative&frequency=month"),
            flow("&frequency=month"),
            flow("&frequency=year"),
            new Example(
                    "listSeriesObservations", "/api/v1/indicators/loans-balance/observations?frequency=half&" + PLACE),
            new Example("getRevisions", "/api/v1/indicators/securities-turnover/revisions?" + PLACE),
            new Example("getRevisions", "/api/v1/indicators/securities-turnover/revisions?axis=released&" + PLACE),
            new Example("listObservations", "/api/v1/observations?indicator=securities-turnover&region=441284"),
            new Example("listMissingObservations", "/api/v1/observations:missing?plan=zq-fin-14fyp&region=441200"),
            new Example("listOverdueReports", "/api/v1/overdue-reports?plan=zq-fin-14fyp"),
            new Example("listPlanChanges", "/api/v1/plans/zq-fin-14fyp/changes"),
            new Example("listClauses", "/api/v1/plans/zq-fin-14fyp/clauses"),
            new Example("listPublicObservations", "/api/v1/public/observations?indicator=gdp"),
            new Example("listRegions", "/api/v1/regions"),
            new Example("listReleases", "/api/v1/releases?state=staged"),
            new Example("listReleaseObservations", "/api/v1/releases/{release}/observations"),
            new Example("listTargets", "/api/v1/targets?plan=zq-fin-14fyp&region=441200"),
            new Example("listUnits", "/api/v1/units"));

    private record Example(String operation, String path) {}

    private static Example flow(String more) {
        return new Example(
                "listSeriesObservations", "/api/v1/indicators/securities-turnover/observations?" + PLACE + more);
    }

    static List<Example> examples() {
        return EXAMPLES;
    }

    /** A list that is added to the service needs an example here. */
    @Test
    void everyListOfTheServiceIsWalked() {
        Map<String, Map<String, Map<String, Object>>> paths = withToken(Tokens.of("city-admin"))
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        Set<String> lists = new TreeSet<>();
        paths.values().stream()
                .filter(operations -> operations.containsKey("get"))
                .map(operations -> operations.get("get"))
                .filter(ListPagesTest::hasPages)
                .forEach(operation -> lists.add((String) operation.get("operationId")));

        assertThat(EXAMPLES.stream().map(Example::operation)).containsAll(lists);
        assertThat(lists).containsAll(EXAMPLES.stream().map(Example::operation).toList());
    }

    private static boolean hasPages(Map<String, Object> operation) {
        return operation.get("parameters") instanceof List<?> parameters
                && parameters.stream()
                        .anyMatch(parameter ->
                                parameter instanceof Map<?, ?> named && "cursor".equals(named.get("name")));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anySizeOfPagesGivesTheSameItemsOnce(Example example) {
        List<Object> whole = walk(example, LARGEST);
        assertThat(whole).doesNotHaveDuplicates();
        if (!MAY_BE_SHORT.contains(example.operation())) {
            assertThat(whole).hasSizeGreaterThan(1);
        }
        for (int size : SMALLER) {
            assertThat(walk(example, size)).as("pages of " + size).isEqualTo(whole);
        }
    }

    private static List<Object> walk(Example example, int size) {
        String path = example.path().replace("{release}", release);
        List<Object> items = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            RequestSpecification request = caller(example).queryParam("limit", size);
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            List<Object> some = page.getList(ITEMS.getOrDefault(example.operation(), "items"));
            assertThat(some).hasSizeLessThanOrEqualTo(size);
            items.addAll(some);
            cursor = page.getString("nextCursor");
            pages++;
        } while (cursor != null && pages < MOST_PAGES);
        assertThat(cursor).as("%d pages of %d and no end", pages, size).isNull();
        return items;
    }

    private static RequestSpecification caller(Example example) {
        return switch (example.operation()) {
            case "listPublicObservations" -> withToken(Tokens.of("public", Set.of("public"), List.of(), List.of()));
            case "listAuditRecords", "listDeadLetters" -> as("auditor");
            default -> as("city-officer");
        };
    }

    /** Months and a quarter both delivered, some revised or withdrawn; a release and work on cells (演示样本). */
    @BeforeEach
    void prepare() {
        if (release != null) {
            return;
        }
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        for (String period : List.of(
                "1979-Q4",
                "1980-01",
                "1980-02",
                "1980-03",
                "1980-Q1",
                "1980-S1",
                "1980-07",
                "1980-09-YTD",
                "1980",
                "1981-01",
                "1981-02",
                "1981-03",
                "1981-Q1",
                "1981-Q2")) {
            first.add(turnover(period, "10", "1990-01-01"));
            second.add(turnover(period, period.contains("Q") ? "11" : "10", "1991-01-01"));
        }
        post("{\"items\":[" + String.join(",", first) + "]}");
        post("{\"items\":[" + String.join(",", second) + "]}");
        for (String series : List.of("loans-balance", "deposits-balance")) {
            for (String day : List.of("1979-12-31", "1980-06-30", "1980-12-31", "1981-06-30")) {
                post("{\"items\":[" + item(series, "441284", day, "20", "CNY_100M", "") + "]}");
            }
        }
        withdraw();
        announce();
        dispute();
    }

    private static void dispute() {
        for (String region : List.of("441202", "441203", "441284")) {
            as("city-officer")
                    .body("{\"plan\":\"zq-fin-14fyp\",\"indicator\":\"green-credit\",\"period\":\"1981\",\"region\":\""
                            + region + "\",\"note\":\"演示样本 sample\"}")
                    .post("/api/v1/disputed-cells")
                    .then()
                    .statusCode(201);
        }
    }

    private static void withdraw() {
        String id = as("city-officer")
                .get("/api/v1/indicators/securities-turnover/observations?region=441284&from=1981-Q2&to=1981-Q2")
                .path("items[0].id");
        as("city-officer")
                .header("If-Match", "\"2\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + id + ":withdraw")
                .then()
                .statusCode(200);
    }

    private static void announce() {
        String announced = null;
        for (String title : List.of("sample one 演示样本", "sample two 演示样本", "sample three 演示样本")) {
            announced = as("city-officer")
                    .body("{\"title\":\"" + title
                            + "\",\"releaseAt\":\"2198-01-01T00:00:00Z\",\"audience\":\"internal\"}")
                    .post("/api/v1/releases")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }
        release = announced;
        for (String period : List.of("1982-01", "1982-02", "1982-Q1")) {
            post("{\"release\":\"" + release + "\",\"items\":["
                    + item("securities-turnover", "441284", period, "5", "CNY_100M", "") + "]}");
        }
    }

    private static String turnover(String period, String value, String day) {
        return item(
                "securities-turnover",
                "441284",
                period,
                value,
                "CNY_100M",
                ",\"reason\":\"routine\",\"releasedAt\":\"" + day + "T00:00:00Z\"");
    }

    private static void post(String report) {
        as("city-officer").body(report).post("/api/v1/observations").then().statusCode(200);
    }
}
