package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.SpectralRadius;
import org.finplan.risk.network.run.WhatIfView.FirmOfWhatIf;
import org.finplan.risk.network.run.WhatIfView.LargestFailure;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;

/** Compares a contagion in a network with the same one in a copy with other edges. */
final class WhatIf {

    private WhatIf() {}

    /**
     * Compares.
     *
     * @param network the network as it is
     * @param copy the copy
     * @param request what was asked; without a shock the firm fails whose failure does most as it is, in the components that are touched
     * @return both side by side
     */
    static WhatIfView compare(NetworkContent network, OtherEdges.Copy copy, WhatIfRequest request) {
        Scenario sent = ScenarioReader.read(request, network);
        TouchedComponents touched = TouchedComponents.of(network, copy, sent);
        Map<String, BigDecimal> shock = new TreeMap<>(request.shock() == null ? Map.of() : request.shock());
        Scenario scenario = sent;
        if (request.shock() == null) {
            Optional<LargestFailure> worst = touched.worst();
            requireKnown(worst, touched);
            worst.ifPresent(failure -> shock.put(failure.firm(), BigDecimal.ONE));
            scenario = worst.map(failure -> sent.withFailureOf(number(network, failure)))
                    .orElse(sent);
        }
        ContagionResult before = ContagionEngine.run(network, scenario);
        ContagionResult after = ContagionEngine.run(copy.content(), scenario);
        return new WhatIfView(
                before,
                after,
                after.impact().subtract(before.impact()),
                without(before.defaults(), after.defaults()),
                without(after.defaults(), before.defaults()),
                radius(network, scenario),
                radius(copy.content(), scenario),
                shock,
                firms(network, touched, before, after),
                touched.view(),
                network.synthetic());
    }

    private static void requireKnown(Optional<LargestFailure> worst, TouchedComponents touched) {
        int firms = touched.firms().size();
        if (worst.isEmpty() && firms > 0) {
            throw NetworkError.TOO_LARGE_TO_RANK.at(
                    "/shock", Integer.toString(firms), List.of("0.." + TouchedComponents.MOST_FIRMS));
        }
    }

    private static int number(NetworkContent network, LargestFailure failure) {
        return network.number(failure.firm()).orElseThrow();
    }

    private static List<FirmOfWhatIf> firms(
            NetworkContent network, TouchedComponents touched, ContagionResult before, ContagionResult after) {
        Set<String> failedBefore = new HashSet<>(before.defaults());
        Set<String> failedAfter = new HashSet<>(after.defaults());
        return touched.firms().stream()
                .map(number -> network.firms().get(number).id())
                .map(firm -> FirmOfWhatIf.of(
                        firm,
                        before.stress().get(firm),
                        after.stress().get(firm),
                        failedBefore.contains(firm),
                        failedAfter.contains(firm)))
                .toList();
    }

    private static List<String> without(List<String> all, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return all.stream().filter(firm -> !known.contains(firm)).toList();
    }

    /** {@return the largest spectral radius of a circle; 0 when there is none} */
    static BigDecimal radius(NetworkContent network, Scenario scenario) {
        LossNetwork losses = FirmFigures.losses(network, scenario.joint(), scenario.recovery());
        Components circles = StrongComponents.of(losses.leverage());
        double most = 0;
        for (int number = 0; number < circles.count(); number++) {
            if (circles.size(number) > 1) {
                most = Math.max(
                        most,
                        SpectralRadius.of(losses.leverage(), circles, number).estimate());
            }
        }
        return BigDecimal.valueOf(most);
    }
}
