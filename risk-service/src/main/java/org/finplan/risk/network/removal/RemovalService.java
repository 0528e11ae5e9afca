package org.finplan.risk.network.removal;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.JointGuarantees;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.snapshot.NetworkError;
import org.finplan.risk.network.snapshot.NetworkKind;
import org.finplan.risk.network.snapshot.Networks;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.WeakComponents;

/** Answers which guarantees of a component should go. No transaction waits while it is worked out: reading the network has one of its own. */
@ApplicationScoped
class RemovalService {

    private static final String METHOD = "linear-debtrank";
    private static final int MOST_FIRMS = 200;
    private static final int MOST_GUARANTEES = 300;

    private final Networks networks;

    RemovalService(Networks networks) {
        this.networks = networks;
    }

    RemovalView remove(UUID id, RemovalRequest request) {
        NetworkContent network = networks.get(id).content();
        if (network.kind() != NetworkKind.GUARANTEE
                || (request.method() != null && !request.method().equals(METHOD))) {
            boolean kind = network.kind() != NetworkKind.GUARANTEE;
            throw NetworkError.NOT_APPLICABLE.at(
                    kind ? "/network" : "/method",
                    kind ? network.kind().code() : request.method(),
                    List.of(kind ? NetworkKind.GUARANTEE.code() : METHOD));
        }
        Components chains = WeakComponents.of(network.graph(JointGuarantees.EXPECTED));
        if (request.component() < 0 || request.component() >= chains.count()) {
            throw NetworkError.OUT_OF_RANGE.at(
                    "/component", request.component().toString(), List.of("0.." + (chains.count() - 1)));
        }
        int[] members = chains.members(request.component());
        requireSize(members.length, MOST_FIRMS);
        Map<String, List<Integer>> contracts = contracts(network, chains, request.component());
        requireSize(contracts.size(), MOST_GUARANTEES);
        List<List<Integer>> edges = List.copyOf(contracts.values());
        RemovalNetwork component = component(network, members, edges);
        double bound = request.bound().doubleValue();
        CheapestRemovals found = RemovalSearch.improve(component, bound, CheapestRemovals.of(component, bound));
        return view(request, network, members, edges, found);
    }

    private static void requireSize(int size, int most) {
        if (size > most) {
            throw NetworkError.TOO_LARGE_TO_RANK.at("/component", Integer.toString(size), List.of("0.." + most));
        }
    }

    /** The places of the edges that go together: those of a contract, or each alone. */
    private static Map<String, List<Integer>> contracts(NetworkContent network, Components chains, int component) {
        Map<String, List<Integer>> contracts = new LinkedHashMap<>();
        for (int place = 0; place < network.edges().size(); place++) {
            FirmEdge edge = network.edges().get(place);
            if (chains.of(edge.from()) == component) {
                // No contract has a number that begins with a space.
                String key = edge.contract().isEmpty() ? " " + place : edge.contract();
                contracts.computeIfAbsent(key, any -> new ArrayList<>()).add(place);
            }
        }
        return contracts;
    }

    private static RemovalNetwork component(NetworkContent network, int[] members, List<List<Integer>> edges) {
        int[] local = new int[network.firms().size()];
        double[] equity = new double[members.length];
        double[] weight = new double[members.length];
        for (int place = 0; place < members.length; place++) {
            Firm firm = network.firms().get(members[place]);
            local[members[place]] = place;
            if (firm.equity() == null) {
                throw NetworkError.FIGURE_MISSING.at("/network", firm.id(), List.of("equity"));
            }
            equity[place] = firm.equity().doubleValue();
            weight[place] = firm.weight() == null ? 1 : firm.weight().doubleValue();
        }
        double[] amounts = JointGuarantees.EXPECTED.amounts(network.edges());
        List<RemovableGuarantee> guarantees = edges.stream()
                .map(together -> new RemovableGuarantee(
                        local[network.edges().get(together.get(0)).to()],
                        together.stream()
                                .map(place -> new RemovableGuarantee.Loss(
                                        local[network.edges().get(place).from()], amounts[place]))
                                .toList(),
                        network.edges().get(together.get(0)).amount()))
                .toList();
        return new RemovalNetwork(equity, weight, guarantees);
    }

    private static RemovalView view(
            RemovalRequest request,
            NetworkContent network,
            int[] members,
            List<List<Integer>> edges,
            CheapestRemovals found) {
        List<RemovalView.StepView> steps = steps(network, edges, found);
        BigDecimal after = steps.isEmpty()
                ? BigDecimal.valueOf(found.impactBefore())
                : steps.get(steps.size() - 1).impactAfter();
        // The bound is a lower one: no rounding takes it above the cost.
        BigDecimal lower = BigDecimal.valueOf(found.bound().cost()).min(found.cost());
        return new RemovalView(
                request.component(),
                members.length,
                edges.size(),
                METHOD,
                request.bound(),
                BigDecimal.valueOf(found.impactBefore()),
                network.firms().get(members[found.worstBefore()]).id(),
                after,
                steps,
                found.cost(),
                lower,
                found.bound().proof(),
                found.cost().subtract(lower),
                network.synthetic());
    }

    private static List<RemovalView.StepView> steps(
            NetworkContent network, List<List<Integer>> edges, CheapestRemovals found) {
        List<RemovalView.StepView> steps = new ArrayList<>();
        double before = found.impactBefore();
        for (CheapestRemovals.Step step : found.steps()) {
            List<FirmEdge> gone = edges.get(step.guarantee()).stream()
                    .map(network.edges()::get)
                    .toList();
            FirmEdge any = gone.get(0);
            steps.add(new RemovalView.StepView(
                    any.contract().isEmpty() ? null : any.contract(),
                    network.firms().get(any.to()).id(),
                    gone.stream()
                            .map(edge -> network.firms().get(edge.from()).id())
                            .toList(),
                    any.amount(),
                    BigDecimal.valueOf(before),
                    BigDecimal.valueOf(step.impactAfter())));
            before = step.impactAfter();
        }
        return steps;
    }
}
