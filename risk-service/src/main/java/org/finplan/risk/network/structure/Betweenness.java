package org.finplan.risk.network.structure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * Betweenness by hops along edges: over how many shortest paths a firm lies between two others (Brandes 2001), raw and
 * directed. On large graphs from a sample of sources drawn without replacement, scaled up, with the standard error.
 */
public final class Betweenness {

    private final FirmGraph graph;
    private final double[] sum;
    private final double[] squares;
    private final int sources;
    private final double[] paths;
    private final int[] distance;
    private final double[] dependency;
    private final int[] queue;

    private Betweenness(FirmGraph graph, int[] from) {
        int firms = graph.firms();
        this.graph = graph;
        this.sum = new double[firms];
        this.squares = new double[firms];
        this.sources = from.length;
        this.paths = new double[firms];
        this.distance = new int[firms];
        this.dependency = new double[firms];
        this.queue = new int[firms];
        Arrays.fill(distance, -1);
        for (int source : from) {
            add(source);
        }
    }

    /**
     * Finds the betweenness from every firm: exact.
     *
     * @param graph the graph
     * @return the betweenness
     */
    public static Betweenness exact(FirmGraph graph) {
        int[] all = new int[graph.firms()];
        Arrays.setAll(all, firm -> firm);
        return new Betweenness(graph, all);
    }

    /**
     * Estimates the betweenness from some firms.
     *
     * @param graph the graph
     * @param sources how many
     * @param seed which ones: the same seed draws the same firms
     * @return the betweenness; exact when all firms were asked for
     */
    public static Betweenness sampled(FirmGraph graph, int sources, long seed) {
        int firms = graph.firms();
        if (sources >= firms) {
            return exact(graph);
        }
        int[] order = new int[firms];
        Arrays.setAll(order, firm -> firm);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < sources; i++) {
            int other = i + random.nextInt(firms - i);
            int drawn = order[other];
            order[other] = order[i];
            order[i] = drawn;
        }
        return new Betweenness(graph, Arrays.copyOf(order, sources));
    }

    /** {@return whether every firm was a source} */
    public boolean exact() {
        return sources == graph.firms();
    }

    /** {@return how many firms were sources} */
    public int sources() {
        return sources;
    }

    /**
     * The betweenness of a firm.
     *
     * @param firm the firm
     * @return pairs of other firms whose shortest paths pass through it, each pair by the share of its paths
     */
    public double of(int firm) {
        return exact() ? sum[firm] : sum[firm] * graph.firms() / sources;
    }

    /**
     * How far off the estimate may be.
     *
     * @param firm the firm
     * @return standard error of {@link #of}; 0 when exact
     */
    public double standardError(int firm) {
        if (exact() || sources < 2) {
            return exact() ? 0 : Double.NaN;
        }
        int firms = graph.firms();
        double mean = sum[firm] / sources;
        double variance = Math.max(0, squares[firm] - sources * mean * mean) / (sources - 1);
        return firms * Math.sqrt(variance / sources * (firms - sources) / firms);
    }

    private void add(int source) {
        int reached = search(source);
        for (int i = reached - 1; i >= 0; i--) {
            int firm = queue[i];
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                int next = graph.head(edge);
                if (distance[next] == distance[firm] + 1) {
                    dependency[firm] += paths[firm] / paths[next] * (1 + dependency[next]);
                }
            }
            if (firm != source) {
                sum[firm] += dependency[firm];
                squares[firm] += dependency[firm] * dependency[firm];
            }
        }
        for (int i = 0; i < reached; i++) {
            distance[queue[i]] = -1;
            paths[queue[i]] = 0;
            dependency[queue[i]] = 0;
        }
    }

    private int search(int source) {
        int reached = 1;
        queue[0] = source;
        distance[source] = 0;
        paths[source] = 1;
        for (int i = 0; i < reached; i++) {
            int firm = queue[i];
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                int next = graph.head(edge);
                if (distance[next] < 0) {
                    distance[next] = distance[firm] + 1;
                    queue[reached++] = next;
                }
                if (distance[next] == distance[firm] + 1) {
                    paths[next] += paths[firm];
                }
            }
        }
        return reached;
    }
}
