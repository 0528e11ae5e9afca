package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.platform.problem.ProblemException;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;

/** What a firm can lose has to be known where distress comes to, and nowhere else. */
class FirmFiguresTest {

    private static final int FIRMS = 12;
    private static final List<ContagionMethod> METHODS = List.of(
            ContagionMethod.CASCADE,
            ContagionMethod.DEBTRANK,
            ContagionMethod.LINEAR_DEBTRANK,
            ContagionMethod.NONLINEAR_DEBTRANK);

    private static Firm firm(int number, @Nullable BigDecimal equity) {
        return new Firm("演示样本-%02d".formatted(number), equity, null, null, null);
    }

    private static NetworkContent network(List<Firm> firms, List<FirmEdge> edges) {
        return new NetworkContent(NetworkKind.GUARANTEE, LocalDate.EPOCH, true, firms, edges);
    }

    private static Scenario failureOf(int firm, ContagionMethod method) {
        double[] shock = new double[FIRMS];
        shock[firm] = 1;
        return new Scenario(
                method, new Scenario.Shock(shock), 0, 1, 1, 1e-12, false, JointGuarantees.WORST_CASE, false);
    }

    @Property(tries = 200)
    void whomTheShockDoesNotReachNeedsNoEquityAndWhomItReachesDoes(@ForAll long seed) {
        Random random = new Random(seed);
        List<Firm> known = new ArrayList<>();
        List<FirmEdge> edges = new ArrayList<>();
        for (int firm = 0; firm < FIRMS; firm++) {
            known.add(firm(firm, BigDecimal.valueOf(1 + random.nextInt(9))));
            int other = (firm + 1 + random.nextInt(FIRMS - 1)) % FIRMS;
            edges.add(new FirmEdge(firm, other, BigDecimal.valueOf(1 + random.nextInt(9)), "", null, null, null));
        }
        edges.sort(FirmEdge.ORDER);
        NetworkContent whole = network(known, edges);
        int failed = random.nextInt(FIRMS);
        boolean[] reached = reached(whole.hits(JointGuarantees.WORST_CASE), failed);
        List<Firm> told = new ArrayList<>(known);
        for (int firm = 0; firm < FIRMS; firm++) {
            // Who fails by the shock cannot lose more, so that its own is not needed either.
            if (!reached[firm] || (firm == failed && random.nextBoolean())) {
                told.set(firm, firm(firm, null));
            }
        }
        boolean anyTold = told.stream().anyMatch(firm -> firm.equity() != null);
        for (ContagionMethod method : METHODS) {
            Scenario scenario = failureOf(failed, method);
            if (anyTold) {
                // Rounds may be fewer: a circle that nothing comes to is not solved where it is not known.
                assertThat(ContagionEngine.run(network(told, edges), scenario))
                        .usingRecursiveComparison()
                        .ignoringFields("iterations")
                        .isEqualTo(ContagionEngine.run(whole, scenario));
            }
            for (int firm = 0; firm < FIRMS; firm++) {
                if (reached[firm] && firm != failed) {
                    List<Firm> missing = new ArrayList<>(known);
                    missing.set(firm, firm(firm, null));
                    assertThatThrownBy(() -> ContagionEngine.run(network(missing, edges), scenario))
                            .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(
                                            problem.errors().get(0).value())
                                    .isIn(missing.stream()
                                            .filter(one -> one.equity() == null)
                                            .map(Firm::id)
                                            .toList()));
                }
            }
        }
    }

    private static boolean[] reached(FirmGraph hits, int failed) {
        boolean[] reached = new boolean[FIRMS];
        reached[failed] = true;
        for (int round = 0; round < FIRMS; round++) {
            for (int firm = 0; firm < FIRMS; firm++) {
                for (int edge = hits.begin(firm); reached[firm] && edge < hits.end(firm); edge++) {
                    reached[hits.head(edge)] = true;
                }
            }
        }
        return reached;
    }
}
