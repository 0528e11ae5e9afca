package org.finplan.risk.network.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.finplan.risk.network.run.WhatIfView.ComponentOfWhatIf;
import org.finplan.risk.network.run.WhatIfView.LargestFailure;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkKind;

/** What is reckoned in the touched components alone is the same as in the whole network. */
class TouchedComponentsTest {

    private static final int FIRMS = 12;

    private static NetworkContent random(Random random) {
        List<Firm> firms = IntStream.range(0, FIRMS)
                .mapToObj(firm -> new Firm(
                        "演示样本-" + (char) ('A' + firm),
                        BigDecimal.valueOf(5 + random.nextInt(20)),
                        BigDecimal.valueOf(1 + random.nextInt(3)),
                        null,
                        null))
                .toList();
        List<FirmEdge> edges = new ArrayList<>();
        for (int i = 0; i < FIRMS; i++) {
            int from = random.nextInt(FIRMS);
            int to = (from + 1 + random.nextInt(FIRMS - 1)) % FIRMS;
            edges.add(new FirmEdge(from, to, BigDecimal.valueOf(1 + random.nextInt(9)), "", null, null, null));
        }
        edges.sort(FirmEdge.ORDER);
        return new NetworkContent(NetworkKind.GUARANTEE, LocalDate.parse("2025-12-31"), true, firms, edges);
    }

    private static Scenario failureOf(int firm) {
        double[] shock = new double[FIRMS];
        shock[firm] = 1;
        return new Scenario(
                ContagionMethod.LINEAR_DEBTRANK,
                new Scenario.Shock(shock),
                0,
                1,
                1,
                1e-9,
                false,
                JointGuarantees.WORST_CASE,
                false);
    }

    @Property(tries = 200)
    void theWorstFailureIsThatOfTheWholeNetwork(@ForAll long seed) {
        NetworkContent network = random(new Random(seed));
        FirmEdge gone = network.edges().get(0);
        WhatIfRequest request = new WhatIfRequest(
                List.of(new WhatIfRequest.EdgeOfWhatIf(
                        network.firms().get(gone.from()).id(),
                        network.firms().get(gone.to()).id(),
                        null)),
                null,
                null,
                "linear-debtrank",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        OtherEdges.Copy copy = OtherEdges.of(network, request);
        TouchedComponents touched = TouchedComponents.of(network, copy, failureOf(0));
        assertThat(touched.firms()).contains(gone.from(), gone.to());
        CircleRadii radii = CircleRadii.of(network, JointGuarantees.WORST_CASE);
        ComponentOfWhatIf view = touched.view(radii, radii.after(copy.content(), JointGuarantees.WORST_CASE));
        assertThat(view.largestBefore().impact().doubleValue()).isCloseTo(largest(network, touched), within(1e-12));
        assertThat(view.largestAfter().impact().doubleValue())
                .isCloseTo(largest(copy.content(), touched), within(1e-12));
        // Fewer guarantees carry less distress.
        assertThat(view.largestChange()).isLessThanOrEqualTo(new BigDecimal("1e-12"));
        LargestFailure worst = touched.worst().orElseThrow();
        assertThat(worst).isEqualTo(view.largestBefore());
    }

    private static double largest(NetworkContent network, TouchedComponents touched) {
        return touched.firms().stream()
                .mapToDouble(firm ->
                        ContagionEngine.run(network, failureOf(firm)).impact().doubleValue())
                .max()
                .orElseThrow();
    }
}
