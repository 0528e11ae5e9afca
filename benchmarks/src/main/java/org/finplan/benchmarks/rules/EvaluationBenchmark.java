package org.finplan.benchmarks.rules;

import java.util.Arrays;
import java.util.function.Supplier;
import org.finplan.benchmarks.facts.Verdicts;

/** The evaluation alone, ours and Drools in turns in the same program, on one thread. */
final class EvaluationBenchmark {

    private static final int[] TIMES = {1, 2, 4};
    private static final double GOAL = 10;
    private static final double NEXT_GOAL = 50;

    /** How much more than its share a larger run may take and still count as growing linearly. */
    private static final double LINEAR = 1.25;

    private final int institutions;
    private final int rounds;
    private final Verdicts verdicts;

    EvaluationBenchmark(int institutions, int rounds, Verdicts verdicts) {
        this.institutions = institutions;
        this.rounds = rounds;
        this.verdicts = verdicts;
    }

    void run() {
        Verdicts.print(
                "evaluation alone, one thread: %d rules x %d periods; medians of %d rounds in turns after as many to"
                        + " warm up",
                SampleRules.all().size(), SampleReports.PERIODS, rounds);
        double[] ours = new double[TIMES.length];
        double ratio = 0;
        for (int i = 0; i < TIMES.length; i++) {
            Pair both = measured(institutions * TIMES[i]);
            ours[i] = both.ours();
            ratio = i == 0 ? both.drools() / both.ours() : ratio;
        }
        verdicts.verdict(ratio >= GOAL, "%.1f times as fast as Drools (goal %.0f, then %.0f)", ratio, GOAL, NEXT_GOAL);
        double growth = ours[TIMES.length - 1] / ours[0] / TIMES[TIMES.length - 1];
        verdicts.verdict(
                growth <= LINEAR,
                "%.2f of its share at %d times as many (goal at most %.2f)",
                growth,
                TIMES[TIMES.length - 1],
                LINEAR);
    }

    /** Seconds of both, medians. */
    private record Pair(double ours, double drools) {}

    private Pair measured(int count) {
        OurEvaluation book = new OurEvaluation(count);
        DroolsEvaluation drools = new DroolsEvaluation(count);
        double[] mine = new double[rounds];
        double[] theirs = new double[rounds];
        int warned = 0;
        for (int round = -rounds; round < rounds; round++) {
            Timed one = timed(book::run);
            Timed other = timed(drools::run);
            warned = one.answers().count();
            if (!Arrays.equals(one.answers().sorted(), other.answers().sorted())) {
                throw new IllegalStateException("the answers differ: " + warned + " and "
                        + other.answers().count());
            }
            if (round >= 0) {
                mine[round] = one.seconds();
                theirs[round] = other.seconds();
            }
        }
        Pair both = new Pair(median(mine), median(theirs));
        Verdicts.print(
                "  %,d institutions, %,d results, %,d to warn of, equal: ours %.4f s, Drools %.4f s, %.1f times as"
                        + " fast",
                count,
                (long) count * SampleRules.all().size() * SampleReports.PERIODS,
                warned,
                both.ours(),
                both.drools(),
                both.drools() / both.ours());
        return both;
    }

    private record Timed(Answers answers, double seconds) {}

    private static Timed timed(Supplier<Answers> run) {
        long start = System.nanoTime();
        Answers answers = run.get();
        return new Timed(answers, (System.nanoTime() - start) / 1e9);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
