package org.finplan.benchmarks.kernels;

import org.finplan.benchmarks.networks.SampleNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A made-up network of five edges for each firm, whose ends are drawn evenly: most of it is one circle, no cache has it by heart. */
@State(Scope.Benchmark)
public class RandomRows {

    private static final int EDGES_OF_A_FIRM = 5;

    /** How many edges. */
    @Param({"10000", "300000"})
    public int edges;

    private SampleNetwork rows;
    private FirmGraph graph;

    /** Makes the rows and the graph. */
    @Setup
    public void prepare() {
        rows = SampleNetwork.even(edges / EDGES_OF_A_FIRM, edges);
        graph = rows.graph();
    }

    SampleNetwork rows() {
        return rows;
    }

    FirmGraph graph() {
        return graph;
    }
}
