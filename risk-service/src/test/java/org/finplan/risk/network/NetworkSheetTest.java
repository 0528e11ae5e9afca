package org.finplan.risk.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.run;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is known of networks, for spreadsheets. */
@FinplanTest
@Tag("R14")
class NetworkSheetTest {

    private static final String MARK = "\uFEFF";

    private static List<String> lines(Response answer) {
        String text =
                answer.then().statusCode(200).contentType("text/csv").extract().asString();
        assertThat(text).startsWith(MARK);
        return text.substring(MARK.length()).lines().toList();
    }

    private static RequestSpecification reader() {
        return Requests.as("auditor").accept("text/csv").header("Accept-Language", "en");
    }

    private static RequestSpecification stranger() {
        return Requests.asBoundTo("risk-officer", "SAMPLE-CITY").accept("text/csv");
    }

    private static Response english(String path) {
        return reader().get(path);
    }

    @Test
    void componentsInBothLanguagesAndMarkedAsMadeUp() {
        String network = stored(battiston("2019-01-01"));
        Response zh = Requests.as("auditor").accept("text/csv").get(network + "/components.csv");
        assertThat(lines(zh).get(0)).startsWith("编号,企业数,边数,金额").endsWith(",最大谱半径,演示样本");
        zh.then()
                .header("Content-Language", equalTo("zh"))
                .header(
                        "Content-Disposition",
                        equalTo("attachment; filename=\"sample-components-2019-01-01.csv\"; filename*=UTF-8''"
                                + "%E6%BC%94%E7%A4%BA%E6%A0%B7%E6%9C%AC-%E6%8B%85%E4%BF%9D%E9%93%BE-2019-01-01.csv"));
        List<String> en = lines(english(network + "/components.csv"));
        assertThat(en).hasSize(2);
        assertThat(en.get(0)).startsWith("number,firms,edges,amount").endsWith(",largest spectral radius,synthetic");
        assertThat(en.get(1)).startsWith("0,8,").endsWith(",yes");
        List<String> firms = lines(english(network + "/firms.csv"));
        assertThat(firms).hasSize(9);
        assertThat(firms.get(0))
                .startsWith("firm,component,firms of circle,given")
                .endsWith(",synthetic");
        assertThat(firms.get(1)).startsWith("N1,0,1,0.0,13.0,13.0,0,3,");
    }

