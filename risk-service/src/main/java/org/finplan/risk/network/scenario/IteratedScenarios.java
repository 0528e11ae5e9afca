package org.finplan.risk.network.scenario;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;

/** Iterates linear DebtRank from one firm at a time, touching only the firms that it reaches above the tolerance. */
final class IteratedScenarios implements IntConsumer {

    private static final int MOST_ROUNDS = 1_000_000;

    private final LossNetwork network;
    private final FirmGraph leverage;
    private final double tolerance;
    private final double[] start;
    private final int[] dead;
    private final double[] impact;
    private final int[] failures;
    private final AtomicBoolean converged;
    private final double[] stress;
    private final double[] unsent;
    private final boolean[] waiting;
    private final boolean[] touched;
    private final int[] reached;
    private int[] active;
    private int[] next;
    private int count;
    private int seen;

    private IteratedScenarios(
            LossNetwork network,
            double tolerance,
            double[] start,
            int[] dead,
            double[] impact,
            int[] failures,
            AtomicBoolean converged) {
        int firms = network.firms();
        this.network = network;
        this.leverage = network.leverage();
        this.tolerance = tolerance;
        this.start = start;
        this.dead = dead;
        this.impact = impact;
        this.failures = failures;
        this.converged = converged;
        this.stress = new double[firms];
        this.unsent = new double[firms];
        this.waiting = new boolean[firms];
        this.touched = new boolean[firms];
        this.reached = new int[firms];
        this.active = new int[firms];
        this.next = new int[firms];
    }

    static SingleFailures of(LossNetwork network, double tolerance, int threads) {
        int firms = network.firms();
        double[] impact = new double[firms];
        int[] failures = new int[firms];
        double[] start = network.initialStress(new double[firms]);
        int[] dead = IntStream.range(0, firms).filter(firm -> start[firm] > 0).toArray();
        AtomicBoolean converged = new AtomicBoolean(true);
        Parallel.each(
                firms,
                threads,
                () -> new IteratedScenarios(network, tolerance, start, dead, impact, failures, converged));
        return new SingleFailures(impact, failures, false, converged.get());
    }

    @Override
    public void accept(int failed) {
        for (int firm : dead) {
            begin(firm);
        }
        begin(failed);
        int rounds = 0;
        while (count > 0 && rounds < MOST_ROUNDS) {
            round();
            rounds++;
        }
        if (count > 0) {
            converged.set(false);
        }
        finish(failed);
    }

    private void begin(int firm) {
        if (!touched[firm]) {
            touched[firm] = true;
            reached[seen++] = firm;
            stress[firm] = 1;
            unsent[firm] = 1;
            active[count++] = firm;
        }
    }

    private void round() {
        int more = 0;
        for (int i = 0; i < count; i++) {
            int sender = active[i];
            double increment = unsent[sender];
            unsent[sender] = 0;
            waiting[sender] = false;
            for (int edge = leverage.begin(sender); edge < leverage.end(sender); edge++) {
                int firm = leverage.head(edge);
                if (stress[firm] < 1) {
                    double kept = Math.min(1, stress[firm] + leverage.amount(edge) * increment);
                    unsent[firm] += kept - stress[firm];
                    stress[firm] = kept;
                    if (!touched[firm]) {
                        touched[firm] = true;
                        reached[seen++] = firm;
                    }
                    if (!waiting[firm] && unsent[firm] > tolerance) {
                        waiting[firm] = true;
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

    private void finish(int failed) {
        double after = 0;
        int fell = 0;
        Arrays.sort(reached, 0, seen);
        for (int i = 0; i < seen; i++) {
            int firm = reached[i];
            double before = firm == failed ? 1 : start[firm];
            after += (stress[firm] - before) * network.weight(firm);
            fell += stress[firm] >= 1 ? 1 : 0;
            stress[firm] = 0;
            unsent[firm] = 0;
            waiting[firm] = false;
            touched[firm] = false;
        }
        impact[failed] = after;
        failures[failed] = fell;
        seen = 0;
        count = 0;
    }
}
