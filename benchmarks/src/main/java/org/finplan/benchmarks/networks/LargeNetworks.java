package org.finplan.benchmarks.networks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.IteratedDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.scenario.Progress;
import org.finplan.risk.network.scenario.SingleFailures;
import org.finplan.risk.network.structure.CoreNumbers;
import org.finplan.risk.network.structure.StrongComponents;
import org.finplan.risk.network.structure.WeakComponents;

/** What shows at a country's size only: all failures, memory, and what an edge costs as networks grow. */
final class LargeNetworks {

    private static final int THREADS = 2;
    private static final double TOLERANCE = 1e-6;
    private static final int MOST_ROUNDS = 10_000;
    private static final double ALL_FAILURES = 120_000;
    private static final double TIMES_THE_EDGES = 3;
    private static final double TIMES_THE_CHEAPEST = 2;
    private static final int SAMPLES = 20;
    private static final int EDGES_OF_A_FIRM = 5;
    private static final int BYTES_OF_AN_EDGE = 2 * Integer.BYTES + Double.BYTES;

    private final Report report;

    LargeNetworks(Report report) {
        this.report = report;
    }

    /** What is kept of a network beside the raw arrays of its edges, after the collector has run. */
    void memory(SampleNetwork sample) {
        long before = used();
        FirmGraph graph = sample.graph();
        List<Object> structure =
                List.of(graph, StrongComponents.of(graph), WeakComponents.of(graph), CoreNumbers.of(graph));
        share(sample, "graph, circles, chains and core numbers", used() - before);
        structure = List.of(structure.size());
        before = used();
        LossNetwork losses = sample.losses();
        ExactDebtRank ready = new ExactDebtRank(losses);
        share(sample, "losses and relative losses, made ready for shocks", used() - before);
        if (structure.isEmpty() || ready.circles().count() == 0) {
            throw new IllegalStateException("nothing was kept");
        }
    }

    private void share(SampleNetwork sample, String what, long bytes) {
        double raw = (double) BYTES_OF_AN_EDGE * sample.from.length;
        report.goal(sample.name() + what + ", memory over raw edges, times", bytes / raw, TIMES_THE_EDGES);
    }

    /** The single failure of every firm once, with what is kept when half of them are done. */
    void allFailures(SampleNetwork sample) {
        long before = used();
        LossNetwork network = sample.losses();
        Half half = new Half();
        SingleFailures[] all = new SingleFailures[1];
        double millis = report.once(() -> {
            all[0] = SingleFailures.exact(network, THREADS, Progress.UNWATCHED)
                    .orElseGet(() -> SingleFailures.iterated(network, TOLERANCE, THREADS, half));
            return all[0];
        });
        double goal = ALL_FAILURES * sample.firms / 1_000_000;
        String how = all[0].exact() ? "solved" : "iterated";
        report.goal(sample.name() + "all single failures, " + how + " on " + THREADS + " threads", millis, goal);
        if (half.used > 0) {
            share(sample, "all single failures, half of them done", half.used - before);
        }
        double ranked = report.once(() -> all[0].ranking());
        report.note(sample.name() + "their ranking", String.format("%.0f", ranked));
        int step = Math.max(1, sample.firms / SAMPLES);
        for (int firm = 0; firm < sample.firms; firm += step) {
            double one = IteratedDebtRank.spread(network, network.failureOf(firm), 0, TOLERANCE / 1000, MOST_ROUNDS)
                    .impact();
            // What is below the tolerance is left aside at each of the firms that are reached.
            report.equal(one * sample.firms, all[0].impact(firm) * sample.firms, 0.02);
        }
    }

    /** Looks at the memory when half is done. */
    private static final class Half implements Progress {

        private final AtomicBoolean looked = new AtomicBoolean();
        private volatile long used;

        @Override
        public void reached(int done, int of) {
            if (done >= of / 2 && looked.compareAndSet(false, true)) {
                used = used();
            }
        }

        @Override
        public boolean stopped() {
            return false;
        }
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /**
     * Nanoseconds of an edge from rows to core numbers and in a joint shock, for networks of the same density. Beside them, as the floor,
     * what it takes to put the same rows in the order of their tails and no more: that a place of memory in a large array is further
     * away than one in a small array shows there as well. Each size is measured on as many different networks as have the edges of the largest: one small network again and again would be known by heart to
     * the processor.
     */
    void costOfAnEdge(int... sizes) {
        int most = Arrays.stream(sizes).max().orElseThrow();
        double[] structure = new double[sizes.length];
        double[] shock = new double[sizes.length];
        for (int size = 0; size < sizes.length; size++) {
            int edges = sizes[size];
            List<SampleNetwork> samples = IntStream.range(0, most / edges)
                    .mapToObj(seed -> SampleNetwork.even(edges / EDGES_OF_A_FIRM, edges, seed))
                    .toList();
            double all = (double) edges * samples.size();
            structure[size] = 1e6
                    / all
                    * report.best(() ->
                            samples.stream().mapToLong(LargeNetworks::structure).sum());
            double floor = 1e6
                    / all
                    * report.best(() ->
                            samples.stream().mapToLong(LargeNetworks::bare).sum());
            List<LossNetwork> networks =
                    samples.stream().map(SampleNetwork::losses).toList();
            double[] shares = samples.get(0).shock();
            shock[size] = 1e6 / all * report.best(() -> shocked(networks, shares));
            report.note(
                    samples.size() + " times " + samples.get(0).name()
                            + "nanoseconds of an edge, rows to core numbers, joint shock, bare order of the rows",
                    String.format("%.1f, %.1f, %.1f", structure[size], shock[size], floor));
        }
        flat("rows to core numbers", structure);
        flat("joint shock", shock);
    }

    private static double shocked(List<LossNetwork> networks, double... shares) {
        double impact = 0;
        for (LossNetwork network : networks) {
            impact += IteratedDebtRank.spread(network, shares, 0, TOLERANCE, MOST_ROUNDS)
                    .impact();
        }
        return impact;
    }

    private static long structure(SampleNetwork sample) {
        FirmGraph graph = sample.graph();
        return (long) StrongComponents.of(graph).count()
                + WeakComponents.of(graph).count()
                + CoreNumbers.of(graph)[0];
    }

    /** The rows in the order of their tails, as anybody would write it. */
    private static long bare(SampleNetwork sample) {
        int[] next = new int[sample.firms + 1];
        for (int tail : sample.from) {
            next[tail + 1]++;
        }
        for (int firm = 0; firm < sample.firms; firm++) {
            next[firm + 1] += next[firm];
        }
        int[] head = new int[sample.to.length];
        double[] amount = new double[head.length];
        for (int edge = 0; edge < head.length; edge++) {
            int place = next[sample.from[edge]]++;
            head[place] = sample.to[edge];
            amount[place] = sample.amount[edge];
        }
        return head[0] + (long) amount[0];
    }

    private void flat(String what, double... costs) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double cost : costs) {
            least = Math.min(least, cost);
            most = Math.max(most, cost);
        }
        report.goal(what + ", cost of an edge, dearest over cheapest size, times", most / least, TIMES_THE_CHEAPEST);
    }
}
