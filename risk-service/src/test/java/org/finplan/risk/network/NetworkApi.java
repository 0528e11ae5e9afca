package org.finplan.risk.network;

import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.finplan.platform.testing.Requests;
import org.finplan.risk.network.graph.FirmGraph;

/** Calls about networks. */
public final class NetworkApi {

    /** All networks. */
    public static final String ALL = "/api/v1/networks";

    private NetworkApi() {}

    /** The eight nodes of Battiston 2012 as they are sent; firms are N1 to N8. */
    public static Map<String, Object> battiston(String day) {
        List<Map<String, Object>> nodes = new ArrayList<>();
        List<Map<String, Object>> edges = new ArrayList<>();
        FirmGraph graph = SampleGraphs.battiston();
        for (int firm = 0; firm < 8; firm++) {
            nodes.add(node(
                    "N" + (firm + 1),
                    Map.of(
                            "equity", SampleGraphs.battistonEquity()[firm],
                            "weight", SampleGraphs.battistonWeights()[firm])));
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                edges.add(edge("N" + (firm + 1), "N" + (graph.head(edge) + 1), graph.amount(edge)));
            }
        }
        return network("guarantee", day, nodes, edges);
    }

    /** A network as it is sent. */
    public static Map<String, Object> network(
            String kind, String day, List<Map<String, Object>> nodes, List<Map<String, Object>> edges) {
        Map<String, Object> network = new HashMap<>();
        network.put("kind", kind);
        network.put("asOf", day);
        network.put("synthetic", true);
        network.put("nodes", nodes);
        network.put("edges", edges);
        return network;
    }

    /** A firm as it is sent. */
    public static Map<String, Object> node(String id, Map<String, ?> figures) {
        Map<String, Object> node = new HashMap<>(figures);
        node.put("id", id);
        return node;
    }

    /** An edge as it is sent. */
    public static Map<String, Object> edge(String from, String to, double amount) {
        Map<String, Object> edge = new HashMap<>();
        edge.put("from", from);
        edge.put("to", to);
        edge.put("amount", BigDecimal.valueOf(amount));
        return edge;
    }

    /** Sends a network. */
    public static Response send(Map<String, Object> network) {
        return Requests.as("risk-officer").body(network).post(ALL);
    }

    /** Stores a network and gives its path. */
    public static String stored(Map<String, Object> network) {
        return ALL + "/" + send(network).then().statusCode(201).extract().path("id");
    }

    /** Runs a contagion. */
    public static Response run(String network, Map<String, Object> scenario) {
        Map<String, Object> body = new HashMap<>(scenario);
        body.put("network", network.substring(ALL.length() + 1));
        return Requests.as("risk-officer").body(body).post("/api/v1/contagion-runs");
    }
}
