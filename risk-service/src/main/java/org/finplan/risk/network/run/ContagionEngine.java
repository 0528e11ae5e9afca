package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.finplan.risk.network.clearing.Clearing;
import org.finplan.risk.network.clearing.FictitiousDefault;
import org.finplan.risk.network.clearing.Obligations;
import org.finplan.risk.network.contagion.Cascade;
import org.finplan.risk.network.contagion.DebtRank;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.IteratedDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.Stress;
import org.finplan.risk.network.snapshot.NetworkContent;

/** Runs a contagion in a network. */
final class ContagionEngine {

    private static final int MOST_ROUNDS = 20_000;

    private final NetworkContent network;
    private final Scenario scenario;
    private final BooleanSupplier stopped;

    private ContagionEngine(NetworkContent network, Scenario scenario, BooleanSupplier stopped) {
        this.network = network;
        this.scenario = scenario;
        this.stopped = stopped;
    }

    static ContagionResult run(NetworkContent network, Scenario scenario) {
        return run(network, scenario, () -> false);
    }

    /**
     * Runs it while somebody waits.
     *
     * @param stopped is asked again and again whether nobody waits any more
     * @throws CancellationException when nobody waits any more
     */
    static ContagionResult run(NetworkContent network, Scenario scenario, BooleanSupplier stopped) {
        ContagionEngine engine = new ContagionEngine(network, scenario, stopped);
        return scenario.method().clears() ? engine.clear() : engine.spread();
    }

    /**
     * Says now what a run would miss later.
     *
     * @throws org.finplan.platform.problem.ProblemException 422 {@code network-figure-missing} for a firm without what the method needs
     */
    static void requireFigures(NetworkContent network, Scenario scenario) {
        if (scenario.method().clears()) {
            FirmFigures.obligations(network, scenario, false);
        } else {
            FirmFigures.losses(network, scenario);
        }
    }

    private ContagionResult spread() {
        LossNetwork losses = FirmFigures.losses(network, scenario);
        double[] shock = scenario.shock().shares();
        Stress stress =
                switch (scenario.method()) {
                    case CASCADE -> Cascade.spread(losses, shock);
                    case DEBTRANK -> DebtRank.spread(losses, shock);
                    case NONLINEAR_DEBTRANK -> iterated(losses, shock, scenario.alpha());
                    default ->
                        scenario.iterated()
                                ? iterated(losses, shock, 0)
                                : new ExactDebtRank(losses).spread(shock, stopped);
                };
        Course course = new Course(stress.iterations(), stress.converged(), stress.exact());
        return result(stress::of, stress::failed, null, stress.impact(), course);
    }

    private Stress iterated(LossNetwork losses, double[] shock, double alpha) {
        return IteratedDebtRank.spread(losses, shock, alpha, scenario.tolerance(), MOST_ROUNDS, stopped);
    }

    /**
     * Stress is measured as in the other methods: the share of the equity by the books, before any shock, that is lost
     * when all pay what they can. The shock alone takes the lost assets out of it.
     */
    private ContagionResult clear() {
        Obligations before = FirmFigures.obligations(network, scenario, false);
        Obligations after = FirmFigures.obligations(network, scenario, true);
        boolean costly = scenario.method() == ContagionMethod.ROGERS_VERAART;
        Clearing clearing = FictitiousDefault.of(
                after, costly ? scenario.alpha() : 1, costly ? scenario.beta() : 1, scenario.tolerance(), stopped);
        double[] weight = FirmFigures.weights(network);
        double total = 0;
        double impact = 0;
        double[] stress = new double[weight.length];
        for (int firm = 0; firm < weight.length; firm++) {
            double book = before.bookEquity(firm);
            stress[firm] = share(book, clearing.equity(firm));
            impact += weight[firm] * (stress[firm] - share(book, after.bookEquity(firm)));
            total += weight[firm];
        }
        return result(
                firm -> stress[firm],
                clearing::failed,
                clearing::payment,
                total == 0 ? 0 : impact / total,
                new Course(clearing.iterations(), clearing.converged(), true));
    }

    /** How it went. */
    private record Course(int iterations, boolean converged, boolean exact) {}

    private static double share(double book, double left) {
        return book <= 0 ? 1 : Math.max(0, Math.min(1, (book - left) / book));
    }

    private ContagionResult result(
            IntToDoubleFunction stress,
            IntPredicate failed,
            IntToDoubleFunction payment,
            double impact,
            Course course) {
        List<String> defaults = new ArrayList<>();
        for (int firm = 0; firm < network.firms().size(); firm++) {
            if (failed.test(firm)) {
                defaults.add(network.firms().get(firm).id());
            }
        }
        return new ContagionResult(
                FirmValues.of(network, stress),
                BigDecimal.valueOf(impact),
                defaults,
                payment == null ? null : FirmValues.of(network, payment),
                course.iterations(),
                course.converged(),
                scenario.method().code(),
                course.exact() ? ScenarioReader.EXACT : ScenarioReader.ITERATED,
                BigDecimal.valueOf(scenario.tolerance()));
    }
}
