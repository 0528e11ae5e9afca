package org.finplan.benchmarks.kernels;

import java.util.concurrent.TimeUnit;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.Betweenness;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.CoreNumbers;
import org.finplan.risk.network.structure.PageRank;
import org.finplan.risk.network.structure.StrongComponents;
import org.finplan.risk.network.structure.WeakComponents;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What a network looks like, by our kernels. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StructureKernels {

    static final double DAMPING = 0.85;
    static final double TOLERANCE = 1e-9;
    private static final int SOURCES = 100;

    /**
     * Rows to compressed sparse rows.
     *
     * @param rows the network
     * @return the graph
     */
    @Benchmark
    public FirmGraph rows(RandomRows rows) {
        return rows.rows().graph();
    }

    /**
     * Circles.
     *
     * @param rows the network
     * @return the circles
     */
    @Benchmark
    public Components circles(RandomRows rows) {
        return StrongComponents.of(rows.graph());
    }

    /**
     * Chains.
     *
     * @param rows the network
     * @return the chains
     */
    @Benchmark
    public Components chains(RandomRows rows) {
        return WeakComponents.of(rows.graph());
    }

    /**
     * Core numbers.
     *
     * @param rows the network
     * @return the core number of each firm
     */
    @Benchmark
    public int[] cores(RandomRows rows) {
        return CoreNumbers.of(rows.graph());
    }

    /**
     * PageRank.
     *
     * @param rows the network
     * @return the rank of each firm
     */
    @Benchmark
    public double[] pageRank(RandomRows rows) {
        return PageRank.of(rows.graph(), DAMPING, TOLERANCE);
    }

    /**
     * Betweenness from all firms.
     *
     * @param rows the network
     * @return the betweenness
     */
    @Benchmark
    public Betweenness betweenness(RandomRows rows) {
        return Betweenness.exact(rows.graph());
    }

    /**
     * Betweenness from a sample of sources.
     *
     * @param rows the network
     * @return the betweenness
     */
    @Benchmark
    public Betweenness betweennessSampled(RandomRows rows) {
        return Betweenness.sampled(rows.graph(), SOURCES, 1);
    }
}
