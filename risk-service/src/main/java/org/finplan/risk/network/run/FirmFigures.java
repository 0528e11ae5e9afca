package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
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
        for (int firm = 0; firm < network.firms().size(); firm++) {
            requireEquity(network, firm);
        }
        return knownLosses(network, joint, recovery);
    }

    /**
     * The network of losses as far as it is known: a firm without equity loses nothing of it by anybody.
     *
     * @param network the network
     * @param joint how joint guarantees count
     * @param recovery share of each loss that comes back
     * @return who loses how much by whose failure
     */
    public static LossNetwork knownLosses(NetworkContent network, JointGuarantees joint, double recovery) {
        return LossNetwork.of(network.hits(joint), equity(network, joint), weights(network), recovery);
    }

    /**
     * The network of losses for one shock. Whom it does not reach needs no equity: nothing happens to it, whatever it can lose. It is taken
     * not to have failed before.
     *
     * @throws org.finplan.platform.problem.ProblemException 422 {@code network-figure-missing} for a firm without equity that is reached, or
     *     when no firm has any
     */
    static LossNetwork losses(NetworkContent network, Scenario scenario) {
        LossNetwork losses = knownLosses(network, scenario.joint(), scenario.recovery());
        int firms = losses.firms();
        if (IntStream.range(0, firms).noneMatch(firm -> hasEquity(network, firm)) && firms > 0) {
            requireEquity(network, 0);
        }
        requireReached(network, losses, scenario.shock());
        return losses;
    }

    /** Goes where distress goes: from who is shocked, or has failed before, along losses. Who fails by the shock cannot lose more. */
    private static void requireReached(NetworkContent network, LossNetwork losses, Shock shock) {
        FirmGraph hits = losses.hits();
        boolean[] reached = new boolean[losses.firms()];
        int[] queue = new int[reached.length];
        int size = 0;
        for (int firm = 0; firm < reached.length; firm++) {
            reached[firm] = shock.of(firm) > 0 || losses.equity(firm) <= 0;
            if (reached[firm]) {
                queue[size++] = firm;
            }
        }
        for (int next = 0; next < size; next++) {
            for (int edge = hits.begin(queue[next]); edge < hits.end(queue[next]); edge++) {
                int hit = hits.head(edge);
                if (hits.amount(edge) > 0 && shock.of(hit) < 1) {
                    requireEquity(network, hit);
                }
                if (hits.amount(edge) > 0 && !reached[hit]) {
                    reached[hit] = true;
                    queue[size++] = hit;
                }
            }
        }
    }

    /**
     * Whether it is known what a firm can lose.
     *
     * @param network the network
     * @param firm number of the firm
     * @return whether it was told, or can be reckoned
     */
    public static boolean hasEquity(NetworkContent network, int firm) {
        Firm own = network.firms().get(firm);
        return own.equity() != null || (network.kind() == NetworkKind.DEBT && own.externalAssets() != null);
    }

    static void requireEquity(NetworkContent network, int firm) {
        if (!hasEquity(network, firm)) {
            throw NetworkError.FIGURE_MISSING.at(
                    "/network", network.firms().get(firm).id(), List.of("equity"));
        }
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

    /** What was told; in a network of debts otherwise assets and claims less debts; without end where nothing is known. */
    private static double[] equity(NetworkContent network, JointGuarantees joint) {
        FirmGraph debts = network.graph(joint);
        FirmGraph claims = network.transposed(joint);
        double[] equity = new double[network.firms().size()];
        for (int number = 0; number < equity.length; number++) {
            Firm firm = network.firms().get(number);
            if (firm.equity() != null) {
                equity[number] = firm.equity().doubleValue();
            } else if (network.kind() == NetworkKind.DEBT && firm.externalAssets() != null) {
                double outside =
                        firm.externalDebt() == null ? 0 : firm.externalDebt().doubleValue();
                equity[number] =
                        firm.externalAssets().doubleValue() + claims.total(number) - debts.total(number) - outside;
            } else {
                equity[number] = Double.POSITIVE_INFINITY;
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
