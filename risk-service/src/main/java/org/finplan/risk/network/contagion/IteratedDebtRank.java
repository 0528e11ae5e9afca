package org.finplan.risk.network.contagion;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * Linear DebtRank of Bardoscia and others (2015), iterated as it is defined, and the non-linear one of 2016: a firm
 * passes on every increment of p(h), with p(h) = h e^(alpha (h - 1)); alpha 0 is the linear one, a large alpha comes
 * near the cascade. Ends when no firm's increment is above the tolerance; the rounds needed grow without bound as the
 * spectral radius comes near 1.
 */
public final class IteratedDebtRank {

    /** When more than one firm in so many was reached, all are looked at. */
    private static final int SCANNED = 32;

    private final LossNetwork network;
    private final double alpha;
    private final double tolerance;
    private final double[] sent;
    private final double[] stress;
    private final double[] received;
    private final int[] active;
    private final int[] next;
    private int count;

    private IteratedDebtRank(LossNetwork network, double alpha, double tolerance, double[] initial) {
        this.network = network;
        this.alpha = alpha;
        this.tolerance = tolerance;
        this.stress = initial.clone();
        this.sent = new double[initial.length];
        this.received = new double[initial.length];
        this.active = new int[initial.length];
        this.next = new int[initial.length];
    }

    /**
     * Lets a shock spread.
     *
     * @param network the network
     * @param shock share of its equity that each firm loses from outside
     * @param alpha 0 for the linear one, more for stress that counts only as firms come near failure
     * @param tolerance largest increment that is left aside
     * @param mostRounds after how many rounds to give up
     * @return the stress; iterations counts the rounds
     */
    public static Stress spread(LossNetwork network, double[] shock, double alpha, double tolerance, int mostRounds) {
        return spread(network, shock, alpha, tolerance, mostRounds, () -> false);
    }

    /**
     * Lets a shock spread while somebody waits for it.
     *
     * @param network the network
     * @param shock share of its equity that each firm loses from outside
     * @param alpha 0 for the linear one, more for stress that counts only as firms come near failure
     * @param tolerance largest increment that is left aside
     * @param mostRounds after how many rounds to give up
     * @param stopped is asked before each round whether nobody waits any more
     * @return the stress; iterations counts the rounds
     * @throws CancellationException when nobody waits any more
     */
    public static Stress spread(
            LossNetwork network,
            double[] shock,
            double alpha,
            double tolerance,
            int mostRounds,
            BooleanSupplier stopped) {
        double[] initial = network.initialStress(shock);
        IteratedDebtRank run = new IteratedDebtRank(network, alpha, tolerance, initial);
        for (int firm = 0; firm < initial.length; firm++) {
            if (initial[firm] > 0) {
                run.active[run.count++] = firm;
            }
        }
        int rounds = 0;
        while (run.count > 0 && rounds < mostRounds) {
            if (stopped.getAsBoolean()) {
                throw new CancellationException("given up after " + rounds + " rounds");
            }
            run.round();
            rounds++;
        }
        return new Stress(network, initial, run.stress, rounds, run.count == 0, false);
    }

    private double passed(double own) {
        return alpha == 0 ? own : own * Math.exp(alpha * (own - 1));
    }

    private void round() {
        FirmGraph leverage = network.leverage();
        int reached = 0;
        for (int i = 0; i < count; i++) {
            int sender = active[i];
            double passed = passed(stress[sender]);
            double increment = passed - sent[sender];
            sent[sender] = passed;
            for (int edge = leverage.begin(sender); edge < leverage.end(sender); edge++) {
                int firm = leverage.head(edge);
                double more = leverage.amount(edge) * increment;
                if (more > 0 && stress[firm] < 1) {
                    if (received[firm] == 0) {
                        next[reached++] = firm;
                    }
                    received[firm] += more;
                }
            }
        }
        keep(reached);
    }

    /**
     * Adds what was received. Senders are gone through in ascending order, so that sums are the same bits in every run: where few
     * were reached they are sorted, where many were all firms are looked at, which costs less than sorting and follows memory.
     */
    private void keep(int reached) {
        count = 0;
        if (reached > stress.length / SCANNED) {
            for (int firm = 0; firm < stress.length; firm++) {
                keepFirm(firm);
            }
        } else {
            Arrays.sort(next, 0, reached);
            for (int i = 0; i < reached; i++) {
                keepFirm(next[i]);
            }
        }
    }

    /** A firm goes on sending when what it has not sent yet is above the tolerance. */
    private void keepFirm(int firm) {
        stress[firm] = Math.min(1, stress[firm] + received[firm]);
        received[firm] = 0;
        if (passed(stress[firm]) - sent[firm] > tolerance) {
            active[count++] = firm;
        }
    }
}
