package org.finplan.risk.network.contagion;

import java.util.Arrays;
import org.finplan.risk.network.graph.FirmGraph;

/**
 * DebtRank of Battiston and others (2012): a firm passes its stress on once, in the round after it first came under
 * stress, by min(1, loss / equity). What reaches it later is kept and not passed on, so that it ends after at most n + 1
 * rounds and says too little where there are circles or several paths.
 */
public final class DebtRank {

    private DebtRank() {}

    /**
     * Lets a shock spread.
     *
     * @param network the network
     * @param shock share of its equity that each firm loses from outside
     * @return the stress; iterations counts the rounds in which firms passed stress on
     */
    public static Stress spread(LossNetwork network, double[] shock) {
        FirmGraph leverage = network.leverage();
        double[] initial = network.initialStress(shock);
        double[] stress = initial.clone();
        boolean[] touched = new boolean[stress.length];
        int[] senders = new int[stress.length];
        int count = 0;
        for (int firm = 0; firm < stress.length; firm++) {
            if (stress[firm] > 0) {
                touched[firm] = true;
                senders[count++] = firm;
            }
        }
        double[] received = new double[stress.length];
        int[] receivers = new int[stress.length];
        int rounds = 0;
        while (count > 0) {
            rounds++;
            int reached = send(leverage, stress, Arrays.copyOf(senders, count), received, receivers);
            count = 0;
            for (int i = 0; i < reached; i++) {
                int firm = receivers[i];
                stress[firm] = Math.min(1, stress[firm] + received[firm]);
                received[firm] = 0;
                if (!touched[firm]) {
                    touched[firm] = true;
                    senders[count++] = firm;
                }
            }
        }
        return new Stress(network, initial, stress, rounds, true, true);
    }

    /** Adds up what one round of senders passes on; the senders ascend within what one sum takes from them. */
    private static int send(FirmGraph leverage, double[] stress, int[] senders, double[] received, int[] receivers) {
        Arrays.sort(senders);
        int reached = 0;
        for (int sender : senders) {
            for (int edge = leverage.begin(sender); edge < leverage.end(sender); edge++) {
                double passed = Math.min(1, leverage.amount(edge)) * stress[sender];
                int firm = leverage.head(edge);
                if (passed > 0) {
                    if (received[firm] == 0) {
                        receivers[reached++] = firm;
                    }
                    received[firm] += passed;
                }
            }
        }
        return reached;
    }
}
