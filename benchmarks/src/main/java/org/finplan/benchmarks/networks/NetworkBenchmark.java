package org.finplan.benchmarks.networks;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.finplan.risk.network.contagion.IteratedDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.scenario.SingleFailures;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.CoreNumbers;
import org.finplan.risk.network.structure.StrongComponents;
import org.finplan.risk.network.structure.WeakComponents;

/**
 * Kernels of guarantee networks, best of some rounds, beside the same algorithms written on JGraphT in the same program, whose
 * answers must be equal. All networks are made up.
 */
public final class NetworkBenchmark {

    private static final int THREADS = 2;
    private static final double TOLERANCE = 1e-6;
    private static final int PEER_FAILURES = 200;
    private static final int MOST_ROUNDS = 10_000;

    private final PrintStream out;
    private final int rounds;
    private boolean met = true;

    private NetworkBenchmark(PrintStream out, int rounds) {
        this.out = out;
        this.rounds = rounds;
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goals are met, 1 otherwise.
     *
     * @param words {@code --short} for one round and a tenth of the large network
     */
    public static void main(String... words) {
        boolean brief = List.of(words).contains("--short");
        NetworkBenchmark benchmark = new NetworkBenchmark(System.out, brief ? 1 : 5);
        System.out.println("| what | milliseconds | goal |\n|---|---|---|");
        benchmark.city();
        benchmark.country(brief ? 100_000 : 1_000_000, brief ? 500_000 : 5_000_000);
        System.exit(benchmark.met ? 0 : 1);
    }

    /** All single failures of 20,000 firms: calm, near the critical point, and beyond it. */
    private void city() {
        double radius = largestRadius(SampleNetwork.generated(20_000, 30_000, 1).losses());
        double calm = 0;
        for (double target : new double[] {0.5, 0.99, 1.5}) {
            SampleNetwork sample = SampleNetwork.generated(20_000, 30_000, target / radius);
            LossNetwork network = sample.losses();
            String name = String.format("20,000 firms, radius %.2f: ", target);
            double all = best(() -> SingleFailures.of(network, TOLERANCE, THREADS));
            calm = calm == 0 ? all : calm;
            report(name + "all single failures", all, target < .9 ? 1000 : 3 * calm);
            SingleFailures failures = SingleFailures.of(network, TOLERANCE, THREADS);
            PlainDebtRank peer = new PlainDebtRank(sample);
            double[] impact = new double[PEER_FAILURES];
            double plain = best(() -> {
                Arrays.setAll(impact, firm -> peer.failure(firm * 100, TOLERANCE / 1000));
                return impact;
            });
            double scaled = plain * 20_000 / PEER_FAILURES;
            double iterated = best(() -> SingleFailures.iterated(network, TOLERANCE / 1000, THREADS));
            out.printf("| %siterated to a thousandth of the tolerance | %.1f | |%n", name, iterated);
            out.printf("| %sthe same on JGraphT, from %d of them | %.0f | |%n", name, PEER_FAILURES, scaled);
            report(name + "iterated, JGraphT over ours, at least 20", -scaled / iterated, -20);
            for (int i = 0; i < PEER_FAILURES; i++) {
                equal(failures.impact(i * 100), impact[i]);
            }
        }
    }

    /** Load, structure and one joint shock of a country's firms. */
    private void country(int firms, int edges) {
        SampleNetwork sample = SampleNetwork.even(firms, edges);
        String name = String.format("%,d firms, %,d edges: ", firms, edges);
        double structure = best(() -> {
            FirmGraph graph = sample.graph();
            Components circles = StrongComponents.of(graph);
            Components chains = WeakComponents.of(graph);
            int[] cores = CoreNumbers.of(graph);
            return List.of(
                    circles.count(), chains.count(), Arrays.stream(cores).max().orElse(0));
        });
        report(name + "rows to components and core numbers", structure, 10_000);
        LossNetwork network = sample.losses();
        double[] shock = new double[firms];
        for (int firm = 0; firm < firms; firm += 100) {
            shock[firm] = 1;
        }
        report(
                name + "one joint shock of 1 %, iterated",
                best(() -> IteratedDebtRank.spread(network, shock, 0, TOLERANCE, MOST_ROUNDS)),
                500);
        double few = best(() -> failures(network, 10));
        out.printf("| %sone failure with its arrays | %.2f | |%n", name, few / 10);
        besidePeer(name, sample, network);
    }

    private static double failures(LossNetwork network, int some) {
        double sum = 0;
        for (int firm = 0; firm < some; firm++) {
            sum += IteratedDebtRank.spread(network, network.failureOf(firm), 0, TOLERANCE, MOST_ROUNDS)
                    .impact();
        }
        return sum;
    }

    private void besidePeer(String name, SampleNetwork sample, LossNetwork network) {
        PlainDebtRank peer = new PlainDebtRank(sample);
        Components circles = StrongComponents.of(sample.graph());
        double plain = best(peer::circles);
        double ours = best(() -> StrongComponents.of(network.hits()));
        report(name + "circles, JGraphT over ours, at least 20", -plain / ours, -20);
        equal(circles.count(), peer.circles());
        int largest = Arrays.stream(CoreNumbers.of(sample.graph())).max().orElse(0);
        equal(largest, peer.largestCore());
        Stress one = IteratedDebtRank.spread(network, network.failureOf(0), 0, TOLERANCE / 1000, MOST_ROUNDS);
        equal(one.impact(), peer.failure(0, TOLERANCE / 1000));
    }

    private static double largestRadius(LossNetwork network) {
        Components circles = StrongComponents.of(network.leverage());
        double most = 0;
        for (int number = 0; number < circles.count(); number++) {
            most = Math.max(
                    most, SpectralRadius.of(network.leverage(), circles, number).estimate());
        }
        return most;
    }

    private double best(Supplier<?> work) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds + 1; round++) {
            long start = System.nanoTime();
            Object result = work.get();
            double millis = (System.nanoTime() - start) / 1e6;
            if (result == null) {
                throw new IllegalStateException("no result");
            }
            best = Math.min(best, millis);
        }
        return best;
    }

    private void report(String what, double value, double goal) {
        met &= value <= goal;
        out.printf("| %s | %.1f | %.0f%s |%n", what, Math.abs(value), Math.abs(goal), value <= goal ? "" : " (missed)");
    }

    private void equal(double one, double other) {
        if (Math.abs(one - other) > 1e-6 * Math.max(1e-3, Math.abs(one))) {
            met = false;
            out.printf("| answers differ: %.12g and %.12g | | |%n", one, other);
        }
    }
}
