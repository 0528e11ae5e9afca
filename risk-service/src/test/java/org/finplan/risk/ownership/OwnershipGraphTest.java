package org.finplan.risk.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.risk.ownership.SampleLinks.FILE;
import static org.finplan.risk.ownership.SampleLinks.control;
import static org.finplan.risk.ownership.SampleLinks.person;
import static org.finplan.risk.ownership.SampleLinks.shares;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.finplan.risk.ownership.OwnershipGraph.Chain;
import org.finplan.risk.ownership.OwnershipGraph.End;
import org.junit.jupiter.api.Test;

/** Looking through, without anything around it. */
class OwnershipGraphTest {

    @Test
    void sharesMultiplyExactlyAlongAChain() {
        List<Chain> chains =
                through(shares(FILE, "B", "33.3"), shares("B", "C", "12.5"), person("C", "sample-person", "0.01"));
        assertThat(chains).extracting(Chain::end).containsExactly(End.PERSON, End.UNKNOWN, End.UNKNOWN, End.UNKNOWN);
        assertThat(chains.get(0).effectiveShare()).isEqualByComparingTo("0.00041625");
        assertThat(chains.get(3).steps()).singleElement().satisfies(step -> {
            assertThat(step.link()).isNull();
            assertThat(step.share()).isEqualByComparingTo("66.7");
        });
        assertThat(sum(chains)).isEqualByComparingTo("100");
    }

    @Test
    void anOwnerWhoseOwnersNobodyRecordedIsUnknown() {
        List<Chain> chains = through(shares(FILE, "B", "100"));
        assertThat(chains).singleElement().satisfies(chain -> {
            assertThat(chain.end()).isEqualTo(End.UNKNOWN);
            assertThat(chain.steps()).hasSize(1);
        });
        assertThat(through()).singleElement().satisfies(chain -> assertThat(chain.effectiveShare())
                .isEqualByComparingTo("100"));
    }

    @Test
    void aCircleIsCutAndMarked() {
        List<Chain> chains = through(shares(FILE, "B", "60"), shares("B", "C", "100"), shares("C", FILE, "30"));
        assertThat(chains).extracting(Chain::end).containsExactly(End.CYCLE, End.UNKNOWN, End.UNKNOWN);
        assertThat(chains.get(0).effectiveShare()).isEqualByComparingTo("18");
        assertThat(sum(chains)).isEqualByComparingTo("100");
    }

    @Test
    void aChainIsFollowedAsFarAsIsAskedFor() {
        OwnershipGraph graph = graph(shares(FILE, "B", "100"), shares("B", "C", "100"));
        assertThat(graph.lookThrough(FILE, 1).chains()).extracting(Chain::end).containsExactly(End.DEPTH);
        assertThat(graph.lookThrough(FILE, 2).chains()).extracting(Chain::end).containsExactly(End.DEPTH);
        assertThat(graph.lookThrough(FILE, 3).chains()).extracting(Chain::end).containsExactly(End.UNKNOWN);
    }

    @Test
    void controlIsAChainWithoutAShare() {
        List<Chain> chains = through(control(FILE, "B"), shares(FILE, "C", "100"));
        assertThat(chains.get(0).effectiveShare()).isNull();
        assertThat(sum(chains)).isEqualByComparingTo("100");
    }

    @Test
    void anInstitutionWithAFileOfItsOwnIsLookedUpThere() {
        OwnershipGraph graph = new OwnershipGraph(Map.of(
                FILE,
                List.of(shares(FILE, "B", "100"), person("B", "sample-wrong", "100")),
                "B",
                List.of(person("B", "sample-right", "100"))));
        assertThat(graph.lookThrough(FILE, 9).chains()).singleElement().satisfies(chain -> assertThat(
                        chain.steps().get(1).link().holder().name())
                .isEqualTo("sample-right"));
    }

    /** What nobody can lose: all that is held is held by somebody, or it is said that it is not known by whom. */
    @Property
    @Tag("R10")
    void effectiveSharesOfAllChainsAddUpToAll(
            @ForAll("withoutCircles") List<OwnershipLink> links, @ForAll @IntRange(min = 1, max = 9) int depth) {
        OwnershipGraph graph = graph(links.toArray(OwnershipLink[]::new));
        OwnershipGraph.LookThrough found = graph.lookThrough(FILE, depth);
        assertThat(found.complete()).isTrue();
        assertThat(found.chains()).extracting(Chain::end).doesNotContain(End.CYCLE);
        assertThat(sum(found.chains())).isEqualByComparingTo("100");
    }

    /** Firms A to F, each held by firms behind it in the alphabet and by a person, with a rest that nobody knows. */
    @Provide
    Arbitrary<List<OwnershipLink>> withoutCircles() {
        return Arbitraries.integers().between(0, 40).list().ofSize(21).map(OwnershipGraphTest::links);
    }

    private static List<OwnershipLink> links(List<Integer> shares) {
        List<OwnershipLink> links = new ArrayList<>();
        int at = 0;
        for (int owned = 0; owned < 6; owned++) {
            int left = 1000;
            for (int holder = owned + 1; holder < 6; holder++) {
                int share = Math.min(left, shares.get(at++) * 13);
                left -= share;
                if (share > 0) {
                    links.add(shares(
                            firm(owned),
                            firm(holder),
                            BigDecimal.valueOf(share, 1).toPlainString()));
                }
            }
            int share = Math.min(left, shares.get(at++) * 7);
            if (share > 0) {
                links.add(person(
                        firm(owned),
                        "sample-" + owned,
                        BigDecimal.valueOf(share, 1).toPlainString()));
            }
        }
        return links;
    }

    private static String firm(int number) {
        return Character.toString('A' + number);
    }

    private static List<Chain> through(OwnershipLink... links) {
        return graph(links).lookThrough(FILE, 9).chains();
    }

    private static OwnershipGraph graph(OwnershipLink... links) {
        return new OwnershipGraph(Map.of(FILE, List.of(links)));
    }

    private static BigDecimal sum(List<Chain> chains) {
        return chains.stream()
                .map(Chain::effectiveShare)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
