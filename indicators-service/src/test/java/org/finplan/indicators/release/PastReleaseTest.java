package org.finplan.indicators.release;

import static io.restassured.RestAssured.given;
import static org.finplan.indicators.release.Releases.item;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.junit.jupiter.api.Test;

/** Vintages of the past that are brought along, in any order. */
@FinplanTest
class PastReleaseTest {

    private static final String REGION = "441225";
    private static final String PATH = "/api/v1/releases:import";

    private static String vintage(String day, String items) {
        return "{\"title\":\"sample vintage " + day + "\",\"releasedAt\":\"" + day
                + "T00:00:00Z\",\"audience\":\"internal\",\"vouchedBy\":\"sample voucher\","
                + "\"source\":{\"title\":\"sample bulletin\"},\"items\":[" + items + "]}";
    }

    private static ValidatableResponse bring(String user, String body) {
        return as(user).body(body).post(PATH).then();
    }

    private static ValidatableResponse knownTo(String asOf) {
        return as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=" + REGION
                        + "&from=1971&to=1972&axis=released&asOf=" + asOf + "T12:00:00Z")
                .then()
                .statusCode(200);
    }

    @Test
    void vintagesInAnyOrderAnswerByTheDayOfTheirRelease() {
        String second = bring(
                        "city-admin",
                        vintage("1974-01-01", item(REGION, "1971", "5", "") + "," + item(REGION, "1972", "7", "")))
                .statusCode(200)
                .body("report.counts.created", equalTo(2))
                .extract()
                .path("release");
        bring("city-admin", vintage("1973-01-01", item(REGION, "1971", "4", "")))
                .statusCode(200)
                .body("report.counts.revised", equalTo(1))
                .body("report.warnings.code", contains("late-arrival"));
        // The same value as what counts, yet released before the one between them.
        bring("city-admin", vintage("1972-01-01", item(REGION, "1971", "5", "")))
                .statusCode(200)
                .body("report.counts.revised", equalTo(1));

        knownTo("1971-12-31").body("items", empty());
        knownTo("1972-06-30").body("items.value", contains(5));
        knownTo("1973-06-30").body("items.value", contains(4));
        knownTo("1974-06-30").body("items.value", contains(5, 7));
        as("city-officer")
                .get("/api/v1/releases/" + second)
                .then()
                .statusCode(200)
                .body("title", equalTo("sample vintage 1974-01-01"))
                .body("state", equalTo("released"))
                .body("releaseAt", equalTo("1974-01-01T00:00:00Z"))
                .body("vouchedBy", equalTo("sample voucher"))
                .body("figures", equalTo(2));
        as("city-officer")
                .get("/api/v1/indicators/premium-income/revisions?axis=released&from=1972&to=1972&region=" + REGION)
                .then()
                .statusCode(200)
                .body("triangle.rows[0].steps.vintage", contains("sample vintage 1974-01-01"))
                .body("triangle.rows[0].steps.release", contains(second));
        as("city-officer")
                .get("/api/v1/releases/" + second + "/observations")
                .then()
                .body("items.period", contains("1971", "1972"));
    }

    @Test
    void aPastReleaseIsRestoredAsAnyOther() {
        String first = bring("city-admin", vintage("1983-01-01", item(REGION, "1981", "1", "")))
                .statusCode(200)
                .extract()
                .path("release");
        String second = bring(
                        "city-admin",
                        vintage("1984-01-01", item(REGION, "1981", "2", "") + "," + item(REGION, "1982", "3", "")))
                .statusCode(200)
                .extract()
                .path("release");
        // Of the same series, yet it brought nothing of the first one again.
        bring("city-admin", vintage("1985-01-01", item(REGION, "1983", "4", "")))
                .statusCode(200);
        Response restored = as("city-officer")
                .body("{\"title\":\"sample\",\"releaseAt\":\"" + Instant.now().plusSeconds(3600)
                        + "\",\"reason\":\"correction\"}")
                .post("/api/v1/releases/" + first + ":restore");
        restored.then()
                .statusCode(201)
                .body("figures", equalTo(1))
                .body("left", hasSize(1))
                .body("left[0].release", equalTo(second))
                .body("left[0].figures", equalTo(1));

        as("city-officer")
                .body("{\"release\":\"" + second + "\",\"from\":\"1982\",\"reason\":\"correction\",\"figures\":1}")
                .post("/api/v1/observations:withdraw")
                .then()
                .statusCode(200);
        as("city-officer")
                .header("If-None-Match", restored.header("ETag"))
                .get(restored.header("Location"))
                .then()
                .statusCode(200)
                .body("left", empty());
    }

    @Test
    void aTrialStoresNothing() {
        as("city-admin")
                .body(vintage("1993-01-01", item(REGION, "1991", "1", "")))
                .post(PATH + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("release", nullValue())
                .body("report.dryRun", is(true))
                .body("report.counts.created", equalTo(1));
        as("city-officer")
                .get("/api/v1/indicators/premium-income/observations?region=" + REGION + "&from=1991&to=1991")
                .then()
                .body("items", empty());
    }

    @Test
    void whatIsWrongWithAVintageIsNamed() {
        String good = vintage("1993-01-01", item(REGION, "1991", "1", ""));
        bring("city-officer", good).statusCode(403);
        given().contentType("application/json").body(good).post(PATH).then().statusCode(401);
        bring("city-admin", good.replace("1993-01-01T", "2199-01-01T"))
                .spec(Problems.at(422, "released-in-future", "/releasedAt"));
        bring("city-admin", good.replace("\"vouchedBy\":\"sample voucher\",", ""))
                .spec(Problems.at(422, "field-missing", "/vouchedBy"));
        bring("city-admin", good.replace("\"source\":{\"title\":\"sample bulletin\"},", ""))
                .spec(Problems.at(422, "field-missing", "/source"));
        bring("city-admin", good.replace("CNY_100M", "furlong"))
                .spec(Problems.at(422, "unknown-unit", "/items/0/unit"));
        bring("city-admin", good.replace("\"internal\"", "\"nobody\"")).statusCode(400);
        bring("city-admin", good.replaceAll("\\[.*]", "[]")).spec(Problems.at(422, "items-out-of-bounds", "/items"));
    }
}
