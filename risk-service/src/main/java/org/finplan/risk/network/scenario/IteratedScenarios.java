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

    /** What all threads share. */
    private static final class Work {

        final LossNetwork network;
        final int first;
        final double tolerance;
        final Progress progress;
        final double[] start;
        final int[] dead;
        final double[] impact;
        final int[] failures;
        final AtomicBoolean converged = new AtomicBoolean(true);

        Work(LossNetwork network, int first, int end, double tolerance, Progress progress) {
            this.network = network;
            this.first = first;
            this.tolerance = tolerance;
            this.progress = progress;
            this.start = network.initialStress(new double[network.firms()]);
            this.dead = IntStream.range(0, start.length)
                    .filter(firm -> start[firm] > 0)
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
        this.reached = new int[firms];
        this.active = new int[firms];
        this.next = new int[firms];
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
        int rounds = 0;
        while (count > 0 && rounds < MOST_ROUNDS && !work.progress.stopped()) {
            round(work.tolerance);
            rounds++;
        }
        if (count > 0) {
            work.converged.set(false);
        }
        finish(failed, place);
    }

    private void begin(int firm) {
        if (stressAndUnsent[2 * firm] == 0) {
            reached[seen++] = firm;
            stressAndUnsent[2 * firm] = 1;
            stressAndUnsent[2 * firm + 1] = 1;
            active[count++] = firm;
        }
    }

    private void round(double tolerance) {
        int more = 0;
        for (int i = 0; i < count; i++) {
            int sender = active[i];
            double increment = stressAndUnsent[2 * sender + 1];
            stressAndUnsent[2 * sender + 1] = 0;
            for (int edge = leverage.begin(sender); edge < leverage.end(sender); edge++) {
                int firm = leverage.head(edge);
                double before = stressAndUnsent[2 * firm];
                if (before < 1) {
                    double kept = Math.min(1, before + leverage.amount(edge) * increment);
                    double waiting = stressAndUnsent[2 * firm + 1];
                    double unsent = waiting + (kept - before);
                    stressAndUnsent[2 * firm] = kept;
                    stressAndUnsent[2 * firm + 1] = unsent;
                    if (before == 0 && kept > 0) {
                        reached[seen++] = firm;
                    }
                    if (waiting <= tolerance && unsent > tolerance) {
                        next[more++] = firm;
                    }
                }
            }
        }
        int[] done = active;
        active = next;
        next = done;
        count = more;
    }

    /** Adds up in the order in which the firms were reached, which depends on nothing but the network. */
    private void finish(int failed, int place) {
        double after = 0;
        int fell = 0;
        for (int i = 0; i < seen; i++) {
            int firm = reached[i];
            double before = firm == failed ? 1 : work.start[firm];
            double stress = stressAndUnsent[2 * firm];
            after += (stress - before) * work.network.weight(firm);
            fell += stress >= 1 ? 1 : 0;
            stressAndUnsent[2 * firm] = 0;
            stressAndUnsent[2 * firm + 1] = 0;
        }
        work.impact[place] = after;
        work.failures[place] = fell;
        seen = 0;
        count = 0;
    }
}
