package org.finplan.indicators.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.indicators.reporting.Reports.item;
import static org.finplan.indicators.reporting.Reports.report;
import static org.finplan.platform.testing.Requests.as;
import static org.finplan.platform.testing.Requests.withToken;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What everybody reads of the figures. */
@FinplanTest
class PublicObservationTest {

    private static final String PUBLIC = "/api/v1/public/observations";

    private static RequestSpecification everybody() {
        return withToken(Tokens.of("public", Set.of("public"), List.of(), List.of()));
    }

    private static ValidatableResponse gdp(String region, String year) {
        return everybody()
                .queryParams(Map.of("indicator", "gdp", "region", region, "kind", "level", "from", year, "to", year))
                .get(PUBLIC)
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("G15")
    void aPublishedFigureIsReadWithItsSourcePeriodAndVersion() {
        gdp("441200", "2022")
                .header("Cache-Control", containsString("max-age=60"))
                .body("items", hasSize(1), "items[0].value", equalTo(2705.05f), "items[0].unit", equalTo("CNY_100M"))
                .body("items[0].period", equalTo("2022"), "items[0].version", equalTo(1))
                .body("items[0].source.title", equalTo("2022年肇庆市国民经济和社会发展统计公报"))
                .body("items[0].source.quality", equalTo("official-copy"))
                .body("items[0]", not(hasKey("recordedBy")), "items[0]", not(hasKey("note")));
        gdp("441203", "2017").body("items[0].value", equalTo(117.22f));
    }

    @Test
    @Tag("G15")
    void aSampleIsNotPublished() {
        report("district-441226", item("gdp", "441226", "2024", "1", "CNY_100M", ",\"source\":{\"title\":\"演示样本\"}"))
                .statusCode(200);
        gdp("441226", "2024").body("items", hasSize(0));
    }

    @Test
    @Tag("G15")
    void aCorrectionIsNotPublicButAWithdrawalTakesTheFigureBack() {
        gdp("441204", "2017").body("items[0].value", equalTo(406.76f));
        String id = gdp("441204", "2017").extract().path("items[0].id");
        report("city-officer", item("gdp", "441204", "2017", "400", "CNY_100M", ",\"reason\":\"correction\""))
                .statusCode(200);
        gdp("441204", "2017").body("items[0].value", equalTo(406.76f), "items[0].version", equalTo(1));
        as("city-officer")
                .header("If-Match", "\"2\"")
                .body("{\"reason\":\"correction\"}")
                .post("/api/v1/observations/" + id + ":withdraw")
                .then()
                .statusCode(200);
        gdp("441204", "2017").body("items", hasSize(0));
    }

    @Test
    @Tag("G15")
    void onlyWhatAPublishedDocumentPrintsIsThereAndPagesMakeTheWhole() {
        List<String> whole = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification request = everybody().queryParam("limit", 137).header("Prefer", "count=exact");
            JsonPath page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(PUBLIC)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.<String>getList("items.source.quality"))
                    .isSubsetOf(
                            "official", "official-copy", "newspaper", "other-copy", "secondary-unchecked", "reported");
            assertThat(page.getList("items.source.title")).doesNotContain("演示样本");
            assertThat(page.<String>getList("items.source.title")).doesNotContainNull();
            whole.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor");
            if (cursor == null) {
                assertThat(page.getInt("total")).isEqualTo(whole.size());
            }
        } while (cursor != null);
        assertThat(whole).doesNotHaveDuplicates().hasSizeGreaterThan(137);
    }

    @Test
    @Tag("G15")
    void anAnswerIsNotSentTwice() {
        String tag = everybody().get(PUBLIC + "?indicator=green-credit").header("ETag");
        everybody()
                .header("If-None-Match", tag)
                .get(PUBLIC + "?indicator=green-credit")
                .then()
                .statusCode(304);
        everybody()
                .header("If-None-Match", tag)
                .get(PUBLIC + "?indicator=gdp")
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("G15")
    void onlyTheGatewaysPublicGetsInAndOnlyHere() {
        RestAssured.get(PUBLIC).then().spec(Problems.of(401, "unauthenticated"));
        as("city-admin").get(PUBLIC).then().spec(Problems.of(403, "forbidden"));
        for (String path : List.of(
                "/api/v1/indicators/gdp/observations",
                "/api/v1/attainment?plan=zq-fin-14fyp",
                "/api/v1/regions",
                "/api/v1/audit")) {
            everybody().get(path).then().spec(Problems.of(403, "forbidden"));
        }
    }

    @Test
    void wrongQuestionsAreNamed() {
        for (String name : List.of("indicator", "region", "kind", "from", "to")) {
            everybody()
                    .queryParam(name, "nowhere")
                    .get(PUBLIC)
                    .then()
                    .spec(Problems.at(400, "invalid-parameter", "?" + name));
        }
        everybody()
                .queryParam("asOf", "2020-01-01T00:00:00Z")
                .get(PUBLIC)
                .then()
                .spec(Problems.of(400, "unknown-parameter"));
        everybody().queryParam("cursor", "x").get(PUBLIC).then().spec(Problems.of(400, "invalid-cursor"));
        everybody()
                .queryParam("kind", "nowhere")
                .get(PUBLIC)
                .then()
                .body("errors[0].accepted", hasItems("level", "growth"));
    }
}
