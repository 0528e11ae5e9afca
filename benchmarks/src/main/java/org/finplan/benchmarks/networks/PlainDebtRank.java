package org.finplan.benchmarks.networks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.graph.AsUndirectedGraph;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** The same algorithms as a program would write them on JGraphT: objects for firms and edges, maps for what is known of them. */
final class PlainDebtRank {

    private final SimpleDirectedWeightedGraph<Integer, DefaultWeightedEdge> graph =
            new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);

    PlainDebtRank(SampleNetwork network) {
        for (int firm = 0; firm < network.firms; firm++) {
            graph.addVertex(firm);
        }
        for (int edge = 0; edge < network.from.length; edge++) {
            // From who fails to who loses.
            double share = network.amount[edge] / network.equity[network.from[edge]];
            DefaultWeightedEdge added = graph.addEdge(network.to[edge], network.from[edge]);
            if (added == null) {
                added = graph.getEdge(network.to[edge], network.from[edge]);
                graph.setEdgeWeight(added, graph.getEdgeWeight(added) + share);
            } else {
                graph.setEdgeWeight(added, share);
            }
        }
    }

    int circles() {
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets()
                .size();
    }

    int largestCore() {
        return new Coreness<>(new AsUndirectedGraph<>(graph)).getDegeneracy();
    }

    /** Mean stress that the failure of one firm adds, iterated until no increment is above the tolerance. */
    double failure(int failed, double tolerance) {
        Map<Integer, Double> stress = new HashMap<>(Map.of(failed, 1.0));
        Map<Integer, Double> unsent = new HashMap<>(Map.of(failed, 1.0));
        List<Integer> active = new ArrayList<>(List.of(failed));
        while (!active.isEmpty()) {
            List<Integer> next = new ArrayList<>();
            for (Integer sender : active) {
                double increment = unsent.put(sender, 0.0);
                for (DefaultWeightedEdge edge : graph.outgoingEdgesOf(sender)) {
                    Integer firm = graph.getEdgeTarget(edge);
                    double before = stress.getOrDefault(firm, 0.0);
                    double after = Math.min(1, before + graph.getEdgeWeight(edge) * increment);
                    stress.put(firm, after);
                    double waiting = unsent.getOrDefault(firm, 0.0);
                    unsent.put(firm, waiting + after - before);
                    if (waiting <= tolerance && waiting + after - before > tolerance) {
                        next.add(firm);
                    }
                }
            }
            active = next;
        }
        double sum = -1;
        for (double own : stress.values()) {
            sum += own;
        }
        return sum / graph.vertexSet().size();
    }
}
