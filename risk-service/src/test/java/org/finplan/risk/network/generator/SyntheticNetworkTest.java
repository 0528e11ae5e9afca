package org.finplan.risk.network.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.finplan.risk.network.generator.SyntheticNetwork.Guarantee;
import org.finplan.risk.network.graph.FirmGraph;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.CoreFirm;
import org.finplan.risk.network.structure.Density;
import org.finplan.risk.network.structure.StrongComponents;
import org.finplan.risk.network.structure.WeakComponents;
import org.junit.jupiter.api.Test;

/** What was hidden is found, and scored by precision and recall; the network looks as was assumed. */
class SyntheticNetworkTest {

    private static final NetworkAssumptions SMALL = NetworkAssumptions.CALM.sized(3000, 4500);

    private static List<Guarantee> inForce(SyntheticNetwork network) {
        return network.guarantees().stream()
                .filter(guarantee -> !guarantee.until().isBefore(SyntheticNetwork.AS_OF))
                .toList();
    }

    private static FirmGraph graph(int firms, List<Guarantee> guarantees) {
        return FirmGraph.of(
                firms,
                guarantees.stream().mapToInt(Guarantee::from).toArray(),
                guarantees.stream().mapToInt(Guarantee::to).toArray(),
                guarantees.stream().mapToDouble(Guarantee::amount).toArray());
    }

    /** A detection beside the truth. */
    private record Score(double precision, double recall) {

        static Score of(Set<?> found, Set<?> truth) {
            long right = found.stream().filter(truth::contains).count();
            return new Score(found.isEmpty() ? 0 : (double) right / found.size(), (double) right / truth.size());
        }
    }

    @Test
    void theIsolatedRingIsFoundAmongCirclesThatAreTheirWholeChain() {
        for (long seed = 1; seed <= 5; seed++) {
            SyntheticNetwork network = SyntheticNetwork.of(SMALL, seed);
            FirmGraph graph = graph(network.firms(), inForce(network));
            Components circles = StrongComponents.of(graph);
            Components chains = WeakComponents.of(graph);
            Set<String> found = new TreeSet<>();
            for (int number = 0; number < circles.count(); number++) {
                int[] members = circles.members(number);
                if (members.length >= 3 && chains.size(chains.of(members[0])) == members.length) {
                    Arrays.stream(members).mapToObj(SyntheticNetwork::id).forEach(found::add);
                }
            }
            Score score = Score.of(found, network.truths().ring());
            assertThat(score.recall()).isEqualTo(1);
            assertThat(score.precision()).isGreaterThanOrEqualTo(.5);
        }
    }

    @Test
    void theHiddenHubIsTheCoreFirmOfItsChainThoughItGivesFewGuarantees() {
        int most = 0;
        for (long seed = 1; seed <= 5; seed++) {
            SyntheticNetwork network = SyntheticNetwork.of(SMALL, seed);
            FirmGraph graph = graph(network.firms(), inForce(network));
            Components chains = WeakComponents.of(graph);
            CoreFirm core = CoreFirm.of(chains, 0, graph, graph.transposed());
            assertThat(SyntheticNetwork.id(core.firm()))
                    .isEqualTo(network.truths().hub());
            most = Math.max(
                    most,
                    IntStream.range(0, network.firms()).map(graph::degree).max().orElse(0));
            assertThat(graph.degree(core.firm())).isLessThan(most);
        }
    }

    @Test
    void expiredAndDuplicateGuaranteesAreFound() {
        for (long seed = 1; seed <= 5; seed++) {
            SyntheticNetwork network = SyntheticNetwork.of(SMALL, seed);
            Set<List<String>> expired = network.guarantees().stream()
                    .filter(guarantee -> guarantee.until().isBefore(SyntheticNetwork.AS_OF))
                    .map(SyntheticNetworkTest::ends)
                    .collect(Collectors.toSet());
            assertThat(Score.of(expired, Set.of(network.truths().expired()))).isEqualTo(new Score(1, 1));
            Map<Guarantee, Integer> listed = new HashMap<>();
            inForce(network).forEach(guarantee -> listed.merge(guarantee, 1, Integer::sum));
            Set<List<String>> duplicates = listed.entrySet().stream()
                    .filter(entry -> entry.getValue() > 1)
                    .map(entry -> ends(entry.getKey()))
                    .collect(Collectors.toSet());
            assertThat(Score.of(duplicates, Set.of(network.truths().duplicate())))
                    .isEqualTo(new Score(1, 1));
        }
    }

    private static List<String> ends(Guarantee guarantee) {
        return List.of(SyntheticNetwork.id(guarantee.from()), SyntheticNetwork.id(guarantee.to()));
    }

    @Test
    void itLooksAsAssumedAndTheSameSeedGivesTheSame() {
        SyntheticNetwork network = SyntheticNetwork.of(NetworkAssumptions.CALM, 1);
        FirmGraph graph = graph(network.firms(), network.guarantees());
        assertThat(graph.edges()).isBetween(29_000, 30_500);
        assertThat(Density.reciprocity(graph)).isBetween(.15, .35);
        List<Guarantee> guarantees = network.guarantees();
        double inside = guarantees.stream()
                .filter(guarantee -> guarantee.from() % 9 == guarantee.to() % 9)
                .count();
        assertThat(inside / guarantees.size()).isBetween(.3, .8);
        assertThat(new ArrayList<>(
                        SyntheticNetwork.of(NetworkAssumptions.CALM, 1).guarantees()))
                .isEqualTo(guarantees);
        assertThat(SyntheticNetwork.id(7)).contains("演示样本");
    }
}
