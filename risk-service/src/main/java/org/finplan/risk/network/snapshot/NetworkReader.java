package org.finplan.risk.network.snapshot;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.finplan.risk.network.snapshot.NetworkRequest.EdgeRequest;
import org.finplan.risk.network.snapshot.NetworkRequest.FirmRequest;

/** Reads a network that was sent, and refuses what contradicts itself. */
final class NetworkReader {

    private static final int MOST_FIRMS = 20_000;
    private static final int MOST_EDGES = 50_000;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);
    private static final List<String> NOT_NEGATIVE = List.of("0..1e15");

    private final NetworkRequest request;
    private final NetworkKind kind;
    private final LocalDate asOf;
    private final Map<String, Integer> numbers = new HashMap<>();
    private int notInForce;

    private NetworkReader(NetworkRequest request, LocalDate today) {
        this.request = request;
        this.kind = NetworkKind.find(request.kind())
                .orElseThrow(() -> NetworkError.UNKNOWN_CODE.at("/kind", request.kind(), NetworkKind.CODES));
        this.asOf = request.asOf() == null ? today : request.asOf();
    }

    /**
     * What was read.
     *
     * @param content the network
     * @param parallel edges beyond the first between the same firms
     * @param notInForce edges that were left out
     */
    record Read(NetworkContent content, int parallel, int notInForce) {}

    static Read read(NetworkRequest request, LocalDate today) {
        requireSize(request.nodes().size(), request.edges().size());
        NetworkReader reader = new NetworkReader(request, today);
        List<Firm> firms = reader.firms();
        List<FirmEdge> edges = reader.edges();
        Set<List<Integer>> pairs = new HashSet<>();
        edges.forEach(edge -> pairs.add(List.of(edge.from(), edge.to())));
        NetworkContent content =
                new NetworkContent(reader.kind, reader.asOf, Boolean.TRUE.equals(request.synthetic()), firms, edges);
        return new Read(content, edges.size() - pairs.size(), reader.notInForce);
    }

    static void requireSize(int firms, int edges) {
        requireSize("/nodes", firms, MOST_FIRMS);
        requireSize("/edges", edges, MOST_EDGES);
    }

    private static void requireSize(String pointer, int size, int most) {
        if (size > most) {
            throw NetworkError.TOO_LARGE.at(pointer, Integer.toString(size), List.of("0.." + most));
        }
    }

    private List<Firm> firms() {
        boolean weighted = request.nodes().stream().anyMatch(firm -> firm.weight() != null);
        List<Firm> firms = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < request.nodes().size(); i++) {
            FirmRequest firm = request.nodes().get(i);
            String place = "/nodes/" + i;
            if (!ids.add(firm.id())) {
                throw NetworkError.DUPLICATE_FIRM.at(place + "/id", firm.id(), List.of());
            }
            if (weighted && firm.weight() == null) {
                throw NetworkError.WEIGHT_MISSING.at(place + "/weight", null, NOT_NEGATIVE);
            }
            requireRange(place + "/equity", firm.equity(), LARGEST.negate());
            requireRange(place + "/weight", firm.weight(), BigDecimal.ZERO);
            requireRange(place + "/externalAssets", firm.externalAssets(), BigDecimal.ZERO);
            requireRange(place + "/externalDebt", firm.externalDebt(), BigDecimal.ZERO);
            firms.add(new Firm(firm.id(), firm.equity(), firm.weight(), firm.externalAssets(), firm.externalDebt()));
        }
        firms.sort(Comparator.comparing(Firm::id));
        for (int i = 0; i < firms.size(); i++) {
            numbers.put(firms.get(i).id(), i);
        }
        return firms;
    }

    private static void requireRange(String pointer, BigDecimal value, BigDecimal least) {
        if (value != null && (value.compareTo(least) < 0 || value.compareTo(LARGEST) > 0)) {
            throw NetworkError.OUT_OF_RANGE.at(
                    pointer, value.toPlainString(), least.signum() < 0 ? List.of("-1e15..1e15") : NOT_NEGATIVE);
        }
    }

    private List<FirmEdge> edges() {
        List<FirmEdge> edges = new ArrayList<>();
        JointContracts contracts = new JointContracts();
        for (int i = 0; i < request.edges().size(); i++) {
            EdgeRequest edge = request.edges().get(i);
            String place = "/edges/" + i;
            int from = number(edge.from(), place + "/from");
            int to = number(edge.to(), place + "/to");
            if (from == to) {
                throw NetworkError.SELF_EDGE.at(place + "/to", edge.to(), List.of());
            }
            requireRange(place + "/amount", edge.amount(), BigDecimal.ZERO);
            if (!inForce(edge)) {
                notInForce++;
                continue;
            }
            contracts.add(place, edge, kind);
            edges.add(new FirmEdge(
                    from,
                    to,
                    edge.amount(),
                    edge.contract() == null ? "" : edge.contract(),
                    edge.share(),
                    edge.since(),
                    edge.until()));
        }
        contracts.requireShares();
        edges.sort(FirmEdge.ORDER);
        return edges;
    }

    private boolean inForce(EdgeRequest edge) {
        return (edge.since() == null || !edge.since().isAfter(asOf))
                && (edge.until() == null || !edge.until().isBefore(asOf));
    }

    private int number(String id, String pointer) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw NetworkError.UNKNOWN_FIRM.at(pointer, id, List.of());
        }
        return number;
    }

    /** Holds the guarantors of a contract against each other. */
    private static final class JointContracts {

        private final Map<String, List<EdgeRequest>> byContract = new HashMap<>();
        private final Map<String, String> places = new HashMap<>();

        void add(String place, EdgeRequest edge, NetworkKind kind) {
            if (edge.contract() == null) {
                if (edge.share() != null) {
                    throw NetworkError.JOINT_CONTRACT.at(
                            place + "/share", edge.share().toPlainString(), List.of());
                }
                return;
            }
            List<EdgeRequest> others = byContract.computeIfAbsent(edge.contract(), own -> new ArrayList<>());
            boolean fits = kind == NetworkKind.GUARANTEE
                    && others.stream()
                            .allMatch(other -> other.to().equals(edge.to())
                                    && !other.from().equals(edge.from())
                                    && other.amount().compareTo(edge.amount()) == 0
                                    && (other.share() == null) == (edge.share() == null));
            boolean shareFits = edge.share() == null
                    || (edge.share().signum() > 0 && edge.share().compareTo(BigDecimal.ONE) <= 0);
            if (!fits || !shareFits) {
                throw NetworkError.JOINT_CONTRACT.at(
                        place + (shareFits ? "/contract" : "/share"), edge.contract(), List.of());
            }
            others.add(edge);
            places.put(edge.contract(), place);
        }

        void requireShares() {
            byContract.forEach((contract, edges) -> {
                BigDecimal sum = edges.stream()
                        .map(edge -> edge.share() == null ? BigDecimal.ZERO : edge.share())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (sum.compareTo(BigDecimal.ONE) > 0) {
                    throw NetworkError.JOINT_CONTRACT.at(
                            places.get(contract) + "/share", sum.toPlainString(), List.of("0..1"));
                }
            });
        }
    }
}
