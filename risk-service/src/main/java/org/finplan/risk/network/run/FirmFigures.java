package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.finplan.risk.network.clearing.Obligations;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.run.Scenario.Shock;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkKind;

/** The figures of the firms of a network as the methods take them. */
public final class FirmFigures {

    private FirmFigures() {}

    /**
     * The network of losses.
     *
     * @param network the network
     * @param joint how joint guarantees count
     * @param recovery share of each loss that comes back
     * @return who loses how much by whose failure
     * @throws org.finplan.platform.problem.ProblemException 422 {@code network-figure-missing} for a firm without equity
     */
    public static LossNetwork losses(NetworkContent network, JointGuarantees joint, double recovery) {
        return LossNetwork.of(network.hits(joint), equity(network, joint), weights(network), recovery);
    }

    /** Who owes what, after a shock to what each firm has from outside. */
    static Obligations obligations(NetworkContent network, Scenario scenario, boolean shocked) {
        double[] assets = assets(network);
        Shock shock = scenario.shock();
        for (int firm = 0; shocked && firm < assets.length; firm++) {
            assets[firm] *= 1 - shock.of(firm);
        }
        return new Obligations(network.graph(scenario.joint()), externalDebt(network), assets, scenario.senior());
    }

    static double[] weights(NetworkContent network) {
        List<Firm> firms = network.firms();
        double[] weights = new double[firms.size()];
        for (int firm = 0; firm < weights.length; firm++) {
            BigDecimal weight = firms.get(firm).weight();
            weights[firm] = weight == null ? 1 : weight.doubleValue();
        }
        return weights;
    }

    /** What was told; in a network of debts otherwise assets and claims less debts. */
    private static double[] equity(NetworkContent network, JointGuarantees joint) {
        boolean reckon = network.kind() == NetworkKind.DEBT;
        FirmGraph debts = network.graph(joint);
        FirmGraph claims = network.transposed(joint);
        double[] equity = new double[network.firms().size()];
        for (int number = 0; number < equity.length; number++) {
            Firm firm = network.firms().get(number);
            if (firm.equity() != null) {
                equity[number] = firm.equity().doubleValue();
            } else if (reckon && firm.externalAssets() != null) {
                double outside =
                        firm.externalDebt() == null ? 0 : firm.externalDebt().doubleValue();
                equity[number] =
                        firm.externalAssets().doubleValue() + claims.total(number) - debts.total(number) - outside;
            } else {
                throw NetworkError.FIGURE_MISSING.at("/network", firm.id(), List.of("equity"));
            }
        }
        return equity;
    }

    private static double[] assets(NetworkContent network) {
        return required(network, Firm::externalAssets, "externalAssets");
    }

    private static double[] externalDebt(NetworkContent network) {
        return required(
                network, firm -> firm.externalDebt() == null ? BigDecimal.ZERO : firm.externalDebt(), "externalDebt");
    }

    private static double[] required(NetworkContent network, Function<Firm, BigDecimal> figure, String name) {
        double[] values = new double[network.firms().size()];
        for (int number = 0; number < values.length; number++) {
            Firm firm = network.firms().get(number);
            BigDecimal value = figure.apply(firm);
            if (value == null) {
                throw NetworkError.FIGURE_MISSING.at("/network", firm.id(), List.of(name));
            }
            values[number] = value.doubleValue();
        }
        return values;
    }
}
