package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.finplan.risk.network.run.WhatIfView.FirmOfWhatIf;
import org.finplan.risk.network.run.WhatIfView.LargestFailure;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;

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
        CircleRadii radii = CircleRadii.of(network, scenario.joint());
        CircleRadii others = radii.after(copy.content(), scenario.joint());
        return new WhatIfView(
                before,
                after,
                after.impact().subtract(before.impact()),
                without(before.defaults(), after.defaults()),
                without(after.defaults(), before.defaults()),
                BigDecimal.valueOf(radii.most(scenario.recovery())),
                BigDecimal.valueOf(others.most(scenario.recovery())),
                shock,
                firms(touched, before, after),
                touched.view(radii, others),
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

    private static List<FirmOfWhatIf> firms(TouchedComponents touched, ContagionResult before, ContagionResult after) {
        Set<String> failedBefore = new HashSet<>(before.defaults());
        Set<String> failedAfter = new HashSet<>(after.defaults());
        Set<Integer> shown = new HashSet<>(touched.firms());
        // Both have the firms in the order of their numbers: to look each up by its id would take most of the time.
        Iterator<BigDecimal> others = after.stress().values().iterator();
        List<FirmOfWhatIf> firms = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, BigDecimal> own : before.stress().entrySet()) {
            String firm = own.getKey();
            BigDecimal other = others.next();
            if (shown.contains(number++)) {
                firms.add(FirmOfWhatIf.of(
                        firm, own.getValue(), other, failedBefore.contains(firm), failedAfter.contains(firm)));
            }
        }
        return firms;
    }

    private static List<String> without(List<String> all, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return all.stream().filter(firm -> !known.contains(firm)).toList();
    }
}
