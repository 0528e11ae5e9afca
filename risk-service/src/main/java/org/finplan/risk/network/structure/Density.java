package org.finplan.risk.network.structure;

import org.finplan.risk.network.graph.FirmGraph;

/** Shares of edges. */
public final class Density {

    private Density() {}

    /**
     * How many edges there are of those that could be.
     *
     * @param graph the graph
     * @return edges / (n (n - 1)); 0 for fewer than two firms
     */
    public static double of(FirmGraph graph) {
        double possible = (double) graph.firms() * (graph.firms() - 1);
        return possible == 0 ? 0 : graph.edges() / possible;
    }

    /**
     * How many edges are answered by one in the other direction.
     *
     * @param graph the graph
     * @return share of the edges whose ends guarantee each other; 0 without edges
     */
    public static double reciprocity(FirmGraph graph) {
        int answered = 0;
        for (int firm = 0; firm < graph.firms(); firm++) {
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                if (graph.edge(graph.head(edge), firm) >= 0) {
                    answered++;
                }
            }
        }
        return graph.edges() == 0 ? 0 : (double) answered / graph.edges();
    }
}
