package org.finplan.risk.network.contagion;

import org.finplan.risk.network.graph.FirmGraph;

/**
 * Default cascade of Furfine (2003), with the condition of Gai and Kapadia (2010): a firm fails as soon as what it loses
 * by firms that failed reaches its equity; what a firm loses short of that is not passed on. At exactly its equity it
 * fails. Rounds are synchronous, each firm sends once: linear in the edges.
 */
public final class Cascade {

    private Cascade() {}

    /**
     * Lets a shock spread.
     *
     * @param network the network
     * @param shock share of its equity that each firm loses from outside; 1 fails
     * @return the stress: share of the equity that is lost, whether it fails by it or not; iterations counts the rounds
     *     in which a firm failed
     */
    public static Stress spread(LossNetwork network, double[] shock) {
        FirmGraph hits = network.hits();
        double[] initial = network.initialStress(shock);
        double[] stress = initial.clone();
        double[] loss = new double[stress.length];
        int[] queue = new int[stress.length];
        int failed = 0;
        for (int firm = 0; firm < stress.length; firm++) {
            if (stress[firm] >= 1) {
                queue[failed++] = firm;
            }
        }
        int rounds = 0;
        int at = 0;
        while (at < failed) {
            int round = failed;
            for (; at < round; at++) {
                for (int edge = hits.begin(queue[at]); edge < hits.end(queue[at]); edge++) {
                    int firm = hits.head(edge);
                    if (stress[firm] >= 1) {
                        continue;
                    }
                    loss[firm] += hits.amount(edge);
                    double equity = network.equity(firm);
                    boolean fails = loss[firm] >= equity * (1 - initial[firm]);
                    stress[firm] = fails ? 1 : Math.min(Math.nextDown(1), initial[firm] + loss[firm] / equity);
                    if (fails) {
                        queue[failed++] = firm;
                    }
                }
            }
            rounds += failed > round ? 1 : 0;
        }
        return new Stress(network, initial, stress, rounds, true, true);
    }
}
