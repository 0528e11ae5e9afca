package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.network.NetworkApi.ALL;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.run;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.finplan.risk.network.run.Contagions.bits;
import static org.finplan.risk.network.run.Contagions.reached;
import static org.finplan.risk.network.run.Contagions.rings;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.QueryPlan;
import org.finplan.platform.testing.Requests;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contagions in networks that are large: in tests from 101 firms or 201 edges on. */
@FinplanTest
@Tag("R14")
class LargeContagionRunTest {

    private static final Map<String, Object> SHOCK = Map.of("A0", 1, "B1", 0.3, "A7", 0.125);

    private static final String ID = "'01900000-0000-7000-8000-0000000000a1'";

    @Inject
    Jdbi jdbi;

    /** What is compared without keeping anything is worked out at once, whatever the size. */
    @ParameterizedTest
    @CsvSource({
        "guarantee, cascade, exact",
        "guarantee, debtrank, exact",
        "guarantee, linear-debtrank, exact",
        "guarantee, linear-debtrank, iterated",
        "guarantee, nonlinear-debtrank, exact",
        "debt, eisenberg-noe, exact",
        "debt, rogers-veraart, exact"
    })
    void theJobGivesTheBitsOfTheAnswerAtOnce(String kind, String method, String solver) {
        String network = stored(rings(kind, "2031-01-01", 60, 0.7));
        Map<String, Object> scenario =
                Map.of("method", method, "solver", solver, "shock", SHOCK, "alpha", 0.4, "beta", 0.9, "recovery", 0.1);
        Response ordered = run(network, scenario);
        String path = Contagions.ALL + "/" + ordered.path("id");
        ordered.then()
                .statusCode(202)
                .header("Location", endsWith(path))
                .body("state", equalTo("queued"), "progress", equalTo(0f), "result", nullValue())
                .body("parameters.method", equalTo(method), "finishedAt", nullValue());
        reached(path, "finished").body("result.method", equalTo(method), "progress", equalTo(1f));
        Response compared = Requests.as("auditor").body(scenario).post(network + "/what-ifs");
        assertThat(bits(Requests.as("auditor").get(path), "result")).isEqualTo(bits(compared, "before"));
    }

