package org.finplan.risk.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;

/** Networks for tests. */
public final class SampleGraphs {

    private SampleGraphs() {}

    /** Builds a graph from rows of tail, head and amount. */
    public static FirmGraph graph(int firms, double[]... edges) {
        int[] from = new int[edges.length];
        int[] to = new int[edges.length];
        double[] amount = new double[edges.length];
        for (int edge = 0; edge < edges.length; edge++) {
            from[edge] = (int) edges[edge][0];
            to[edge] = (int) edges[edge][1];
            amount[edge] = edges[edge][2];
        }
        return FirmGraph.of(firms, from, to, amount);
    }

    /** Builds a graph of unit amounts from pairs of letters. */
    public static FirmGraph letters(int firms, String pairs) {
        List<double[]> edges = new ArrayList<>();
        for (String pair : pairs.split(" ", -1)) {
            edges.add(new double[] {pair.charAt(0) - 'A', pair.charAt(1) - 'A', 1});
        }
        return graph(firms, edges.toArray(double[][]::new));
    }

    /** The eight nodes of Battiston 2012, supplement, figure 5: guarantor, borrower, amount. */
    public static FirmGraph battiston() {
        return graph(8, new double[][] {
            {1, 0, 4}, {4, 1, 3}, {6, 4, 5}, {1, 4, 2}, {2, 0, 6}, {3, 0, 3}, {5, 3, 2}, {7, 5, 7}, {4, 5, 2}
        });
    }

    /** Their equity. */
    public static double[] battistonEquity() {
        return new double[] {14, 6, 56, 8, 15, 9, 90, 50};
    }

    /** Their weights. */
    public static double[] battistonWeights() {
        return new double[] {0, 6, 6, 3, 5, 2, 5, 7};
    }

    /** Equal weights. */
    public static double[] ones(int firms) {
        return IntStream.range(0, firms).mapToDouble(firm -> 1).toArray();
    }

    /** A random network of losses. The larger strength, the nearer to or beyond the critical point. */
    public static LossNetwork random(Random random, int firms, double degree, double strength) {
        int edges = (int) Math.round(firms * degree);
        int[] from = new int[edges];
        int[] to = new int[edges];
        double[] amount = new double[edges];
        for (int edge = 0; edge < edges; edge++) {
            from[edge] = random.nextInt(firms);
            to[edge] = (from[edge] + 1 + random.nextInt(firms - 1)) % firms;
            amount[edge] = strength * Math.exp(random.nextGaussian());
        }
        double[] equity = new double[firms];
        double[] weight = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            equity[firm] = random.nextInt(20) == 0 ? 0 : Math.exp(random.nextGaussian() * 0.5);
            weight[firm] = 1 + random.nextInt(5);
        }
        return LossNetwork.of(FirmGraph.of(firms, from, to, amount), equity, weight, 0);
    }

    /** A random shock of a few firms. */
    public static double[] shock(Random random, int firms) {
        double[] shock = new double[firms];
        for (int hit = 0; hit <= random.nextInt(3); hit++) {
            shock[random.nextInt(firms)] = random.nextBoolean() ? 1 : random.nextDouble();
        }
        return shock;
    }
}
