package org.finplan.benchmarks.plan;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.finplan.benchmarks.journey.Latencies;
import org.finplan.platform.plan.reading.PlanPackages;

/**
 * Checks a large package as {@code ./finplan plan check} does, in a program that has just started and in one that is warm, in
 * turns with a bare JSON Schema validator on the same files; then publishes it through a suite of its own.
 */
public final class PlanBenchmark {

    private static final int COLD_ROUNDS = 5;
    private static final int WARM_ROUNDS = 15;
    private static final int WARM_UP = 10;
    private static final double GOAL_MILLIS = 2_000;

    private final Path directory;
    private final PrintStream out;

    private PlanBenchmark(Path directory, PrintStream out) {
        this.directory = directory;
        this.out = out;
    }

    /**
     * Runs the benchmark and ends the process: 0 when the goals are met, 1 otherwise.
     *
     * @param words {@code --root DIR [--check]}, the root of the repository; with {@code --check} nothing is published
     */
    public static void main(String... words) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("plan-benchmark");
        boolean met;
        try {
            LargePackage.write(directory, 1);
            met = new PlanBenchmark(directory, System.out).run();
            if (!List.of(words).contains("--check")) {
                met &= new PublicationBenchmark(Path.of(words[1]), directory, System.out).run();
            }
        } finally {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
        System.exit(met ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        out.printf(
                "%d indicators, %d tasks, %d regions, %.1f MB%n%n| checked | check ms | bare validator ms | ratio |%n"
                        + "|---|---|---|---|%n",
                LargePackage.INDICATORS, LargePackage.TASKS, LargePackage.REGIONS, bytes() / 1e6);
        Latencies[] cold = {new Latencies(), new Latencies()};
        for (int round = 0; round < COLD_ROUNDS; round++) {
            cold[0].add(program("org.finplan.platform.plan.command.PlanCommand", "check", directory.toString()));
            cold[1].add(program(BareValidator.class.getName(), directory.toString()));
        }
        row("by a program that has just started", cold);
        Latencies[] warm = {new Latencies(), new Latencies()};
        BareValidator bare = new BareValidator(BareValidator.names(directory));
        for (int round = -WARM_UP; round < WARM_ROUNDS; round++) {
            Duration ours = took(() -> PlanPackages.in(directory));
            Duration peers = took(() -> expectSound(bare.validate(directory)));
            if (round >= 0) {
                warm[0].add(ours);
                warm[1].add(peers);
            }
        }
        row("by a program that is warm", warm);
        boolean met = cold[0].percentile(0.5) < GOAL_MILLIS;
        out.printf(
                "%nchecked within %.0f ms, start of the program included: %s%n", GOAL_MILLIS, met ? "met" : "missed");
        return met;
    }

    private void row(String what, Latencies... times) {
        double ours = times[0].percentile(0.5);
        double peers = times[1].percentile(0.5);
        out.printf("| %s | %.0f | %.0f | %.2f |%n", what, ours, peers, ours / peers);
    }

    /** What is timed; it may fail for want of a file. */
    private interface Work {
        void run() throws IOException;
    }

    private static Duration took(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void expectSound(int faults) {
        if (faults > 0) {
            throw new IllegalStateException("the package of the benchmark has " + faults + " faults");
        }
    }

    /** From the start of a program to its end, on the Java and with the options of {@code ./finplan plan}. */
    private static Duration program(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(words));
        long start = System.nanoTime();
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        expectSound(status);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private long bytes() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
