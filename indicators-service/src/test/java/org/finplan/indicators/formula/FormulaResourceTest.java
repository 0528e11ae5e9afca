package org.finplan.indicators.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas over HTTP: stored with versions, checked before, and refused without a trace. */
@FinplanTest
class FormulaResourceTest {

    private static final String PATH = "/api/v1/derived";
    private static final List<String> DIVISIONS =
            List.of("441202", "441203", "441204", "441284", "441223", "441224", "441225", "441226");

    @Inject
    Jdbi jdbi;

    @Test
    void theFormulasOfThePlanAreListedPageByPage() {
        String next = as("district-441202")
                .header("Prefer", "count=exact")
                .get(PATH + "?limit=20")
                .then()
                .statusCode(200)
                .body("items", hasSize(20))
                .extract()
                .path("nextCursor");
        as("district-441202").get(PATH + "?limit=20&cursor=" + next).then().body("nextCursor", nullValue());
        as("auditor")
                .get(PATH + "/npl-ratio")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("current.formula", equalTo("NPL_BALANCE / LOANS_BALANCE * 100"))
                .body("current.recordedBy", equalTo("plan:zq-fin-14fyp"))
                .body("versions", hasSize(1));
        as("auditor")
                .header("If-None-Match", "\"1\"")
                .get(PATH + "/npl-ratio")
                .then()
                .statusCode(304);
        as("auditor").get(PATH + "/gdp").then().spec(Problems.of(404, "not-found"));
        RestAssured.given().get(PATH).then().spec(Problems.of(401, "unauthenticated"));
    }

    @Test
    void aCityIsTheSumOfItsDivisionsThoughEachPostsForItself() {
        create("specialty-industries-output", "sum(children(BIOMEDICINE_OUTPUT))", "")
                .statusCode(201);
        for (String division : DIVISIONS) {
            as("city-officer")
                    .get(PATH + "/specialty-industries-output/observations?region=441200&from=2031&to=2031")
                    .then()
                    .body("items.findAll { it.value != null }", hasSize(0));
            as("district-" + division)
                    .body("{\"items\":[{\"indicator\":\"biomedicine-output\",\"region\":\"" + division
                            + "\",\"period\":\"2031\",\"value\":2.5,\"unit\":\"CNY_100M\"}]}")
                    .post("/api/v1/observations")
                    .then()
                    .statusCode(200);
        }

        as("city-officer")
                .get("/api/v1/indicators/specialty-industries-output/observations?region=441200&from=2031&to=2031")
                .then()
                .body("items.value", contains(20.0f));
        as("district-441202")
                .get(PATH + "/specialty-industries-output/observations?region=441200&from=2031&to=2031&explain=true")
                .then()
                .body("items[0].value", equalTo(20.0f))
                .body("items[0].inputs.findAll { it.value != null }.region", contains("441202"));
        DIVISIONS.forEach(
                division -> post("biomedicine-output", division.equals("441204") ? "441283" : division, "2015", "1.5"));
        as("city-officer")
                .get("/api/v1/indicators/specialty-industries-output/observations?region=441200&from=2015&to=2015")
                .then()
                .body("items.findAll { it.status == 'computed' }.value", contains(12.0f));
        as("district-441202")
                .body("{\"items\":[{\"indicator\":\"biomedicine-output\",\"region\":\"441203\",\"period\":\"2031\","
                        + "\"value\":1,\"unit\":\"CNY_100M\",\"reason\":\"correction\"}]}")
                .post("/api/v1/observations")
                .then()
                .spec(Problems.of(403, "region-not-in-scope"));
    }

