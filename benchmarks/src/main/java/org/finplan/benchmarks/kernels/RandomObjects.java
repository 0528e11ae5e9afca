package org.finplan.benchmarks.kernels;

import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.graph.SimpleGraph;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same network as graphs of JGraphT. */
@State(Scope.Benchmark)
public class RandomObjects {

    private Graph<Integer, DefaultEdge> directed;
    private Graph<Integer, DefaultEdge> pairs;

    /**
     * Copies the rows.
     *
     * @param rows the rows
     */
    @Setup
    public void prepare(RandomRows rows) {
        directed = directed(rows);
        pairs = copy(rows, new SimpleGraph<>(DefaultEdge.class));
    }

    static Graph<Integer, DefaultEdge> directed(RandomRows rows) {
        return copy(rows, new SimpleDirectedGraph<>(DefaultEdge.class));
    }

    /** Parallel edges are one edge. */
    private static Graph<Integer, DefaultEdge> copy(RandomRows rows, Graph<Integer, DefaultEdge> graph) {
        for (int firm = 0; firm < rows.rows().firms(); firm++) {
            graph.addVertex(firm);
        }
        for (int edge = 0; edge < rows.edges; edge++) {
            graph.addEdge(rows.rows().from(edge), rows.rows().to(edge));
        }
        return graph;
    }

    Graph<Integer, DefaultEdge> directed() {
        return directed;
    }

    /** {@return without directions} */
    Graph<Integer, DefaultEdge> pairs() {
        return pairs;
    }
}
