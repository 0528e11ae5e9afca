package org.finplan.benchmarks.networks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** The lines of the benchmark: what was measured beside its goal, and whether all goals are met. */
final class Report {

    private static final int LEAST_TURNS = 3;
    private static final double WARM_UP = 1000;
    private static final double LONG_ENOUGH = 300;

    private final PrintStream out;
    private final int rounds;
    private boolean met = true;

    Report(PrintStream out, int rounds) {
        this.out = out;
        this.rounds = rounds;
        out.println("| what | milliseconds | goal |\n|---|---|---|");
    }

    boolean met() {
        return met;
    }

    /** {@return the milliseconds of the best round; the first warms up and counts like the others} */
    double best(Supplier<?> work) {
        return best(rounds + 1, work);
    }

    double best(int times, Supplier<?> work) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < times; round++) {
            best = Math.min(best, once(work));
        }
        return best;
    }

    /**
     * Two sides that work on the caller's thread, in turns, each round beginning with the other one: what else the machine does counts
     * for both. What is counted is the processor's time of the thread. Each side is repeated until a round of it is long enough to be
     * measured, after as long to warm up.
     *
     * @param one the one side
     * @param other the other side
     * @return what they took
     */
    Turns turns(Supplier<?> one, Supplier<?> other) {
        double[] ratio = new double[Math.max(LEAST_TURNS, rounds + 2)];
        double[] own = new double[ratio.length];
        double[] others = new double[ratio.length];
        steady(one, WARM_UP);
        steady(other, WARM_UP);
        for (int round = 0; round < ratio.length; round++) {
            boolean first = round % 2 == 0;
            own[round] = first ? steady(one, LONG_ENOUGH) : 0;
            others[round] = steady(other, LONG_ENOUGH);
            own[round] = first ? own[round] : steady(one, LONG_ENOUGH);
            ratio[round] = others[round] / own[round];
        }
        return new Turns(
                median(own),
                median(others),
                median(ratio),
                Arrays.stream(ratio).min().orElseThrow());
    }

    /** {@return milliseconds of the processor for one time of the work, repeated until it has taken as many as that} */
    private static double steady(Supplier<?> work, double millis) {
        int times = 0;
        double taken = 0;
        for (long start = processor(); taken < millis; taken = (processor() - start) / 1e6) {
            if (work.get() == null) {
                throw new IllegalStateException("no result");
            }
            times++;
        }
        return taken / times;
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /**
     * What two sides took.
     *
     * @param one median of the one side, milliseconds of the processor
     * @param other median of the other side
     * @param ratio median of the ratios within the rounds, the other over the one
     * @param least the least of them
     */
    record Turns(double one, double other, double ratio, double least) {}

    /** {@return the milliseconds of one round} */
    double once(Supplier<?> work) {
        long start = System.nanoTime();
        Object result = work.get();
        double millis = (System.nanoTime() - start) / 1e6;
        if (result == null) {
            throw new IllegalStateException("no result");
        }
        return millis;
    }

    /** Prints a line without a goal. */
    void note(String what, String value) {
        out.printf("| %s | %s | |%n", what, value);
    }

    /** Prints a line with the goal that the value is to stay below; both are negative when it is to reach it. */
    void goal(String what, double value, double goal) {
        met &= value <= goal;
        out.printf("| %s | %.1f | %.0f%s |%n", what, Math.abs(value), Math.abs(goal), value <= goal ? "" : " (missed)");
    }

    /** Requires two answers to be the same but for a share of them. */
    void equal(double one, double other, double share) {
        if (!(Math.abs(one - other) <= share * Math.max(1e-3, Math.abs(one)))) {
            met = false;
            out.printf("| answers differ: %.12g and %.12g | | |%n", one, other);
        }
    }
}
