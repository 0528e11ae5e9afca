package org.finplan.risk.network.run;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.risk.network.run.WhatIfRequest.EdgeOfWhatIf;
import org.finplan.risk.network.run.WhatIfRequest.ReplacedEdge;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;

/** Compares a contagion in a network with the same one in a copy with other edges. */
final class WhatIf {

    private WhatIf() {}

    static WhatIfView compare(NetworkContent network, NetworkContent copy, Scenario scenario) {
        ContagionResult before = ContagionEngine.run(network, scenario);
        ContagionResult after = ContagionEngine.run(copy, scenario);
        CircleRadii radii = CircleRadii.of(network, scenario.joint());
        return new WhatIfView(
                before,
                after,
                after.impact().subtract(before.impact()),
                without(before.defaults(), after.defaults()),
                without(after.defaults(), before.defaults()),
                BigDecimal.valueOf(radii.most(scenario.recovery())),
                BigDecimal.valueOf(radii.after(copy, scenario.joint()).most(scenario.recovery())));
    }

    private static List<String> without(List<String> all, List<String> others) {
        Set<String> known = new HashSet<>(others);
        return all.stream().filter(firm -> !known.contains(firm)).toList();
    }

    /** The network with other edges. */
    static NetworkContent copy(NetworkContent network, WhatIfRequest request) {
        Map<String, Integer> numbers = network.numbers();
        List<FirmEdge> edges = new ArrayList<>(network.edges());
        List<EdgeOfWhatIf> removed = request.remove() == null ? List.of() : request.remove();
        for (int i = 0; i < removed.size(); i++) {
            String place = "/remove/" + i;
            int from = firm(numbers, removed.get(i).from(), place + "/from");
            int to = firm(numbers, removed.get(i).to(), place + "/to");
            BigDecimal amount = removed.get(i).amount();
            if (!edges.removeIf(edge -> edge.from() == from
                    && edge.to() == to
                    && (amount == null || edge.amount().compareTo(amount) == 0))) {
                throw NetworkError.UNKNOWN_EDGE.at(place, null, List.of());
            }
        }
        List<ReplacedEdge> replaced = request.replace() == null ? List.of() : request.replace();
        for (int i = 0; i < replaced.size(); i++) {
            replace(numbers, edges, replaced.get(i), "/replace/" + i);
        }
        return new NetworkContent(network.kind(), network.asOf(), network.synthetic(), network.firms(), edges);
    }

    private static void replace(
            Map<String, Integer> numbers, List<FirmEdge> edges, ReplacedEdge replaced, String place) {
        int from = firm(numbers, replaced.from(), place + "/from");
        int to = firm(numbers, replaced.to(), place + "/to");
        int by = replaced.by() == null ? from : firm(numbers, replaced.by(), place + "/by");
        BigDecimal before = edges.stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .map(FirmEdge::amount)
                .reduce(BigDecimal::add)
                .orElseThrow(() -> NetworkError.UNKNOWN_EDGE.at(place, null, List.of()));
        BigDecimal amount = replaced.amount() == null ? before : replaced.amount();
        if (by == to) {
            throw NetworkError.SELF_EDGE.at(place + "/by", replaced.by(), List.of());
        }
        if (amount.signum() < 0 || amount.precision() - amount.scale() > 16) {
            throw NetworkError.OUT_OF_RANGE.at(place + "/amount", amount.toPlainString(), List.of("0..1e15"));
        }
        edges.removeIf(edge -> edge.from() == from && edge.to() == to);
        edges.add(new FirmEdge(by, to, amount, "", null, null, null));
    }

    private static int firm(Map<String, Integer> numbers, String id, String pointer) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw NetworkError.UNKNOWN_FIRM.at(pointer, id, List.of());
        }
        return number;
    }
}
