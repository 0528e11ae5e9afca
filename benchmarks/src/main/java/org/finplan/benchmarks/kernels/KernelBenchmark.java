package org.finplan.benchmarks.kernels;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Kernels of guarantee networks and their peers of JGraphT, each in a program of its own. First both sides work on the same networks
 * here, and must give the same answers.
 */
public final class KernelBenchmark {

    private static final String SMALL = "10000";
    private static final String MIDDLE = "300000";
    private static final String LARGE = "5000000";

    /**
     * A line of the table.
     *
     * @param name what is worked out
     * @param ours the method that does it
     * @param peers by what they are called, the methods that do the same on JGraphT
     */
    private record Kernel(String name, String ours, Map<String, String> peers) {}

    private static final List<Kernel> KERNELS = List.of(
            new Kernel("rows to compressed rows", "StructureKernels.rows", Map.of("JGraphT", "PeerKernels.rows")),
            new Kernel(
                    "circles",
                    "StructureKernels.circles",
                    Map.of("Kosaraju", "PeerKernels.circlesKosaraju", "Gabow", "PeerKernels.circlesGabow")),
            new Kernel("chains", "StructureKernels.chains", Map.of("JGraphT", "PeerKernels.chains")),
            new Kernel("core numbers", "StructureKernels.cores", Map.of("JGraphT", "PeerKernels.cores")),
            new Kernel("PageRank", "StructureKernels.pageRank", Map.of("JGraphT", "PeerKernels.pageRank")),
            new Kernel(
                    "betweenness, all sources",
                    "StructureKernels.betweenness",
                    Map.of("JGraphT", "PeerKernels.betweenness")),
            new Kernel("betweenness, 100 sources", "StructureKernels.betweennessSampled", Map.of()),
            new Kernel("joint shock, iterated", "SpreadKernels.iterated", Map.of()),
            new Kernel("joint shock, solved", "SpreadKernels.exact", Map.of()),
            new Kernel("joint shock, made ready and solved", "SpreadKernels.exactMadeReady", Map.of()),
            new Kernel("cascade", "SpreadKernels.cascade", Map.of()),
            new Kernel("DebtRank of 2012", "SpreadKernels.debtRank", Map.of()),
            new Kernel("clearing", "SpreadKernels.clearing", Map.of()),
            new Kernel("sparse factors", "SpreadKernels.factor", Map.of()));

    private final Map<String, Double> micros = new TreeMap<>();
    private final boolean brief;

    private KernelBenchmark(boolean brief) {
        this.brief = brief;
    }

    /**
     * Runs the benchmark.
     *
     * @param words {@code --short} for the small network alone
     * @throws RunnerException when a program could not be run
     */
    public static void main(String... words) throws RunnerException {
        KernelBenchmark benchmark = new KernelBenchmark(List.of(words).contains("--short"));
        SameKernels.check(Integer.parseInt(SMALL));
        benchmark.run("StructureKernels|PeerKernels|SpreadKernels", SMALL);
        if (!benchmark.brief) {
            SameKernels.check(Integer.parseInt(MIDDLE));
            benchmark.run(
                    "(StructureKernels|PeerKernels)\\.(rows|circles|circlesKosaraju|chains|cores|pageRank)$", MIDDLE);
            benchmark.run("StructureKernels\\.betweennessSampled|SpreadKernels", MIDDLE);
            benchmark.run("StructureKernels\\.(rows|circles|chains|cores)$", LARGE);
        }
        benchmark.print();
    }

    private void run(String kernels, String edges) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("org.finplan.benchmarks.kernels.(" + kernels + ")")
                .param("edges", edges)
                .forks(1)
                .warmupIterations(brief ? 1 : 3)
                .warmupTime(TimeValue.milliseconds(brief ? 500 : 300))
                .measurementIterations(brief ? 3 : 5)
                .measurementTime(TimeValue.milliseconds(brief ? 200 : 300))
                .jvmArgs("-Xmx3g", "-XX:+UseSerialGC")
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        Collection<RunResult> results = new Runner(options.build()).run();
        for (RunResult result : results) {
            String name = result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
            micros.put(name + " " + edges, result.getPrimaryResult().getScore());
        }
    }

    private void print() {
        System.out.printf("microseconds, and how many times as long JGraphT takes; java %s%n%n", Runtime.version());
        System.out.println("| kernel | 10,000 edges | 300,000 edges | 5,000,000 edges |\n|---|---|---|---|");
        for (Kernel kernel : KERNELS) {
            System.out.printf(
                    "| %s | %s | %s | %s |%n",
                    kernel.name(), cell(kernel, SMALL), cell(kernel, MIDDLE), cell(kernel, LARGE));
        }
    }

    private String cell(Kernel kernel, String edges) {
        Double own = micros.get(kernel.ours() + " " + edges);
        if (own == null) {
            return "";
        }
        StringBuilder cell = new StringBuilder(String.format("%,.0f", own));
        new TreeMap<>(kernel.peers()).forEach((peer, method) -> {
            Double other = micros.get(method + " " + edges);
            if (other != null) {
                cell.append(String.format(", %s %.1f times", peer, other / own));
            }
        });
        return cell.toString();
    }
}
