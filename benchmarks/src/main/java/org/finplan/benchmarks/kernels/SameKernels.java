package org.finplan.benchmarks.kernels;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.Betweenness;
import org.finplan.risk.network.structure.Components;

/** Compares the answers of both sides before anything is timed. */
final class SameKernels {

    private static final double SAME = 1e-6;
    /** Of more, JGraphT takes minutes for the betweenness, and its Gabow's algorithm, which calls itself, runs out of stack. */
    private static final int FEW_EDGES = 10_000;

    private final StructureKernels ours = new StructureKernels();
    private final PeerKernels peer = new PeerKernels();
    private final RandomRows rows = new RandomRows();
    private final RandomObjects objects = new RandomObjects();

    private SameKernels(int edges) {
        rows.edges = edges;
        rows.prepare();
        objects.prepare(rows);
    }

    /**
     * Compares all answers on a network.
     *
     * @param edges how many edges it has
     * @throws IllegalStateException when two differ
     */
    static void check(int edges) {
        SameKernels same = new SameKernels(edges);
        same.rows();
        same.parted("circles", same.ours.circles(same.rows), same.peer.circlesKosaraju(same.objects));
        same.parted("chains", same.ours.chains(same.rows), same.peer.chains(same.objects));
        same.numbers(
                "core numbers",
                Arrays.stream(same.ours.cores(same.rows)).asDoubleStream().toArray(),
                same.peer.cores(same.objects));
        double[] ranks = same.ours.pageRank(same.rows);
        same.numbers("PageRank", ranks, same.peer.pageRank(same.objects));
        if (edges <= FEW_EDGES) {
            same.parted("circles", same.ours.circles(same.rows), same.peer.circlesGabow(same.objects));
            Betweenness betweenness = same.ours.betweenness(same.rows);
            double[] all = new double[ranks.length];
            Arrays.setAll(all, betweenness::of);
            same.numbers("betweenness", all, same.peer.betweenness(same.objects));
        }
        solved(edges);
    }

    private void rows() {
        FirmGraph graph = ours.rows(rows);
        require("edges", graph.edges() == objects.directed().edgeSet().size());
        for (int firm = 0; firm < graph.firms(); firm++) {
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                require("edges", objects.directed().containsEdge(firm, graph.head(edge)));
            }
        }
    }

    /** Both part the firms alike: as many parts, and each part of the peer lies in one of ours. */
    private void parted(String what, Components own, List<Set<Integer>> others) {
        require(what, own.count() == others.size());
        for (Set<Integer> part : others) {
            int number = own.of(part.iterator().next());
            require(what, own.size(number) == part.size());
            require(what, part.stream().allMatch(firm -> own.of(firm) == number));
        }
    }

    private void numbers(String what, double[] own, Map<Integer, ? extends Number> others) {
        require(what, own.length == others.size());
        others.forEach((firm, other) ->
                require(what, Math.abs(own[firm] - other.doubleValue()) <= SAME * Math.max(Math.abs(own[firm]), SAME)));
    }

    /** Iterated and solved, which JGraphT has not. */
    private static void solved(int edges) {
        SparseLosses losses = new SparseLosses();
        losses.edges = edges;
        losses.prepare();
        SpreadKernels kernels = new SpreadKernels();
        Stress iterated = kernels.iterated(losses);
        Stress exact = kernels.exact(losses);
        require("DebtRank", iterated.converged() && exact.converged());
        require("DebtRank", Math.abs(iterated.impact() - exact.impact()) <= SAME * exact.impact());
    }

    private static void require(String what, boolean same) {
        if (!same) {
            throw new IllegalStateException("Answers differ: " + what);
        }
    }
}