    @Test
    void allItemsAndNotAPage() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int firm = 0; firm < 700; firm++) {
            nodes.add(node("演示样本-" + firm, Map.of("equity", 1000 + firm)));
            if (firm > 0) {
                edges.add(edge("演示样本-" + firm, "演示样本-0", 1));
            }
        }
        String network = stored(network("guarantee", "2019-02-01", nodes, edges));
        assertThat(lines(english(network + "/exposures.csv?firm=演示样本-0")))
                .hasSize(700)
                .contains("演示样本-7,1,1.0,1.0,演示样本-0 → 演示样本-7,1.0,yes");
        List<String> failures = lines(english(network + "/single-failures.csv"));
        assertThat(failures).hasSize(701);
        assertThat(failures.get(0)).isEqualTo("rank,firm,impact,failures,solver,synthetic");
        assertThat(failures.get(1)).startsWith("1,演示样本-0,0.000").endsWith(",1,exact,yes");
    }

    @Test
    @Tag("R13")
    void aChainHasARowForEachStep() {
        String network = stored(battiston("2019-03-01"));
        assertThat(lines(english(network + "/chains.csv?firm=N8&depth=4")))
                .containsExactly(
                        "path,step,from,to,amount,until,smallest amount of path,end of path,list truncated,synthetic",
                        "1,1,N8,N6,7.0,,2.0,leaf,no,yes",
                        "1,2,N6,N4,2.0,,2.0,leaf,no,yes",
                        "1,3,N4,N1,3.0,,2.0,leaf,no,yes");
    }

    @Test
    void aRunIsARowForEachFirmWithItsEquity() {
        String network = stored(network(
                "debt",
                "2019-04-01",
                List.of(
                        node("=A", Map.of("externalAssets", 20)),
                        node("B", Map.of("externalAssets", 90, "equity", 90)),
                        node("C", Map.of("externalAssets", 0))),
                List.of(edge("=A", "B", 100), edge("B", "C", 100))));
        String id = run(network, Map.of("method", "eisenberg-noe", "shock", Map.of("B", 0.5)))
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        List<String> rows = lines(english("/api/v1/contagion-runs/" + id + ".csv"));
        assertThat(rows.get(0)).isEqualTo("firm,equity,shock,stress,defaulted,payment,synthetic");
        // What begins like a formula is a text.
        assertThat(rows.get(1)).isEqualTo("'=A,,,1.0,yes,20.0,yes");
        assertThat(rows.get(2)).startsWith("B,90,0.5,").endsWith(",yes,65.0,yes");
        english("/api/v1/contagion-runs/" + UUID.randomUUID() + ".csv").then().spec(Problems.of(404, "not-found"));
        english("/api/v1/contagion-runs/none.csv").then().spec(Problems.of(404, "not-found"));
    }

    @Test
    void removalsAndWhatIfsAreAskedAsTheirJsonIs() {
        String network = stored(battiston("2019-05-01"));
        List<String> removals =
                lines(reader().body(Map.of("component", 0, "bound", 0.1)).post(network + "/cheapest-removals.csv"));
        assertThat(removals.get(0))
                .isEqualTo("step,contract,borrower,guarantors released,amount,cost so far,impact before,impact after,"
                        + "synthetic");
        assertThat(removals).hasSizeGreaterThan(1).last().asString().endsWith(",yes");
        Map<String, Object> whatIf =
                Map.of("method", "linear-debtrank", "remove", List.of(Map.of("from", "N2", "to", "N1")));
        List<String> firms = lines(reader().body(whatIf).post(network + "/what-ifs.csv"));
        assertThat(firms).hasSize(9);
        assertThat(firms.get(0))
                .isEqualTo("firm,stress before,stress after,difference,fails before,fails after,synthetic");
        assertThat(firms.get(1)).isEqualTo("N1,1.0,1.0,0.0,yes,yes,yes");
        reader().body(Map.of("component", 9, "bound", 0.1))
                .post(network + "/cheapest-removals.csv")
                .then()
                .spec(Problems.at(422, "network-number-out-of-range", "/component"));
        reader().body(Map.of("method", "no"))
                .post(network + "/what-ifs.csv")
                .then()
                .spec(Problems.at(422, "unknown-network-code", "/method"));
    }

    @Test
    void whoMayNotReadNetworksGetsNoSheet() {
        String network = stored(battiston("2019-06-01"));
        for (String sheet :
                List.of("/components.csv", "/chains.csv?firm=N1", "/exposures.csv?firm=N1", "/single-failures.csv")) {
            RestAssured.given().accept("text/csv").get(network + sheet).then().statusCode(401);
            Requests.as("district-441202")
                    .accept("text/csv")
                    .get(network + sheet)
                    .then()
                    .spec(Problems.of(403, "forbidden"));
            stranger().get(network + sheet).then().spec(Problems.of(404, "not-found"));
            Requests.as("auditor")
                    .accept("application/json")
                    .get(network + sheet)
                    .then()
                    .spec(Problems.of(406, "not-acceptable"));
            reader().get(network + sheet + (sheet.contains("?") ? "&" : "?") + "limit=5")
                    .then()
                    .spec(Problems.of(400, "unknown-parameter"));
        }
        String run = run(network, Map.of("method", "cascade")).path("id");
        stranger().get("/api/v1/contagion-runs/" + run + ".csv").then().spec(Problems.of(404, "not-found"));
        for (Map.Entry<String, Object> asked : Map.of(
                        "/what-ifs.csv",
                        (Object) Map.of("method", "cascade"),
                        "/cheapest-removals.csv",
                        Map.of("component", 0, "bound", 0))
                .entrySet()) {
            stranger()
                    .body(asked.getValue())
                    .post(network + asked.getKey())
                    .then()
                    .spec(Problems.of(404, "not-found"));
            Requests.as("district-441202")
                    .accept("text/csv")
                    .body(asked.getValue())
                    .post(network + asked.getKey())
                    .then()
                    .spec(Problems.of(403, "forbidden"));
        }
        english(network + "/exposures.csv?firm=no").then().spec(Problems.of(400, "invalid-parameter"));
        english(network + "/chains.csv?firm=N1&depth=21").then().spec(Problems.of(400, "invalid-parameter"));
    }
}