    @Test
    void anotherFormulaIsAVersionAndItsFiguresFollow() {
        String code = "electronics-output";
        post("biomedicine-output", "441204", "2032", "10");
        post("nev-auto-parts-output", "441204", "2032", "4");
        create(code, "BIOMEDICINE_OUTPUT + NEV_AUTO_PARTS_OUTPUT", "").statusCode(201);
        create("industrial-output-above-scale", "ELECTRONICS_OUTPUT * 2", "").statusCode(201);
        assertThat(value("industrial-output-above-scale", "441204", "2032")).isEqualTo("28.0000");

        create(code, "BIOMEDICINE_OUTPUT", "").spec(Problems.of(409, "formula-exists"));
        revise(code, null, "BIOMEDICINE_OUTPUT", ",\"reason\":\"sample\"")
                .spec(Problems.of(428, "precondition-required"));
        revise(code, "\"7\"", "BIOMEDICINE_OUTPUT", ",\"reason\":\"sample\"")
                .spec(Problems.of(412, "precondition-failed"));
        revise(code, "\"1\"", "BIOMEDICINE_OUTPUT", "").spec(Problems.at(422, "formula-definition", "/reason"));
        revise(code, "\"1\"", "BIOMEDICINE_OUTPUT - NEV_AUTO_PARTS_OUTPUT", ",\"reason\":\"sample\"")
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("reason", equalTo("sample"));

        assertThat(value(code, "441204", "2032")).isEqualTo("6.0000");
        assertThat(value("industrial-output-above-scale", "441204", "2032")).isEqualTo("12.0000");
        as("auditor")
                .get(PATH + "/" + code)
                .then()
                .body("versions.version", contains(1, 2))
                .body("dependents", hasItem("industrial-output-above-scale"));
        as("city-officer")
                .get("/api/v1/indicators/" + code + "/observations?region=441204&from=2032&to=2032&vintages=all")
                .then()
                .body("items.reason", contains(null, "definition-change"))
                .body("items.source.reference", contains(code + "@1", code + "@2"));

        revise(code, "\"2\"", "BIOMEDICINE_OUTPUT", ",\"active\":false,\"reason\":\"sample\"")
                .statusCode(200);
        assertThat(value(code, "441204", "2032")).isEqualTo("none");
        assertThat(value("industrial-output-above-scale", "441204", "2032")).isEqualTo("none");
        as("auditor").get("/api/v1/audit?limit=500").then().body("items.action", hasItem("formula.revise"));
    }

