package org.finplan.risk.network.removal;

import java.util.List;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.graph.FirmGraph;

/** A component with guarantees that can be taken away. Impacts are those of linear DebtRank, with weights that add up to 1 in it. */
final class RemovalNetwork {

    private final double[] equity;
    private final double[] weight;
    private final List<RemovableGuarantee> guarantees;

    RemovalNetwork(double[] equity, double[] weight, List<RemovableGuarantee> guarantees) {
        this.equity = equity.clone();
        this.weight = weight.clone();
        this.guarantees = List.copyOf(guarantees);
    }

    int firms() {
        return equity.length;
    }

    List<RemovableGuarantee> guarantees() {
        return guarantees;
    }

    double equity(int firm) {
        return equity[firm];
    }

    /** What is left when some guarantees are gone. */
    LossNetwork without(boolean[] removed) {
        int edges = 0;
        for (int place = 0; place < removed.length; place++) {
            edges += removed[place] ? 0 : guarantees.get(place).guarantors().size();
        }
        int[] from = new int[edges];
        int[] to = new int[edges];
        double[] amount = new double[edges];
        int next = 0;
        for (int place = 0; place < removed.length; place++) {
            if (!removed[place]) {
                RemovableGuarantee guarantee = guarantees.get(place);
                for (RemovableGuarantee.Loss loss : guarantee.guarantors()) {
                    from[next] = guarantee.borrower();
                    to[next] = loss.guarantor();
                    amount[next++] = loss.amount();
                }
            }
        }
        return LossNetwork.of(FirmGraph.of(firms(), from, to, amount), equity, weight, 0);
    }

    /**
     * The failure of one firm.
     *
     * @param removed which guarantees are gone
     * @param firm the firm
     * @return what it does
     */
    Stress failure(boolean[] removed, int firm) {
        LossNetwork left = without(removed);
        return new ExactDebtRank(left).spread(left.failureOf(firm));
    }

    /** {@return the impact of the failure of each single firm} */
    double[] impacts(boolean[] removed) {
        LossNetwork left = without(removed);
        ExactDebtRank solver = new ExactDebtRank(left);
        double[] impacts = new double[firms()];
        for (int firm = 0; firm < impacts.length; firm++) {
            impacts[firm] = solver.spread(left.failureOf(firm)).impact();
        }
        return impacts;
    }

    /** {@return the firm whose single failure does most, of several the first} */
    static int worst(double[] impacts) {
        int worst = 0;
        for (int firm = 1; firm < impacts.length; firm++) {
            worst = impacts[firm] > impacts[worst] ? firm : worst;
        }
        return worst;
    }
}
