package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.finplan.risk.network.run.WhatIfRequest.AddedEdge;
import org.finplan.risk.network.run.WhatIfRequest.EdgeOfWhatIf;
import org.finplan.risk.network.run.WhatIfRequest.ReplacedEdge;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;

/** A copy of a network with other edges: first some go, then some become others, then some are added. */
final class OtherEdges {

    private static final int MOST_DIGITS = 16;

    private final NetworkContent network;
    private final Map<String, Integer> numbers;
    private final List<FirmEdge> edges;
    private final Set<Integer> touched = new TreeSet<>();

    private OtherEdges(NetworkContent network) {
        this.network = network;
        this.numbers = network.numbers();
        this.edges = new ArrayList<>(network.edges());
    }

    /**
     * A copy.
     *
     * @param content the network with other edges
     * @param touched numbers of the firms whose edges are not the same, in ascending order
     */
    record Copy(NetworkContent content, List<Integer> touched) {}

    /**
     * Makes the copy.
     *
     * @throws org.finplan.platform.problem.ProblemException 422 at the place of the request that does not fit
     */
    static Copy of(NetworkContent network, WhatIfRequest request) {
        OtherEdges other = new OtherEdges(network);
        List<EdgeOfWhatIf> removed = orNone(request.remove());
        for (int i = 0; i < removed.size(); i++) {
            other.remove(removed.get(i), "/remove/" + i);
        }
        List<ReplacedEdge> replaced = orNone(request.replace());
        for (int i = 0; i < replaced.size(); i++) {
            other.replace(replaced.get(i), "/replace/" + i);
        }
        List<AddedEdge> added = orNone(request.add());
        for (int i = 0; i < added.size(); i++) {
            other.add(added.get(i), "/add/" + i);
        }
        return other.copy();
    }

    private static <T> List<T> orNone(@Nullable List<T> sent) {
        return sent == null ? List.of() : sent;
    }

    private Copy copy() {
        edges.sort(FirmEdge.ORDER);
        return new Copy(
                new NetworkContent(network.kind(), network.asOf(), network.synthetic(), network.firms(), edges),
                List.copyOf(touched));
    }

    private void remove(EdgeOfWhatIf removed, String place) {
        int from = firm(removed.from(), place + "/from");
        int to = firm(removed.to(), place + "/to");
        BigDecimal amount = removed.amount();
        if (!edges.removeIf(edge -> edge.from() == from
                && edge.to() == to
                && (amount == null || edge.amount().compareTo(amount) == 0))) {
            throw NetworkError.UNKNOWN_EDGE.at(place, null, List.of());
        }
    }

    /** An edge keeps its contract; where several become one amount, that is one edge of its own. */
    private void replace(ReplacedEdge replaced, String place) {
        int from = firm(replaced.from(), place + "/from");
        int to = firm(replaced.to(), place + "/to");
        int by = replaced.by() == null ? from : firm(replaced.by(), place + "/by");
        List<FirmEdge> old = edges.stream()
                .filter(edge -> edge.from() == from && edge.to() == to)
                .toList();
        if (old.isEmpty()) {
            throw NetworkError.UNKNOWN_EDGE.at(place, null, List.of());
        }
        requireOther(by, to, replaced.by(), place + "/by");
        edges.removeAll(old);
        if (by != from) {
            requireNewGuarantor(old, by, replaced.by(), place + "/by");
        }
        BigDecimal amount = replaced.amount();
        if (amount == null || old.size() == 1) {
            BigDecimal one = amount == null ? null : amount(amount, place);
            old.forEach(edge -> edges.add(new FirmEdge(
                    by,
                    to,
                    one == null ? edge.amount() : one,
                    edge.contract(),
                    edge.share(),
                    edge.since(),
                    edge.until())));
        } else {
            edges.add(new FirmEdge(by, to, amount(amount, place), "", null, null, null));
        }
    }

    private void add(AddedEdge added, String place) {
        int from = firm(added.from(), place + "/from");
        int to = firm(added.to(), place + "/to");
        requireOther(from, to, added.to(), place + "/to");
        edges.add(new FirmEdge(from, to, amount(added.amount(), place), "", null, null, null));
    }

    private static void requireOther(int from, int to, @Nullable String sent, String pointer) {
        if (from == to) {
            throw NetworkError.SELF_EDGE.at(pointer, sent, List.of());
        }
    }

    /** A firm that stands in for a contract already would be taken for it twice. */
    private void requireNewGuarantor(List<FirmEdge> old, int by, String sent, String pointer) {
        Set<String> contracts = old.stream()
                .map(FirmEdge::contract)
                .filter(contract -> !contract.isEmpty())
                .collect(Collectors.toSet());
        if (edges.stream().anyMatch(edge -> edge.from() == by && contracts.contains(edge.contract()))) {
            throw NetworkError.JOINT_CONTRACT.at(pointer, sent, List.of());
        }
    }

    private static BigDecimal amount(BigDecimal amount, String place) {
        if (amount.signum() < 0 || amount.precision() - amount.scale() > MOST_DIGITS) {
            throw NetworkError.OUT_OF_RANGE.at(place + "/amount", amount.toPlainString(), List.of("0..1e15"));
        }
        return amount;
    }

    private int firm(String id, String pointer) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw NetworkError.UNKNOWN_FIRM.at(pointer, id, List.of());
        }
        touched.add(number);
        return number;
    }
}
