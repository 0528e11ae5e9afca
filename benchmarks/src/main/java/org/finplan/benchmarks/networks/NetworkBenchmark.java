package org.finplan.benchmarks.networks;

import java.util.Arrays;
import java.util.List;
import org.finplan.risk.network.contagion.IteratedDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.scenario.Progress;
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
    private static final int PEER_FAILURES = 2_000;
    private static final int MOST_ROUNDS = 10_000;
    private static final double SAME = 1e-6;

    private final Report report;

    private NetworkBenchmark(Report report) {
        this.report = report;
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goals are met, 1 otherwise.
     *
     * @param words {@code --short} for one round and a tenth of the large network
     */
    public static void main(String... words) {
        boolean brief = List.of(words).contains("--short");
        Report report = new Report(System.out, brief ? 1 : 5);
        NetworkBenchmark benchmark = new NetworkBenchmark(report);
        benchmark.city();
        SampleNetwork country = brief ? SampleNetwork.even(100_000, 500_000) : SampleNetwork.even(1_000_000, 5_000_000);
        benchmark.country(country);
        LargeNetworks large = new LargeNetworks(report);
        large.memory(country);
        large.allFailures(country);
        large.costOfAnEdge(brief ? new int[] {10_000, 100_000} : new int[] {10_000, 100_000, 1_000_000, 5_000_000});
        System.exit(report.met() ? 0 : 1);
    }

    /** All single failures of 20,000 firms: calm, near the critical point, and beyond it. */
    private void city() {
        double radius = largestRadius(SampleNetwork.generated(20_000, 30_000, 1).losses());
        double calm = 0;
        for (double target : new double[] {0.5, 0.99, 1.5}) {
            SampleNetwork sample = SampleNetwork.generated(20_000, 30_000, target / radius);
            LossNetwork network = sample.losses();
            String name = String.format("20,000 firms, radius %.2f: ", target);
            double all = report.best(() -> SingleFailures.of(network, TOLERANCE, THREADS));
            calm = calm == 0 ? all : calm;
            report.goal(name + "all single failures", all, target < .9 ? 1000 : 3 * calm);
            SingleFailures failures = SingleFailures.of(network, TOLERANCE, THREADS);
            iterated(name, sample, failures);
        }
    }

    /**
     * The same failures, iterated one by one until no increment is above a thousandth of the tolerance, on one thread each: ours and
     * the one written on JGraphT, in turns. All of them must be what was solved for.
     */
    private void iterated(String name, SampleNetwork sample, SingleFailures solved) {
        LossNetwork network = sample.losses();
        PlainDebtRank peer = new PlainDebtRank(sample);
        double[] impact = new double[PEER_FAILURES];
        Report.Turns turns = report.turns(
                () -> SingleFailures.iterated(network, 0, PEER_FAILURES, TOLERANCE / 1000, 1, Progress.UNWATCHED),
                () -> {
                    Arrays.setAll(impact, firm -> peer.failure(firm, TOLERANCE / 1000));
                    return impact;
                });
        report.note(
                String.format(
                        "%s%,d failures iterated on one thread, processor's time, ours and JGraphT",
                        name, PEER_FAILURES),
                String.format("%.1f and %.0f", turns.one(), turns.other()));
        report.goal(
                name + "iterated, JGraphT over ours, least of the rounds " + String.format("%.1f", turns.least())
                        + ", median at least 20",
                -turns.ratio(),
                -20);
        SingleFailures ours =
                SingleFailures.iterated(network, 0, PEER_FAILURES, TOLERANCE / 1000, 1, Progress.UNWATCHED);
        for (int firm = 0; firm < PEER_FAILURES; firm++) {
            report.equal(ours.impact(firm), impact[firm], SAME);
            report.equal(solved.impact(firm), impact[firm], SAME);
        }
    }

    /** Load, structure and one joint shock of a country's firms. */
    private void country(SampleNetwork sample) {
        String name = sample.name();
        double structure = report.best(() -> {
            FirmGraph graph = sample.graph();
            Components circles = StrongComponents.of(graph);
            Components chains = WeakComponents.of(graph);
            int[] cores = CoreNumbers.of(graph);
            return List.of(
                    circles.count(), chains.count(), Arrays.stream(cores).max().orElse(0));
        });
        report.goal(name + "rows to components and core numbers", structure, 10_000);
        LossNetwork network = sample.losses();
        double[] shock = sample.shock();
        report.goal(
                name + "one joint shock of 1 %, iterated",
                report.best(() -> IteratedDebtRank.spread(network, shock, 0, TOLERANCE, MOST_ROUNDS)),
                500);
        double few = report.best(() -> failures(network, 10));
        report.note(name + "one failure with its arrays", String.format("%.2f", few / 10));
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
        Report.Turns turns = report.turns(() -> StrongComponents.of(network.hits()), peer::circles);
        report.note(
                name + "circles, processor's time, ours and JGraphT",
                String.format("%.1f and %.0f", turns.one(), turns.other()));
        report.goal(name + "circles, JGraphT over ours, median at least 20", -turns.ratio(), -20);
        report.equal(circles.count(), peer.circles(), SAME);
        int largest = Arrays.stream(CoreNumbers.of(sample.graph())).max().orElse(0);
        report.equal(largest, peer.largestCore(), SAME);
        Stress one = IteratedDebtRank.spread(network, network.failureOf(0), 0, TOLERANCE / 1000, MOST_ROUNDS);
        report.equal(one.impact(), peer.failure(0, TOLERANCE / 1000), SAME);
    }

    private static double largestRadius(LossNetwork network) {
        return SpectralRadius.largest(network.leverage(), StrongComponents.of(network.leverage()))
                .estimate();
    }
}
