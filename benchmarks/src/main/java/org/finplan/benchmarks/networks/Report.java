package org.finplan.benchmarks.networks;

import java.io.PrintStream;
import java.util.function.Supplier;

/** The lines of the benchmark: what was measured beside its goal, and whether all goals are met. */
final class Report {

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
