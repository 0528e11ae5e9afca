package org.finplan.risk.network.fact;

import static org.finplan.risk.network.FactApi.ALL;
import static org.finplan.risk.network.FactApi.table;
import static org.finplan.risk.network.FactApi.uscc;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Test;

/** Tables of facts are taken as a whole or not at all, and what is wrong is named by row and column. */
@FinplanTest
class FactImportTest {

    private static final String FIRMS = "uscc,name,region,trade,source\n";
    private static final String GUARANTEES = "number,borrower,guarantors,amount,unit,start,source\n";

    private static RequestSpecification officer() {
        return Requests.as("risk-officer");
    }

    private static String firms(int first, int last) {
        StringBuilder table = new StringBuilder(FIRMS);
        for (int firm = first; firm <= last; firm++) {
            table.append(uscc(firm)).append(",演示样本企业").append(firm).append(",441202,,演示样本\n");
        }
        return table.toString();
    }

    @Test
    void theSameTableAgainChangesNothingAndAnotherContentIsAFurtherVersion() {
        String table = "\uFEFF" + firms(2001, 2003);
        officer()
                .contentType("text/csv; charset=utf-8")
                .body(table)
                .post("/api/v1/network-facts:import?kind=firm&dryRun=true")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true), "counts.created", equalTo(3), "state", equalTo("completed"));
        table(officer(), "firm", table).then().statusCode(200).body("counts.created", equalTo(3));
        table(officer(), "firm", table)
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(0), "counts.unchanged", equalTo(3));
        table(officer(), "firm", firms(2001, 2004).replace("演示样本企业2002", "演示样本企业更名"))
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(1), "counts.revised", equalTo(1), "counts.unchanged", equalTo(2));
        Requests.as("auditor")
                .get(ALL + "?firm=" + uscc(2002))
                .then()
                .body("items[0].version", equalTo(2), "items[0].fields.name", equalTo("演示样本企业更名"));
    }

    @Test
    void mixedUnitsAreConvertedAndARepeatedRowIsNamed() {
        table(officer(), "firm", firms(2011, 2012)).then().statusCode(200);
        String rows = "演示样本-2011-a," + uscc(2011) + "," + uscc(2012) + ",0.5,亿元,2025-01-01,演示样本\n";
        table(
                        officer(),
                        "guarantee",
                        GUARANTEES + rows + "演示样本-2011-b," + uscc(2012) + "," + uscc(2011) + ",300,万元,2025-01-01,演示样本\n"
                                + rows.replace("0.5,亿元", "5000,万元"))
                .then()
                .statusCode(200)
                .body("counts.created", equalTo(2), "counts.repeated", equalTo(1), "converted", equalTo(3))
                .body("warnings[0].pointer", equalTo("row 4, column number"));
        Requests.as("auditor")
                .get(ALL + "?kind=guarantee&firm=" + uscc(2011))
                .then()
                .body("items.yuan", hasItem(50_000_000));
    }

    @Test
    void oneFaultRefusesAllAndEachIsNamedByRowAndColumnInBothLanguages() {
        table(officer(), "firm", firms(2021, 2022)).then().statusCode(200);
        String good = "演示样本-2021-a," + uscc(2021) + "," + uscc(2022) + ",1,,2025-01-01,演示样本\n";
        String table = GUARANTEES
                + good
                + "演示样本-2021-b," + uscc(2021) + "," + uscc(2021) + ",1,,2025-01-01,演示样本\n"
                + "演示样本-2021-c," + uscc(2021) + "," + uscc(2022) + ",-1,,2025-13-01,\n"
                + "演示样本-2021-d," + uscc(2029) + "," + uscc(2022) + ",1,,2025-01-01,演示样本\n"
                + good.replace(",1,,", ",2,,");
        table(officer().header("Accept-Language", "zh"), "guarantee", table)
                .then()
                .statusCode(422)
                .body("code", equalTo("fact-import-refused"), "title", containsString("导入被拒绝"))
                .body(
                        "errors.pointer",
                        contains(
                                "row 3, column guarantors",
                                "row 4, column amount",
                                "row 4, column start",
                                "row 4, column source",
                                "row 6, column number",
                                "row 5, column borrower"))
                .body("errors[0].message", containsString("不得为自身担保"));
        table(officer().header("Accept-Language", "en"), "guarantee", table)
                .then()
                .statusCode(422)
                .body("errors[0].message", containsString("Edge from a firm to itself"));
        Requests.as("auditor")
                .get(ALL + "?kind=guarantee&firm=" + uscc(2021))
                .then()
                .body("items.size()", equalTo(0));
        officer()
                .contentType("text/csv; charset=utf-8")
                .body(table)
                .post("/api/v1/network-facts:import?kind=guarantee&dryRun=true")
                .then()
                .statusCode(200)
                .body("state", equalTo("rejected"), "errors.size()", equalTo(6), "counts.rejected", equalTo(4));
    }

    @Test
    void whatIsNoTableOfTheKindIsNotTaken() {
        table(officer(), "firm", "uscc,colour,source\n")
                .then()
                .spec(Problems.at(400, "malformed-fact-table", "row 1, column colour"));
        table(officer(), "firm", "uscc,name,source\n")
                .then()
                .spec(Problems.at(400, "malformed-fact-table", "row 1, column region"));
        table(officer(), "firm", "").then().statusCode(400);
        table(officer(), "firm", FIRMS + "a,b,c,d,e,f\n")
                .then()
                .spec(Problems.at(400, "malformed-fact-table", "row 2, column 6"));
        table(officer(), "house", FIRMS).then().spec(Problems.at(400, "invalid-parameter", "?kind"));
        StringBuilder many = new StringBuilder(FIRMS);
        for (int row = 0; row <= FactTable.MOST_ROWS; row++) {
            many.append("x,x,x,x,x\n");
        }
        table(officer(), "firm", many.toString()).then().spec(Problems.of(413, "fact-import-too-large"));
        table(Requests.as("auditor"), "firm", FIRMS).then().spec(Problems.of(403, "forbidden"));
        table(RestAssured.given(), "firm", FIRMS).then().spec(Problems.of(401, "unauthenticated"));
    }
}
