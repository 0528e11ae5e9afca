package org.finplan.risk.network.scenario;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * Iterates linear DebtRank from one firm at a time, touching only the firms that it reaches above the tolerance. What is known of
 * a firm lies side by side, since with a million firms every look at another place of memory is what takes the time.
 */
final class IteratedScenarios implements IntConsumer {

    private static final int MOST_ROUNDS = 1_000_000;
    /** The stress of a firm that nothing has come to: the zero below zero, which is gone as soon as anything is added, be it zero. */
    private static final double UNTOUCHED = -0.0;

    /** What all threads share. */
    private static final class Work {

        final LossNetwork network;
        final int first;
        final double tolerance;
        final Progress progress;
        final int[] dead;
        final double[] impact;
        final int[] failures;
        final AtomicBoolean converged = new AtomicBoolean(true);

        Work(LossNetwork network, int first, int end, double tolerance, Progress progress) {
            this.network = network;
            this.first = first;
            this.tolerance = tolerance;
            this.progress = progress;
            this.dead = IntStream.range(0, network.firms())
                    .filter(firm -> !(network.equity(firm) > 0))
                    .toArray();
            this.impact = new double[end - first];
            this.failures = new int[end - first];
        }
    }

    private final Work work;
    private final FirmGraph leverage;
    /** Of each firm its stress, and how much of that it has not passed on; a firm waits for its turn while that is above the tolerance. */
    private final double[] stressAndUnsent;

    private final int[] reached;
    private int[] active;
    private int[] next;
    private int count;
    private int seen;

    private IteratedScenarios(Work work) {
        int firms = work.network.firms();
        this.work = work;
        this.leverage = work.network.leverage();
        this.stressAndUnsent = new double[2 * firms];
        for (int firm = 0; firm < firms; firm++) {
            stressAndUnsent[2 * firm] = UNTOUCHED;
        }
        this.reached = new int[firms + 1];
        this.active = new int[firms + 1];
        this.next = new int[firms + 1];
    }

    static SingleFailures of(
            LossNetwork network, int first, int end, double tolerance, int threads, Progress progress) {
        Work work = new Work(network, first, end, tolerance, progress);
        Parallel.each(end - first, threads, progress, () -> new IteratedScenarios(work));
        return new SingleFailures(first, work.impact, work.failures, false, work.converged.get());
    }

    @Override
    public void accept(int place) {
        int failed = work.first + place;
        for (int firm : work.dead) {
            begin(firm);
        }
        begin(failed);
        int begun = seen;
        int rounds = 0;
        while (count > 0 && rounds < MOST_ROUNDS && !work.progress.stopped()) {
            round(work.tolerance);
            rounds++;
        }
        if (count > 0) {
            work.converged.set(false);
        }
        finish(begun, place);
    }

    private void begin(int firm) {
        if (stressAndUnsent[2 * firm] == 0) {
            reached[seen++] = firm;
            stressAndUnsent[2 * firm] = 1;
            stressAndUnsent[2 * firm + 1] = 1;
            active[count++] = firm;
        }
    }

    /**
     * One round, without a branch that waits for what was read: which firms are new, at the cap or wake up follows no pattern, and a
     * processor that guesses wrong at each of them would spend most of its time on that. So a firm is written to the end of a list in
     * any case, and the list grows by 0 or 1.
     */
    private void round(double tolerance) {
        int more = 0;
        int found = seen;
        for (int i = 0; i < count; i++) {
            int sender = active[i];
            double increment = stressAndUnsent[2 * sender + 1];
            stressAndUnsent[2 * sender + 1] = 0;
            int end = leverage.end(sender);
            for (int edge = leverage.begin(sender); edge < end; edge++) {
                int firm = leverage.head(edge);
                double before = stressAndUnsent[2 * firm];
                double waiting = stressAndUnsent[2 * firm + 1];
                // Nothing changes at the cap: 1 and whatever is added stays 1.
                double kept = Math.min(1, before + leverage.amount(edge) * increment);
                double unsent = waiting + (kept - before);
                stressAndUnsent[2 * firm] = kept;
                stressAndUnsent[2 * firm + 1] = unsent;
                reached[found] = firm;
                found += isNegative(before);
                next[more] = firm;
                more += isLess(tolerance, unsent)
                        & ~isLess(tolerance, waiting)
                        & (-leverage.degree(firm) >>> (Integer.SIZE - 1));
            }
        }
        seen = found;
        int[] done = active;
        active = next;
        next = done;
        count = more;
    }

    /** {@return 1 when one number is less than another, else 0: the sign of their difference} */
    private static int isLess(double one, double other) {
        return isNegative(one - other);
    }

    /** {@return 1 when a number is below zero or {@link #UNTOUCHED}, else 0} */
    private static int isNegative(double number) {
        return (int) (Double.doubleToRawLongBits(number) >>> (Long.SIZE - 1));
    }

    /**
     * Adds up in the order in which the firms were reached, which depends on nothing but the network.
     *
     * @param begun so many of them were at the cap before anything spread
     */
    private void finish(int begun, int place) {
        double after = 0;
        int fell = begun;
        for (int i = 0; i < seen; i++) {
            int firm = reached[i];
            if (i >= begun) {
                double stress = stressAndUnsent[2 * firm];
                after += stress * work.network.weight(firm);
                fell += 1 - isLess(stress, 1);
            }
            stressAndUnsent[2 * firm] = UNTOUCHED;
            stressAndUnsent[2 * firm + 1] = 0;
        }
        work.impact[place] = after;
        work.failures[place] = fell;
        seen = 0;
        count = 0;
    }
}
