package org.finplan.risk.network.run;

import static org.awaitility.Awaitility.await;
import static org.finplan.risk.network.NetworkApi.edge;
import static org.finplan.risk.network.NetworkApi.network;
import static org.finplan.risk.network.NetworkApi.node;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.finplan.platform.testing.Requests;

/** Contagion runs through the API. */
final class Contagions {

    static final String ALL = "/api/v1/contagion-runs";

    private static final JsonPathConfig EXACT =
            JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL);

    private Contagions() {}

    /** Rings of two firms, more of them than are answered at once: a contagion from one of each goes round and round. */
    static Map<String, Object> rings(String kind, String day, int rings, double amount) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int ring = 0; ring < rings; ring++) {
            nodes.add(node("A" + ring, Map.of("equity", 1, "externalAssets", 1)));
            nodes.add(node("B" + ring, Map.of("equity", 1, "externalAssets", 1)));
            edges.add(edge("A" + ring, "B" + ring, amount));
            edges.add(edge("B" + ring, "A" + ring, amount));
        }
        return network(kind, day, nodes, edges);
    }

    /** {@return the answer about a run when it has come to a state} */
    static ValidatableResponse reached(String path, String state) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        Requests.as("auditor").get(path).then().statusCode(200).body("state", equalTo(state)));
        return Requests.as("auditor").get(path).then();
    }

    /** {@return all numbers of a result, those that are by firm with their firm, as the doubles that they are} */
    static Map<String, Object> bits(Response answer, String result) {
        JsonPath json = answer.jsonPath(EXACT);
        Map<String, Object> bits = new TreeMap<>(json.getMap(result));
        bits.replaceAll((name, value) -> doubles(value));
        return bits;
    }

    private static Object doubles(Object value) {
        if (value instanceof Map<?, ?> byFirm) {
            Map<String, Object> all = new TreeMap<>();
            byFirm.forEach((firm, number) -> all.put(firm.toString(), doubles(number)));
            return all;
        }
        return value instanceof BigDecimal number ? number.doubleValue() : value;
    }
}
