package org.finplan.risk.network.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked of a network: chains, exposures, components, single failures, pictures. */
@FinplanTest
class NetworkQueryTest {

    @Test
    @Tag("R13")
    void theChainOfAFirmToADepthWithItsLoops() {
        String network = stored(battiston("2023-01-01"));
        Requests.as("auditor")
                .get(network + "/chains?firm=N8&depth=4")
                .then()
                .statusCode(200)
                .body("paths.firms", contains(List.of("N8", "N6", "N4", "N1")))
                .body("paths[0].steps.amount", contains(7.0f, 2.0f, 3.0f), "paths[0].end", equalTo("leaf"))
                .body("paths[0].bottleneck", equalTo(2.0f), "truncated", equalTo(false), "synthetic", equalTo(true));
        Requests.as("auditor").get(network + "/chains?firm=N2&depth=20").then().body("paths.end", hasItem("loop"));
        Requests.as("auditor")
                .get(network + "/chains?firm=N1&depth=1&direction=received")
                .then()
                .body("paths.firms", contains(List.of("N1", "N2"), List.of("N1", "N3"), List.of("N1", "N4")))
                .body("paths.end", contains("depth", "leaf", "depth"));
        for (String query :
                List.of("firm=no", "firm=N1&depth=0", "firm=N1&depth=21", "firm=N1&direction=no", "depth=2")) {
            Requests.as("auditor").get(network + "/chains?" + query).then().spec(Problems.of(400, "invalid-parameter"));
        }
        Requests.as("auditor")
                .get("/api/v1/networks/" + UUID.randomUUID() + "/chains?firm=N1")
                .then()
                .spec(Problems.of(404, "not-found"));
    }

    @Test
    @Tag("R14")
    void allFirmsWithinNStepsOfAFailureWithPathAndAmount() {
        String network = stored(battiston("2023-02-01"));
        Requests.as("auditor")
                .get(network + "/exposures?firm=N1&depth=2")
                .then()
                .statusCode(200)
                .body("items.firm", contains("N2", "N3", "N4", "N5", "N6"))
                .body("items.steps", contains(1, 1, 1, 2, 2), "items.amount", contains(4.0f, 6.0f, 3.0f, 3.0f, 2.0f))
                .body("items[3].path", contains("N1", "N2", "N5"), "items[3].amounts", contains(4.0f, 3.0f));
        String cursor = Requests.as("auditor")
                .get(network + "/exposures?firm=N1&depth=9&limit=5")
                .then()
                .body("items", hasSize(5))
                .extract()
                .path("nextCursor");
        Requests.as("auditor")
                .queryParam("cursor", cursor)
                .header("Prefer", "count=exact")
                .get(network + "/exposures?firm=N1&depth=9&limit=5")
                .then()
                .body("items.firm", contains("N7", "N8"), "nextCursor", nullValue(), "total", equalTo(7));
    }

    @Test
    @Tag("R15")
    void eachComponentNamesItsCoreFirmWithTheNumbersBehindIt() {
        String network = stored(network(
                "guarantee",
                "2023-03-01",
                List.of(
                        node("A", Map.of("equity", 100)),
                        node("B", Map.of("equity", 100)),
                        node("C", Map.of("equity", 100)),
                        node("D", Map.of("equity", 100)),
                        node("E", Map.of("equity", 100))),
                List.of(edge("A", "B", 100), edge("B", "A", 50), edge("B", "C", 60), edge("D", "E", 10))));
        Requests.as("auditor")
                .get(network + "/components")
                .then()
                .statusCode(200)
                .body("items.size", contains(3, 2), "items.coreFirm.firm", contains("B", "D"))
                .body("items[0].coreFirm.exposure", equalTo(210.0f), "items[0].coreFirm.given", equalTo(110.0f))
                .body("items[0].coreFirm.received", equalTo(100.0f), "items[0].coreFirm.runnerUp", equalTo("A"))
                .body("items[0].circles[0].firms", contains("A", "B"))
                .body("items[0].circles[0].radiusUpper", equalTo(0.70710677f))
                .body("items[0].reciprocity", equalTo(0.6666667f), "items[1].circles", hasSize(0))
                .body("items.synthetic", everyItem(equalTo(true)));
    }

    @Test
    @Tag("R15")
    void onlyTheCircleOfAFirmWithoutEquityHasNoRadius() {
        String network = stored(network(
                "guarantee",
                "2023-03-03",
                List.of(
                        node("A", Map.of("equity", 100)),
                        node("B", Map.of("equity", 100)),
                        node("C", Map.of("equity", 100)),
                        node("D", Map.of())),
                List.of(edge("A", "B", 100), edge("B", "A", 50), edge("C", "D", 60), edge("D", "C", 10))));
        Requests.as("auditor")
                .get(network + "/components")
                .then()
                .statusCode(200)
                .body("items[0].circles[0].firms", contains("A", "B"))
                .body("items[0].circles[0].radiusUpper", equalTo(0.70710677f))
                .body("items[1].circles[0].firms", contains("C", "D"))
                .body("items[1].circles[0].radiusUpper", nullValue());
    }

