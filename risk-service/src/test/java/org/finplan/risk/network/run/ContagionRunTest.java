package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.finplan.risk.network.NetworkApi.battiston;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.finplan.risk.network.NetworkApi.run;
import static org.finplan.risk.network.NetworkApi.stored;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.platform.testing.FinplanTest;
import org.finplan.platform.testing.Problems;
import org.finplan.platform.testing.Requests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contagions through HTTP, with the worked numbers. */
@FinplanTest
@Tag("R14")
class ContagionRunTest {

    private static final Map<String, Object> FIRST_FAILS = Map.of("N1", 1.0);

    private static double impact(String network, String method) {
        BigDecimal impact = run(network, Map.of("method", method, "shock", FIRST_FAILS))
                .then()
                .statusCode(200)
                .body("state", equalTo("finished"), "result.method", equalTo(method), "result.converged", equalTo(true))
                .body("result.defaults", contains("N1"), "result.payments", nullValue())
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL))
                .get("result.impact");
        return impact.doubleValue();
    }

    @Test
    void theEightNodesBothWays() {
        String network = stored(battiston("2022-01-01"));
        assertThat(impact(network, "debtrank")).isCloseTo(0.2071210706504824, within(1e-13));
        assertThat(impact(network, "linear-debtrank")).isCloseTo(0.210073918456271, within(1e-13));
        run(network, Map.of("method", "cascade", "shock", FIRST_FAILS))
                .then()
                .statusCode(200)
                .body("result.defaults", contains("N1"));
        run(network, Map.of("method", "nonlinear-debtrank", "shock", FIRST_FAILS, "alpha", 2))
                .then()
                .statusCode(200)
                .body("result.solver", equalTo("iterated"));
    }

    @Test
    void aRunIsKeptAsItWasAnswered() {
        String network = stored(battiston("2022-01-02"));
        String body = run(network, Map.of("method", "linear-debtrank", "shock", FIRST_FAILS, "solver", "iterated"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String id = JsonPath.from(body).getString("id");
        Requests.as("auditor")
                .get("/api/v1/contagion-runs/" + id)
                .then()
                .statusCode(200)
                .body("parameters.solver", equalTo("iterated"), "parameters.joint", equalTo("worst-case"))
                .body("result.defaults", contains("N1"), "result.solver", equalTo("iterated"));
        Requests.as("auditor")
                .get("/api/v1/contagion-runs/" + UUID.randomUUID())
                .then()
                .spec(Problems.of(404, "not-found"));
        Requests.as("auditor")
                .body(Map.of("network", UUID.randomUUID(), "method", "cascade"))
                .post("/api/v1/contagion-runs")
                .then()
                .spec(Problems.of(403, "forbidden"));
    }

    private static String debts(String day) {
        return stored(network(
                "debt",
                day,
                List.of(
                        node("A", Map.of("externalAssets", 20)),
                        node("B", Map.of("externalAssets", 90)),
                        node("C", Map.of("externalAssets", 0))),
                List.of(edge("A", "B", 100), edge("B", "C", 100))));
    }

    @Test
    void clearingOfTheChainOfThree() {
        String network = debts("2022-02-01");
        run(network, Map.of("method", "eisenberg-noe"))
                .then()
                .statusCode(200)
                .body("result.defaults", contains("A"), "result.stress.A", equalTo(1.0f))
                .body("result.payments.A", equalTo(20.0f), "result.payments.B", equalTo(100.0f));
        run(network, Map.of("method", "rogers-veraart", "alpha", 0.5, "beta", 0.5))
                .then()
                .statusCode(200)
                .body("result.defaults", contains("A"), "result.payments.A", equalTo(10.0f));
        run(network, Map.of("method", "eisenberg-noe", "shock", Map.of("B", 1)))
                .then()
                .body("result.defaults", contains("A", "B"), "result.payments.B", equalTo(20.0f));
        run(network, Map.of("method", "linear-debtrank", "shock", Map.of("A", 1)))
                .then()
                .statusCode(200)
                .body("result.defaults", hasItem("B"));
    }

    @Test
    void whatDoesNotFitIsRefusedAtItsPlace() {
        String guarantees = stored(battiston("2022-03-01"));
        refused(guarantees, Map.of("method", "no"), "unknown-network-code", "/method");
        refused(guarantees, Map.of("method", "eisenberg-noe"), "method-not-applicable", "/method")
                .body("errors[0].accepted", hasItem("linear-debtrank"));
        refused(guarantees, Map.of("method", "cascade", "shock", Map.of("N9", 1)), "unknown-firm", "/shock/N9");
        for (Object share : List.of(-0.1, 1.1)) {
            refused(
                    guarantees,
                    Map.of("method", "cascade", "shock", Map.of("N1", share)),
                    "network-number-out-of-range",
                    "/shock/N1");
        }
        refused(guarantees, Map.of("method", "cascade", "recovery", 2), "network-number-out-of-range", "/recovery");
        refused(guarantees, Map.of("method", "cascade", "solver", "no"), "unknown-network-code", "/solver");
        String bare = stored(network(
                "guarantee",
                "2022-03-02",
                List.of(node("A", Map.of()), node("B", Map.of())),
                List.of(edge("A", "B", 1))));
        refused(bare, Map.of("method", "cascade"), "network-figure-missing", "/network")
                .body("errors[0].value", equalTo("A"), "errors[0].accepted", contains("equity"));
        run("/api/v1/networks/" + UUID.randomUUID(), Map.of("method", "cascade"))
                .then()
                .spec(Problems.at(422, "unknown-network-code", "/network"));
    }

    @Test
    void oneFirmWithoutEquityKeepsNobodyFromAskingAboutTheOthers() {
        String network = stored(network(
                "guarantee",
                "2022-03-03",
                List.of(
                        node("A", Map.of("equity", 4)),
                        node("B", Map.of("equity", 4)),
                        node("C", Map.of()),
                        node("D", Map.of("equity", 4))),
                List.of(edge("A", "B", 1), edge("C", "D", 1))));
        run(network, Map.of("method", "linear-debtrank", "shock", Map.of("B", 1)))
                .then()
                .statusCode(200)
                .body("result.stress.A", equalTo(0.25f), "result.defaults", contains("B"));
        refused(
                        network,
                        Map.of("method", "linear-debtrank", "shock", Map.of("D", 1)),
                        "network-figure-missing",
                        "/network")
                .body("errors[0].value", equalTo("C"));
        Requests.as("auditor")
                .body(Map.of("method", "cascade", "remove", List.of(Map.of("from", "A", "to", "B"))))
                .post(network + "/what-ifs")
                .then()
                .statusCode(200)
                .body("shock.B", equalTo(1), "after.stress.A", equalTo(0.0f));
        Requests.as("auditor")
                .body(Map.of("method", "cascade", "remove", List.of(Map.of("from", "C", "to", "D"))))
                .post(network + "/what-ifs")
                .then()
                .spec(Problems.at(422, "network-figure-missing", "/network"));
    }

    private static ValidatableResponse refused(String network, Map<String, Object> body, String code, String pointer) {
        return run(network, body).then().spec(Problems.at(422, code, pointer));
    }

    @Test
    void jointGuaranteesAreTakenInFullOrByShareAndOneLoanIsLostOnce() {
        Map<String, Object> first = edge("A", "C", 10);
        first.put("contract", "K");
        Map<String, Object> second = edge("B", "C", 10);
        second.put("contract", "K");
        String network = stored(network(
                "guarantee",
                "2022-04-01",
                List.of(
                        node("A", Map.of("equity", 20)),
                        node("B", Map.of("equity", 20)),
                        node("C", Map.of("equity", 5))),
                List.of(first, second)));
        Map<String, Object> shock = Map.of("C", 1);
        run(network, Map.of("method", "linear-debtrank", "shock", shock))
                .then()
                .body("result.stress.A", equalTo(0.5f), "result.stress.B", equalTo(0.5f));
        run(network, Map.of("method", "linear-debtrank", "shock", shock, "joint", "expected"))
                .then()
                .body("result.stress.A", equalTo(0.25f), "result.stress.B", equalTo(0.25f));
        Requests.as("auditor")
                .get(network + "/components")
                .then()
                .body("items[0].amount", equalTo(10.0f), "items[0].coreFirm.received", equalTo(10.0f));
    }

    @Test
    void whatIfStandsBesideWhatIs() {
        String network = stored(battiston("2022-05-01"));
        Map<String, Object> body = Map.of(
                "method",
                "linear-debtrank",
                "shock",
                FIRST_FAILS,
                "remove",
                List.of(Map.of("from", "N2", "to", "N1", "amount", 4)),
                "replace",
                List.of(Map.of("from", "N3", "to", "N1", "by", "N7", "amount", 6)));
        Requests.as("auditor")
                .body(body)
                .post(network + "/what-ifs")
                .then()
                .statusCode(200)
                .body("before.stress.N2", equalTo(0.71825397f), "after.stress.N2", lessThan(0.01f))
                .body("after.stress.N3", equalTo(0.0f), "after.stress.N7", greaterThan(0.0666f));
        Requests.as("auditor")
                .body(Map.of("method", "cascade", "remove", List.of(Map.of("from", "N1", "to", "N2"))))
                .post(network + "/what-ifs")
                .then()
                .spec(Problems.at(422, "unknown-edge", "/remove/0"));
        Requests.as("auditor")
                .body(Map.of("method", "cascade"))
                .post("/api/v1/networks/" + UUID.randomUUID() + "/what-ifs")
                .then()
                .spec(Problems.of(404, "not-found"));
    }
}
