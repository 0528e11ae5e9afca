package org.finplan.indicators.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Triangles by pages of whole rows, on sample figures (演示样本) of periods that no published figure has. */
@FinplanTest
class RevisionPagesTest {

    private static final String SERIES = "securities-turnover";
    private static final String REGION = "441225";

    /** As many quarters as rounds: each round publishes one more and revises all before, which makes 1,176 versions. */
    private static final int ROUNDS = 48;

    private static final YearMonth FIRST_RELEASE = YearMonth.of(2001, 1);

    /** The rows whose versions are 1,000 at most: 48 + 47 + … + 20 is 986. */
    private static final int ROWS_OF_THE_LARGEST_PAGE = 29;

    private static final List<String> RELEASES = IntStream.range(0, ROUNDS)
            .mapToObj(round -> FIRST_RELEASE.plusMonths(round) + "-01T00:00:00Z")
            .toList();

    @Test
    void aTriangleOfAnySizeIsReadByPages() {
        for (int round = 0; round < ROUNDS; round++) {
            publish(round);
        }
        for (String axis : List.of("released", "recorded")) {
            List<String> vintages = axis.equals("released")
                    ? RELEASES
                    : pages(axis, "&limit=1").get(0).vintages();
            assertThat(vintages).hasSize(ROUNDS);
            for (int size : new int[] {1, 2, 7, 500}) {
                isTheWhole(pages(axis, "&limit=" + size), vintages, size);
            }
        }
        List<Triangle> largest = pages("recorded", "");
        assertThat(largest.stream().map(page -> page.rows().size()))
                .containsExactly(ROWS_OF_THE_LARGEST_PAGE, ROUNDS - ROWS_OF_THE_LARGEST_PAGE);
        assertThat(largest.get(0).json().getInt("triangle.revisedPeriods")).isEqualTo(ROWS_OF_THE_LARGEST_PAGE);
        // The revisions of the rows are 47, 46 … 19.
        assertThat(largest.get(0).json().getFloat("triangle.meanRevision")).isEqualTo(33f);
    }

    /** Each page is a triangle of its own rows, which begins when the first of them became known. */
    private static void isTheWhole(List<Triangle> pages, List<String> vintages, int size) {
        int row = 0;
        for (Triangle page : pages) {
            int first = row;
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(size);
            assertThat(page.vintages()).isEqualTo(vintages.subList(first, ROUNDS));
            for (int i = 0; i < page.rows().size(); i++) {
                int quarter = row;
                assertThat(page.rows().get(i)).isEqualTo(quarter(quarter));
                assertThat(page.json().<Integer>getList("triangle.rows[" + i + "].values"))
                        .isEqualTo(IntStream.range(first, ROUNDS)
                                .mapToObj(round -> round < quarter ? null : value(quarter, round))
                                .collect(Collectors.toCollection(ArrayList::new)));
                assertThat(page.json().getList("triangle.rows[" + i + "].steps"))
                        .hasSize(ROUNDS - quarter);
                row++;
            }
        }
        assertThat(row).isEqualTo(ROUNDS);
    }

    /** 高要市 was 441283 until 2015, 高要区 is 441204 since; in 2015 either may have a figure. */
    @Test
    void codesThatFollowEachOtherHaveTheirRowsInTheOrderOfPeriods() {
        String[][] figures = {
            {"441283", "2014", "2"}, {"441204", "2016", "5"}, {"441204", "2015", "3"}, {"441283", "2015", "4"}
        };
        for (String[] figure : figures) {
            report("city-officer", item(SERIES, figure[0], figure[1], figure[2], "CNY_100M", ""))
                    .statusCode(200);
        }
        String query = "/api/v1/indicators/" + SERIES + "/revisions?region=441204&from=2014&to=2016";
        for (int size : new int[] {1, 2, 3, 4}) {
            List<Integer> read = walk(query + "&limit=" + size).stream()
                    .flatMap(page -> page.json().<Integer>getList("triangle.rows.latest").stream())
                    .toList();
            assertThat(read).as("pages of " + size).containsExactly(2, 3, 4, 5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "region=441200&axis=released,invalid-cursor,?cursor",
        "region=441200&from=2016,invalid-cursor,?cursor",
        "region=440000,invalid-cursor,?cursor",
        "region=441200&limit=0,invalid-parameter,?limit",
        "region=441200&limit=501,invalid-parameter,?limit"
    })
    void aCursorOfAnotherQueryAndASizeThatIsNoneAreRefused(String query, String code, String pointer) {
        String gdp = "/api/v1/indicators/gdp/revisions";
        String cursor = as("city-officer").get(gdp + "?region=441200&limit=1").path("nextCursor");
        assertThat(cursor).isNotNull();

        as("city-officer")
                .queryParam("cursor", cursor)
                .get(gdp + "?" + query)
                .then()
                .spec(Problems.at(400, code, pointer));
        as("city-officer")
                .get(gdp + "?region=441200&cursor=x")
                .then()
                .spec(Problems.at(400, "invalid-cursor", "?cursor"));
    }

    @Test
    void aTriangleIsOfOneKind() {
        as("city-officer")
                .get("/api/v1/indicators/gdp/revisions?region=441200&kind=all")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?kind"))
                .body("errors[0].accepted", hasItem("level"))
                .body("errors[0].accepted", not(hasItem("all")));
    }

    private record Triangle(JsonPath json) {

        private List<String> vintages() {
            return json.getList("triangle.vintages");
        }

        private List<String> rows() {
            return json.getList("triangle.rows.period");
        }
    }

    private static List<Triangle> pages(String axis, String more) {
        return walk("/api/v1/indicators/" + SERIES + "/revisions?region=" + REGION + "&from=1950&to=1961&axis=" + axis
                + more);
    }

    private static List<Triangle> walk(String query) {
        List<Triangle> pages = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = as("city-officer");
            Triangle page = new Triangle((cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(query)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath());
            pages.add(page);
            cursor = page.json().getString("nextCursor");
        } while (cursor != null && pages.size() <= ROUNDS);
        return pages;
    }

    private static void publish(int round) {
        String figures = IntStream.rangeClosed(0, round)
                .mapToObj(quarter -> item(
                        SERIES,
                        REGION,
                        quarter(quarter),
                        Integer.toString(value(quarter, round)),
                        "CNY_100M",
                        ",\"reason\":\"routine\",\"releasedAt\":\"" + RELEASES.get(round) + "\""))
                .collect(Collectors.joining(","));
        report("city-officer", figures).statusCode(200);
    }

    private static String quarter(int number) {
        return (1950 + number / 4) + "-Q" + (1 + number % 4);
    }

    private static int value(int quarter, int round) {
        return 1_000 * quarter + round;
    }
}
