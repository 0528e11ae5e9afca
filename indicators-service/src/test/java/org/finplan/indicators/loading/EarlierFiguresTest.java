package org.finplan.indicators.loading;

import static org.finplan.platform.testing.Requests.asBoundTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.finplan.platform.planversion.PackageArchive;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.PublishedPlan;
import org.junit.jupiter.api.Test;

/** Sample figures (样例) that were there before a package told of definitions: nobody could say by which one they are. */
@FinplanTest
class EarlierFiguresTest {

    private static final String CODE = "sample-earlier";
    private static final String LOANS = "sample-earlier-loans";
    private static final String DEFINITIONS = """
            {
              "definitions": [
                {"code": "sample-earlier-old", "series": "sample-earlier-loans", "counts_zh": "样例", "standard_zh": "样例", "source": "样例"},
                {"code": "sample-earlier-new", "series": "sample-earlier-loans", "counts_zh": "样例", "standard_zh": "样例",
                 "since": "2026-07-01", "source": "样例"}
              ],
              "breaks": [
                {"from": "sample-earlier-old", "to": "sample-earlier-new", "note_zh": "样例", "comparable": "unconfirmed", "source": "样例"}
              ],
              "figures": [{"series": "sample-earlier-loans", "period": "2026-09", "definition": "unconfirmed"}]
            }
            """;

    private final PublishedPlan plan = new PublishedPlan(CODE);
    private final String city = plan.region("CITY");

    @Test
    void aFigureThatWasThereBeforeTheDefinitionsIsUnconfirmed() {
        publish("{\"definitions\": [], \"breaks\": []}");
        report("2026-09", "");
        report("2026-08", "");
        attainment("2026-09")
                .body("items[0].actual.definition", nullValue())
                .body("items[0].comparability", equalTo("comparable"));

        publish(DEFINITIONS);

        attainment("2026-09")
                .body("items[0].actual.definition", equalTo("unconfirmed"))
                .body("items[0].comparability", equalTo("unconfirmed"))
                .body("items[0].breaks", hasSize(1));
        // Of this month the package says nothing, so its end decides; and whoever knows better says so.
        attainment("2026-08").body("items[0].actual.definition", equalTo("sample-earlier-new"));
        report("2026-09", ",\"definition\":\"sample-earlier-new\",\"reason\":\"definition-change\"");
        attainment("2026-09").body("items[0].actual.definition", equalTo("sample-earlier-new"));
        officer()
                .get("/api/v1/indicators/" + LOANS + "/revisions?from=2026-09&to=2026-09&region=" + city)
                .then()
                .statusCode(200)
                .body("triangle.rows[0].steps.definition", contains("unconfirmed", "sample-earlier-new"));
    }

    private void publish(String definitions) {
        UnaryOperator<String> own = text -> text.contains("\"definitions\"") ? definitions : renamed(text);
        String location = asBoundTo("city-admin", city)
                .contentType("application/zip")
                .body(PackageArchive.pack(plan.files(own)))
                .post("/api/v1/plan-packages?reason=sample")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Awaitility.await()
                .until(() -> asBoundTo("city-admin", city).get(location).path("state"), equalTo("in-force"));
    }

    private static String renamed(String text) {
        return text.replace("\"SAMPLE_", "\"SAMPLE_EARLIER_").replace("sample-loans", LOANS);
    }

    private void report(String period, String more) {
        officer()
                .body("{\"items\":[{\"indicator\":\"" + LOANS + "\",\"region\":\"" + city + "\",\"period\":\"" + period
                        + "\",\"value\":105,\"unit\":\"CNY_100M\"" + more + "}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse attainment(String period) {
        return officer()
                .get("/api/v1/attainment?plan=" + CODE + "&period=" + period + "&region=" + city)
                .then()
                .statusCode(200);
    }

    private RequestSpecification officer() {
        return asBoundTo("city-officer", city);
    }
}