    @Test
    void aNetworkIsLargeByItsFirmsOrByItsEdges() {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int firm = 0; firm < 100; firm++) {
            nodes.add(node("F" + firm, Map.of("equity", 1)));
            edges.add(edge("F" + firm, "F" + (firm + 1) % 100, 1));
            edges.add(edge("F" + firm, "F" + (firm + 2) % 100, 1));
        }
        Map<String, Object> scenario = Map.of("method", "cascade");
        run(stored(network("guarantee", "2031-02-01", nodes, edges)), scenario)
                .then()
                .statusCode(200);
        edges.add(edge("F0", "F3", 1));
        String id = run(stored(network("guarantee", "2031-02-01", nodes, edges)), scenario)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        reached(Contagions.ALL + "/" + id, "finished");
    }

    @Test
    void whatDoesNotFitIsSaidWhenItIsOrdered() {
        String network = stored(rings("guarantee", "2031-03-01", 60, 0.5));
        refused(network, Map.of("method", "no"), "unknown-network-code", "/method");
        refused(network, Map.of("method", "eisenberg-noe"), "method-not-applicable", "/method");
        refused(network, Map.of("method", "cascade", "shock", Map.of("N9", 1)), "unknown-firm", "/shock/N9");
        refused(network, Map.of("method", "cascade", "recovery", 2), "network-number-out-of-range", "/recovery");
        List<Map<String, Object>> nodes = new ArrayList<>();
        for (int firm = 0; firm <= 100; firm++) {
            nodes.add(node("F" + firm, Map.of()));
        }
        for (String kind : List.of("guarantee", "debt")) {
            String bare = stored(network(kind, "2031-03-02", nodes, List.of()));
            refused(bare, Map.of("method", "linear-debtrank"), "network-figure-missing", "/network");
        }
        String debts = stored(network("debt", "2031-03-02", nodes, List.of()));
        refused(debts, Map.of("method", "eisenberg-noe"), "network-figure-missing", "/network");
        for (String one : List.of(network, debts)) {
            Requests.as("auditor")
                    .get(Contagions.ALL + "?network=" + one.substring(ALL.length() + 1))
                    .then()
                    .body("items", hasSize(0));
        }
    }

    private static void refused(String network, Map<String, Object> scenario, String code, String pointer) {
        run(network, scenario).then().spec(Problems.at(422, code, pointer));
    }

    @Test
    void runsAreListedTheNewestFirstWithoutTheirResults() {
        String network = stored(battiston("2031-04-01"));
        String id = network.substring(ALL.length() + 1);
        List<String> ids = new ArrayList<>();
        for (String method : List.of("cascade", "debtrank", "linear-debtrank")) {
            ids.add(0, run(network, Map.of("method", method)).path("id"));
        }
        String list = Contagions.ALL + "?limit=2&network=" + id;
        String cursor = Requests.as("auditor")
                .header("Prefer", "count=exact")
                .get(list)
                .then()
                .statusCode(200)
                .body("items.id", contains(ids.get(0), ids.get(1)), "total", equalTo(3))
                .body("items.method", contains("linear-debtrank", "debtrank"))
                .body("items.state", everyItem(equalTo("finished")), "items.network", everyItem(equalTo(id)))
                .body("items[0].result", nullValue(), "items[0].parameters", nullValue())
                .body("items[0].finishedAt", not(nullValue()))
                .extract()
                .path("nextCursor");
        Requests.as("auditor")
                .queryParam("cursor", cursor)
                .get(list)
                .then()
                .body("items.id", contains(ids.get(2)), "nextCursor", nullValue());
        Requests.as("auditor").get(list + "&state=finished").then().body("items.id", contains(ids.get(0), ids.get(1)));
        for (String none : List.of("&state=failed", "&state=queued")) {
            Requests.as("auditor").get(list + none).then().statusCode(200).body("items", hasSize(0));
        }
        Requests.as("auditor-SAMPLE-CITY").get(list).then().statusCode(200).body("items", hasSize(0));
        Requests.as("auditor")
                .get(Contagions.ALL + "?network=" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void whoMayNotIsRefusedAndUnknownParametersAreSaid() {
        String nothing = Contagions.ALL + "/" + UUID.randomUUID();
        RestAssured.given().get(Contagions.ALL).then().statusCode(401);
        RestAssured.given().post(nothing + ":cancel").then().statusCode(401);
        Requests.as("district-441202").get(Contagions.ALL).then().spec(Problems.of(403, "forbidden"));
        Requests.as("risk-officer").post(nothing + ":cancel").then().spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .get(Contagions.ALL + "?state=done")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?state"))
                .body("errors[0].accepted", hasItem("finished"));
        Requests.as("auditor")
                .get(Contagions.ALL + "?network=1")
                .then()
                .spec(Problems.at(400, "invalid-parameter", "?network"));
        Requests.as("auditor").get(Contagions.ALL + "?kind=debt").then().statusCode(400);
        Requests.as("auditor").get(Contagions.ALL + "?cursor=bm8").then().spec(Problems.of(400, "invalid-cursor"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM contagion_run WHERE network = ID ORDER BY run_at DESC, id DESC LIMIT 21 | ix_contagion_run_network",
                "SELECT id FROM contagion_run WHERE state = 'failed' ORDER BY run_at DESC, id DESC LIMIT 21 | ix_contagion_run_state",
                "SELECT id FROM contagion_run ORDER BY run_at DESC, id DESC LIMIT 21 | ix_contagion_run",
                "SELECT DISTINCT ON (region) id, run_at FROM contagion_run WHERE state IN ('queued', 'running')"
                        + " ORDER BY region, run_at, id | ix_contagion_run_open",
                "SELECT number FROM contagion_run_part WHERE run = ID ORDER BY number LIMIT 1 | contagion_run_part_pkey"
            })
    void whatRunsAreAskedForHasAnIndex(String sql, String index) {
        List<String> plan = QueryPlan.of(jdbi, sql.replace("ID", ID), QueryPlan.Way.BITMAPS, QueryPlan.Way.SORTS);
        assertThat(plan).anySatisfy(line -> assertThat(line).contains("Index").contains(index));
    }
}