    @Test
    void aFormulaThatIsSentTwiceIsStoredOnce() {
        String body = "{\"code\":\"property-premium-income\",\"formula\":\"GDP\",\"active\":false}";
        int before = rows();
        for (String replayed : new String[] {null, "true"}) {
            as("city-admin")
                    .header("Idempotency-Key", "formula-sent-twice")
                    .body(body)
                    .post(PATH)
                    .then()
                    .statusCode(201)
                    .header("Idempotency-Replayed", equalTo(replayed));
        }
        assertThat(rows()).isEqualTo(before + 1);
        as("city-admin")
                .header("Idempotency-Key", " ")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(PATH + "/property-premium-income:revise")
                .then()
                .spec(Problems.of(400, "invalid-parameter"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOANS_BALANCE / | formula-syntax | 16",
                "LOANS_BALANC / DEPOSITS_BALANCE * 100 | unknown-series | 1",
                "LOANS_BALANCE / DEPOSITS_BALANCE | formula-units | 15",
                "LOANS_BALANCE + RESIDENT_POPULATION | formula-units | 15",
                "GDP / DEPOSITS_BALANCE * 100 | stock-and-flow | 1",
                "mean(LOANS_BALANCE, GDP) | unknown-function | 1",
                "lag(LOANS_BALANCE, 500, year) / DEPOSITS_BALANCE | formula-arguments | 20",
                "((((((((((((((((((((((((((((((((((1)))))))))))))))))))))))))))))))))) | formula-too-deep | 33",
                "lag(LOAN_DEPOSIT_RATIO, 1, year) | formula-cycle | 5"
            })
    void whatCannotBeIsRefusedWithItsPlaceAndLeavesNothing(String formula, String code, int column) {
        int before = rows();
        revise("loan-deposit-ratio", "\"1\"", formula, ",\"reason\":\"sample\"")
                .spec(Problems.at(422, code, "/formula"))
                .body("errors[0].message", containsString("Column " + column + ":"));
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aCycleIsShownAndNearNamesAreOffered() {
        create("life-premium-income", "PREMIUM_INCOME - PROPERTY_PREMIUM_INCOME", "")
                .spec(Problems.at(422, "formula-cycle", "/formula"))
                .body("detail", containsString("life-premium-income → premium-income → life-premium-income"));
        create("life-premium-income", "PREMIUM_INCOM - GDP", "")
                .spec(Problems.at(422, "unknown-series", "/formula"))
                .body("errors[0].accepted[0]", equalTo("PREMIUM_INCOME"))
                .body("errors[0].value", equalTo("PREMIUM_INCOM - GDP"));
        create("life-premium-incme", "GDP", "")
                .spec(Problems.at(422, "unknown-series", "/code"))
                .body("errors[0].accepted[0]", equalTo("life-premium-income"));
    }

    @Test
    void theDefinitionAroundTheFormulaIsCheckedAtOnce() {
        create(
                        "life-premium-income",
                        "A + B",
                        ",\"inputs\":[{\"alias\":\"A\",\"series\":\"gdpp\"},{\"alias\":\"A\",\"series\":\"gdp\","
                                + "\"kind\":\"guess\",\"region\":\"1\",\"years\":99}],\"decimals\":13,\"tolerance\":-1,"
                                + "\"kinds\":[\"half\"],\"regions\":[\"2\"],\"period\":\"soon\",\"note\":{\"zh\":\"x\",\"en\":\"\"}")
                .spec(Problems.of(422, "formula-rejected"))
                .body(
                        "errors.pointer",
                        contains(
                                "/inputs/0/series",
                                "/inputs/1/alias",
                                "/inputs/1/kind",
                                "/inputs/1/region",
                                "/inputs/1/years",
                                "/kinds",
                                "/regions",
                                "/period",
                                "/decimals",
                                "/tolerance",
                                "/note"));
        as("city-admin").body("{}").post(PATH).then().spec(Problems.of(422, "formula-rejected"));
        as("city-admin").body("{\"formul\":1}").post(PATH).then().spec(Problems.of(400, "invalid-body"));
        as("city-officer").body("{}").post(PATH).then().spec(Problems.of(403, "forbidden"));
        as("city-officer").body("{}").post(PATH + "/npl-ratio:revise").then().spec(Problems.of(403, "forbidden"));
        as("city-admin")
                .header("If-Match", "\"1\"")
                .body("{}")
                .post(PATH + "/gdp:revise")
                .then()
                .spec(Problems.of(404, "not-found"));
    }

    @Test
    void aFormulaIsTriedOutWithoutStoringAnything() {
        int before = rows();
        as("city-officer")
                .header("Accept-Language", "en")
                .body("{\"code\":\"real-estate-loans-share\",\"formula\":\"share( A,B )\",\"inputs\":["
                        + "{\"alias\":\"A\",\"series\":\"real-estate-loans\"},{\"alias\":\"B\",\"series\":\"loans-balance\"}],"
                        + "\"decimals\":2,\"at\":{\"region\":\"441200\",\"period\":\"2020\"}}")
                .post(PATH + ":check")
                .then()
                .statusCode(200)
                .body("formula", equalTo("share(A, B)"))
                .body("uses", contains("loans-balance", "real-estate-loans"))
                .body("results[0].value", equalTo(47.31f))
                .body("results[0].period", equalTo("2020-12-31"))
                .body("results[0].agrees", equalTo(true))
                .body("results[0].inputs", hasSize(2));
        as("district-441202")
                .body("{\"code\":\"gdp\",\"formula\":\"lag(GDP, 1)\",\"at\":{\"region\":\"441203\",\"period\":\"x\"}}")
                .post(PATH + ":check")
                .then()
                .spec(Problems.of(422, "formula-cycle"));
        as("district-441202")
                .body(
                        "{\"code\":\"life-premium-income\",\"formula\":\"GDP\",\"at\":{\"region\":\"441203\",\"period\":\"x\"}}")
                .post(PATH + ":check")
                .then()
                .spec(Problems.of(422, "formula-definition"))
                .body("errors.pointer", contains("/at/period", "/at/region"));
        assertThat(rows()).isEqualTo(before);
    }

    private int rows() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT (SELECT count(*) FROM derived_formula) + (SELECT count(*) FROM observation)")
                .mapTo(int.class)
                .one());
    }

    private static String value(String code, String region, String year) {
        String answer = as("city-officer")
                .get("/api/v1/indicators/" + code + "/observations?region=" + region + "&from=" + year + "&to=" + year)
                .asString();
        return answer.contains("\"value\":") ? answer.replaceAll("(?s).*?\"value\":([0-9.-]+).*", "$1") : "none";
    }

    private static ValidatableResponse create(String code, String formula, String more) {
        return as("city-admin")
                .header("Accept-Language", "en")
                .body("{\"code\":\"" + code + "\",\"formula\":\"" + formula + "\"" + more + "}")
                .post(PATH)
                .then();
    }

    private static ValidatableResponse revise(String code, String ifMatch, String formula, String more) {
        var request = as("city-admin").header("Accept-Language", "en");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("{\"code\":\"" + code + "\",\"formula\":\"" + formula + "\"" + more + "}")
                .post(PATH + "/" + code + ":revise")
                .then();
    }

    private static void post(String series, String region, String period, String value) {
        as("city-officer")
                .body("{\"items\":[{\"indicator\":\"" + series + "\",\"region\":\"" + region + "\",\"period\":\""
                        + period + "\",\"value\":" + value + ",\"unit\":\"CNY_100M\"}]}")
                .post("/api/v1/observations")
                .then()
                .statusCode(200);
    }
}
