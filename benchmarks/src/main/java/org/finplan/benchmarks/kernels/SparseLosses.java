package org.finplan.benchmarks.kernels;

import java.util.Arrays;
import org.finplan.benchmarks.networks.SampleNetwork;
import org.finplan.risk.network.clearing.Obligations;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.linear.RowSystem;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A network of the generator, three guarantees for two firms, and a shock that fells one firm in a hundred. */
@State(Scope.Benchmark)
public class SparseLosses {

    /** What a firm has from outside, of what it owes: less than 1, so that some fail at once and more follow. */
    private static final double ASSETS = 0.8;

    /** How many edges. */
    @Param({"10000", "300000"})
    public int edges;

    private LossNetwork losses;
    private ExactDebtRank solver;
    private Obligations obligations;
    private double[] shock;

    /** Makes the network. */
    @Setup
    public void prepare() {
        SampleNetwork rows = SampleNetwork.generated(edges / 3 * 2, edges, 1);
        losses = rows.losses();
        solver = new ExactDebtRank(losses);
        shock = rows.shock();
        FirmGraph debts = rows.graph();
        double[] external = new double[rows.firms()];
        double[] assets = new double[rows.firms()];
        Arrays.setAll(assets, firm -> ASSETS * (1 + firm % 2) * debts.total(firm));
        obligations = new Obligations(debts, external, assets, false);
    }

    LossNetwork losses() {
        return losses;
    }

    ExactDebtRank solver() {
        return solver;
    }

    Obligations obligations() {
        return obligations;
    }

    double[] shock() {
        return shock;
    }

    /** {@return 1 less half of the relative losses, as a system to be factorised} */
    RowSystem system() {
        FirmGraph leverage = losses.leverage();
        RowSystem system = new RowSystem(losses.firms(), 1);
        for (int firm = 0; firm < losses.firms(); firm++) {
            for (int edge = leverage.begin(firm); edge < leverage.end(firm); edge++) {
                system.add(leverage.head(edge), leverage.amount(edge) / 2);
            }
            system.endRow();
        }
        return system;
    }
}
