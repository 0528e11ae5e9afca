package org.finplan.benchmarks.kernels;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.graph.DefaultEdge;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The same by JGraphT, as its documentation calls it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PeerKernels {

    private static final int MOST_ROUNDS = 1000;

    /**
     * Rows to a directed graph.
     *
     * @param rows the network
     * @return the graph
     */
    @Benchmark
    public Graph<Integer, DefaultEdge> rows(RandomRows rows) {
        return RandomObjects.directed(rows);
    }

    /**
     * Circles by Kosaraju's algorithm.
     *
     * @param objects the network
     * @return the circles
     */
    @Benchmark
    public List<Set<Integer>> circlesKosaraju(RandomObjects objects) {
        return new KosarajuStrongConnectivityInspector<>(objects.directed()).stronglyConnectedSets();
    }

    /**
     * Circles by Gabow's algorithm.
     *
     * @param objects the network
     * @return the circles
     */
    @Benchmark
    public List<Set<Integer>> circlesGabow(RandomObjects objects) {
        return new GabowStrongConnectivityInspector<>(objects.directed()).stronglyConnectedSets();
    }

    /**
     * Chains.
     *
     * @param objects the network
     * @return the chains
     */
    @Benchmark
    public List<Set<Integer>> chains(RandomObjects objects) {
        return new ConnectivityInspector<>(objects.directed()).connectedSets();
    }

    /**
     * Core numbers.
     *
     * @param objects the network
     * @return the core number of each firm
     */
    @Benchmark
    public Map<Integer, Integer> cores(RandomObjects objects) {
        return new Coreness<>(objects.pairs()).getScores();
    }

    /**
     * PageRank.
     *
     * @param objects the network
     * @return the rank of each firm
     */
    @Benchmark
    public Map<Integer, Double> pageRank(RandomObjects objects) {
        return new PageRank<>(
                        objects.directed(),
                        StructureKernels.DAMPING,
                        MOST_ROUNDS,
                        // It looks at the largest change, ours at the sum.
                        StructureKernels.TOLERANCE
                                / objects.directed().vertexSet().size())
                .getScores();
    }

    /**
     * Betweenness from all firms.
     *
     * @param objects the network
     * @return the betweenness of each firm
     */
    @Benchmark
    public Map<Integer, Double> betweenness(RandomObjects objects) {
        return new BetweennessCentrality<>(objects.directed()).getScores();
    }
}
