package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.run.WhatIfView.ComponentOfWhatIf;
import org.finplan.risk.network.run.WhatIfView.LargestFailure;
import org.finplan.risk.network.scenario.SingleFailures;
import org.finplan.risk.network.snapshot.Firm;
import org.finplan.risk.network.snapshot.FirmEdge;
import org.finplan.risk.network.snapshot.NetworkContent;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.WeakComponents;

/**
 * The components whose edges a what-if changes, as they are and in the copy. No edge of either leads out of them, so that what is reckoned
 * in them alone is the same as in the whole.
 */
final class TouchedComponents {

    /** As many as are ranked at once, see {@code single-failures}. */
    static final int MOST_FIRMS = 5000;

    private static final int MOST_EDGES = 10_000;
    private static final double TOLERANCE = 1e-9;
    private static final int THREADS = 1;

    private final int[] members;
    private final NetworkContent before;
    private final NetworkContent after;
    private final double weight;
    private final Scenario scenario;

    @Nullable
    private final LargestFailure worst;

    private TouchedComponents(
            int[] members, NetworkContent before, NetworkContent after, double weight, Scenario scenario) {
        this.members = members;
        this.before = before;
        this.after = after;
        this.weight = weight;
        this.scenario = scenario;
        this.worst = largest(before);
    }

    static TouchedComponents of(NetworkContent network, OtherEdges.Copy copy, Scenario scenario) {
        List<FirmEdge> both = new ArrayList<>(network.edges());
        both.addAll(copy.content().edges());
        Components chains = WeakComponents.of(FirmGraph.of(
                network.firms().size(),
                both.stream().mapToInt(FirmEdge::from).toArray(),
                both.stream().mapToInt(FirmEdge::to).toArray(),
                new double[both.size()]));
        Set<Integer> touched = new HashSet<>();
        copy.touched().forEach(firm -> touched.add(chains.of(firm)));
        int[] members = IntStream.range(0, network.firms().size())
                .filter(firm -> touched.contains(chains.of(firm)))
                .toArray();
        for (int firm : members) {
            FirmFigures.requireEquity(network, firm);
        }
        return new TouchedComponents(
                members, part(network, members), part(copy.content(), members), weight(network, members), scenario);
    }

    private static NetworkContent part(NetworkContent network, int[] members) {
        int[] place = new int[network.firms().size()];
        Arrays.fill(place, -1);
        for (int i = 0; i < members.length; i++) {
            place[members[i]] = i;
        }
        List<FirmEdge> edges = network.edges().stream()
                .filter(edge -> place[edge.from()] >= 0)
                .map(edge -> new FirmEdge(
                        place[edge.from()],
                        place[edge.to()],
                        edge.amount(),
                        edge.contract(),
                        edge.share(),
                        edge.since(),
                        edge.until()))
                .toList();
        List<Firm> firms = Arrays.stream(members).mapToObj(network.firms()::get).toList();
        return new NetworkContent(network.kind(), network.asOf(), network.synthetic(), firms, edges);
    }

    /** How much of the whole network's weight they have; without any weights all firms count the same. */
    private static double weight(NetworkContent network, int[] members) {
        double[] weights = FirmFigures.weights(network);
        double total = Arrays.stream(weights).sum();
        return total == 0
                ? (double) members.length / Math.max(1, weights.length)
                : Arrays.stream(members).mapToDouble(firm -> weights[firm]).sum() / total;
    }

    /** {@return the numbers of their firms in the whole network, in ascending order} */
    List<Integer> firms() {
        return Arrays.stream(members).boxed().toList();
    }

    /** {@return the single failure that does most as it is; empty when they are too large to be ranked at once, or none is touched} */
    Optional<LargestFailure> worst() {
        return Optional.ofNullable(worst);
    }

    /**
     * What becomes of them.
     *
     * @param radii of the network as it is
     * @param others of the copy
     * @return both side by side; null when none is touched
     */
    @Nullable
    ComponentOfWhatIf view(CircleRadii radii, CircleRadii others) {
        if (members.length == 0) {
            return null;
        }
        IntPredicate within = firm -> Arrays.binarySearch(members, firm) >= 0;
        LargestFailure other = largest(after);
        return new ComponentOfWhatIf(
                members.length,
                BigDecimal.valueOf(radii.most(scenario.recovery(), within)),
                BigDecimal.valueOf(others.most(scenario.recovery(), within)),
                worst,
                other,
                worst == null || other == null ? null : other.impact().subtract(worst.impact()));
    }

    @Nullable
    private LargestFailure largest(NetworkContent part) {
        boolean small = members.length <= MOST_FIRMS
                && Math.max(before.edges().size(), after.edges().size()) <= MOST_EDGES;
        if (members.length == 0 || !small) {
            return null;
        }
        SingleFailures failures =
                SingleFailures.of(FirmFigures.losses(part, scenario.joint(), scenario.recovery()), TOLERANCE, THREADS);
        int worst = failures.ranking()[0];
        return new LargestFailure(
                part.firms().get(worst).id(),
                BigDecimal.valueOf(weight * failures.impact(worst)),
                failures.failures(worst));
    }
}