    @Test
    @Tag("R15")
    void eachFirmHasTheNumbersByWhichFirmsAreCompared() {
        String firms = stored(network(
                        "guarantee",
                        "2023-03-02",
                        List.of(
                                node("A", Map.of()),
                                node("B", Map.of()),
                                node("C", Map.of()),
                                node("D", Map.of()),
                                node("E", Map.of())),
                        List.of(edge("A", "B", 100), edge("B", "A", 50), edge("B", "C", 60), edge("D", "E", 10))))
                + "/firms";
        Requests.as("auditor")
                .get(firms)
                .then()
                .statusCode(200)
                .body("items.firm", contains("B", "A", "C", "D", "E"))
                .body("items.exposure", contains(210.0f, 150.0f, 60.0f, 10.0f, 10.0f))
                .body("items.component", contains(0, 0, 0, 1, 1), "items.circle", contains(2, 2, 1, 1, 1))
                .body("items[0].edgesGiven", equalTo(2), "items[0].edgesReceived", equalTo(1))
                .body("items[0].coreNumber", equalTo(1), "items[0].betweenness", equalTo(1.0f))
                .body("items[0].betweennessError", equalTo(0.0f));
        Requests.as("auditor").get(firms + "?sort=betweenness&limit=1").then().body("items.firm", contains("B"));
        Requests.as("auditor").get(firms + "?component=1&sort=page-rank").then().body("items.firm", contains("E", "D"));
        for (String query : List.of("sort=no", "component=2", "component=-1")) {
            Requests.as("auditor").get(firms + "?" + query).then().spec(Problems.of(400, "invalid-parameter"));
        }
        Requests.as("district-441202").get(firms).then().spec(Problems.of(403, "forbidden"));
        Requests.as("auditor")
                .get("/api/v1/networks/" + UUID.randomUUID() + "/firms")
                .then()
                .spec(Problems.of(404, "not-found"));
        RestAssured.get(firms).then().spec(Problems.of(401, "unauthenticated"));
    }

    @Test
    void whatEachSingleFailureWouldDoIsRanked() {
        String network = stored(battiston("2023-04-01"));
        Requests.as("auditor")
                .get(network + "/single-failures?limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3), "items[0].firm", equalTo("N1"), "items[0].impact", equalTo(0.21007392f))
                .body("items.solver", everyItem(equalTo("exact")), "items.rank", contains(1, 2, 3));
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int firm = 0; firm <= 5000; firm++) {
            nodes.add(node("F" + firm, Map.of("equity", 1)));
        }
        Requests.as("auditor")
                .get(stored(network("guarantee", "2023-04-03", nodes, List.of())) + "/single-failures")
                .then()
                .spec(Problems.at(422, "network-too-large-to-rank", "/nodes"));
        String bare = stored(network("guarantee", "2023-04-02", List.of(node("A", Map.of())), List.of()));
        Requests.as("auditor")
                .get(bare + "/single-failures")
                .then()
                .spec(Problems.at(422, "network-figure-missing", "/network"));
    }

    @Test
    void aComponentIsDrawnTheSameEachTimeAndOpensInGraphPrograms() {
        Map<String, Object> content = network(
                "guarantee",
                "2023-05-01",
                List.of(node("<A>&\"", Map.of("equity", 1)), node("B", Map.of())),
                List.of(edge("<A>&\"", "B", 1.25)));
        String network = stored(content);
        String svg = picture(network, "0.svg", "image/svg+xml");
        assertThat(svg)
                .contains("&lt;A&gt;&amp;&quot;", "synthetic", "1.25")
                .doesNotContain("<A>")
                .isEqualTo(picture(network, "0.svg", "image/svg+xml"));
        assertThat(picture(network, "0.graphml", "application/graphml+xml"))
                .contains("<edge source=\"&lt;A&gt;&amp;&quot;\" target=\"B\">", "<data key=\"amount\">1.25</data>")
                .contains("<data key=\"synthetic\">true</data>");
        Requests.as("auditor")
                .accept("*/*")
                .get(network + "/components/1.svg")
                .then()
                .spec(Problems.of(404, "not-found"));
        for (String file : List.of("0.svg", "0.graphml")) {
            Requests.as("auditor-SAMPLE-CITY")
                    .accept("*/*")
                    .get(network + "/components/" + file)
                    .then()
                    .spec(Problems.of(404, "not-found"));
        }
        Requests.as("district-441202")
                .accept("*/*")
                .get(network + "/components/0.graphml")
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    private static String picture(String network, String file, String type) {
        return Requests.as("auditor")
                .accept("*/*")
                .get(network + "/components/" + file)
                .then()
                .statusCode(200)
                .contentType(containsString(type))
                .extract()
                .asString();
    }
}
