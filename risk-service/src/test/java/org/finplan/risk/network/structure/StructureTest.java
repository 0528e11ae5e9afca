package org.finplan.risk.network.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.graph.FirmGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The worked graph of the reference, and the graphs at which recursion and rounding break. */
class StructureTest {

    private static final MathContext DIGITS = new MathContext(40);

    private static final FirmGraph WORKED = SampleGraphs.letters(10, "AB BA BC CD DB DE FE GH HG IH EJ");

    @Test
    void circlesAndChains() {
        Components circles = StrongComponents.of(WORKED);
        assertThat(IntStream.range(0, circles.count())
                        .filter(number -> circles.size(number) > 1)
                        .mapToObj(number -> names(circles.members(number))))
                .containsExactlyInAnyOrder("ABCD", "GH");
        Components chains = WeakComponents.of(WORKED);
        assertThat(names(chains.members(0))).isEqualTo("ABCDEFJ");
        assertThat(names(chains.members(1))).isEqualTo("GHI");
        assertThat(chains.count()).isEqualTo(2);
        for (int firm = 0; firm < 10; firm++) {
            for (int edge = WORKED.begin(firm); edge < WORKED.end(firm); edge++) {
                assertThat(circles.of(firm)).isLessThanOrEqualTo(circles.of(WORKED.head(edge)));
            }
        }
    }

    private static String names(int[] firms) {
        StringBuilder names = new StringBuilder();
        Arrays.stream(firms).forEach(firm -> names.append((char) ('A' + firm)));
        return names.toString();
    }

    @Test
    void numbersOfTheWorkedGraph() {
        assertThat(CoreNumbers.of(WORKED)).containsExactly(1, 2, 2, 2, 1, 1, 1, 1, 1, 1);
        assertThat(Density.reciprocity(WORKED)).isEqualTo(4.0 / 11);
        assertThat(Density.of(WORKED)).isEqualTo(11.0 / 90);
        Betweenness betweenness = Betweenness.exact(WORKED);
        assertThat(IntStream.range(0, 10).mapToObj(betweenness::of))
                .containsExactly(0.0, 7.0, 6.0, 8.0, 5.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        // What the reference prints was iterated until a change of a millionth for each firm.
        double[] printed = {.074724, .122687, .074724, .086096, .078367, .022581, .209336, .219711, .022581, .089193};
        double[] rank = PageRank.of(WORKED, .85, 1e-15);
        double[] solved = solvedPageRank(WORKED);
        for (int firm = 0; firm < 10; firm++) {
            assertThat(solved[firm]).isCloseTo(printed[firm], within(1e-5));
            assertThat(rank[firm]).isCloseTo(solved[firm], within(1e-13));
        }
        assertThat(Arrays.stream(rank).sum()).isCloseTo(1, within(1e-13));
    }

    /** PageRank as the solution of its linear equations, by elimination with forty digits. */
    private static double[] solvedPageRank(FirmGraph graph) {
        int firms = graph.firms();
        BigDecimal[][] rows = new BigDecimal[firms][firms + 1];
        for (int to = 0; to < firms; to++) {
            for (int from = 0; from < firms; from++) {
                BigDecimal share = graph.degree(from) == 0
                        ? BigDecimal.ONE.divide(BigDecimal.valueOf(firms), DIGITS)
                        : graph.edge(from, to) < 0
                                ? BigDecimal.ZERO
                                : BigDecimal.ONE.divide(BigDecimal.valueOf(graph.degree(from)), DIGITS);
                rows[to][from] = (from == to ? BigDecimal.ONE : BigDecimal.ZERO)
                        .subtract(share.multiply(new BigDecimal("0.85"), DIGITS));
            }
            rows[to][firms] = new BigDecimal("0.15").divide(BigDecimal.valueOf(firms), DIGITS);
        }
        for (int pivot = 0; pivot < firms; pivot++) {
            for (int row = 0; row < firms; row++) {
                if (row != pivot) {
                    BigDecimal factor = rows[row][pivot].divide(rows[pivot][pivot], DIGITS);
                    for (int column = pivot; column <= firms; column++) {
                        rows[row][column] =
                                rows[row][column].subtract(factor.multiply(rows[pivot][column], DIGITS), DIGITS);
                    }
                }
            }
        }
        return IntStream.range(0, firms)
                .mapToDouble(firm ->
                        rows[firm][firms].divide(rows[firm][firm], DIGITS).doubleValue())
                .toArray();
    }

    @Test
    void aSampleOfSourcesEstimatesWithItsError() {
        List<double[]> edges = new ArrayList<>();
        for (int firm = 0; firm < 200; firm++) {
            edges.add(new double[] {firm, (firm + 1) % 200, 1});
            edges.add(new double[] {firm, (firm * 7 + 3) % 200 == firm ? (firm + 2) % 200 : (firm * 7 + 3) % 200, 1});
        }
        FirmGraph graph = SampleGraphs.graph(200, edges.toArray(double[][]::new));
        Betweenness exact = Betweenness.exact(graph);
        Betweenness sampled = Betweenness.sampled(graph, 80, 1);
        assertThat(sampled.exact()).isFalse();
        long near = IntStream.range(0, 200)
                .filter(firm -> Math.abs(sampled.of(firm) - exact.of(firm)) <= 3 * sampled.standardError(firm))
                .count();
        assertThat(near).isGreaterThan(180);
        assertThat(exact.standardError(0)).isZero();
        assertThat(Betweenness.sampled(graph, 500, 1).exact()).isTrue();
    }

    @Test
    void aChainOfAMillionFirmsNeedsNoDeepStack() {
        int firms = 1_000_000;
        int[] from = new int[firms - 1];
        int[] to = new int[firms - 1];
        double[] amount = new double[firms - 1];
        for (int edge = 0; edge < from.length; edge++) {
            from[edge] = edge;
            to[edge] = edge + 1;
        }
        FirmGraph chain = FirmGraph.of(firms, from, to, amount);
        assertThat(StrongComponents.of(chain).count()).isEqualTo(firms);
        assertThat(WeakComponents.of(chain).count()).isEqualTo(1);
        assertThat(CoreNumbers.of(chain)).containsOnly(1);
    }

    @Test
    void parallelEdgesAreSummedAndFirmsDoNotGuaranteeThemselves() {
        FirmGraph graph = SampleGraphs.graph(3, new double[][] {{0, 2, 1}, {0, 1, 5}, {0, 2, 2.5}});
        assertThat(graph.merged()).isEqualTo(1);
        assertThat(graph.edges()).isEqualTo(2);
        assertThat(graph.amount(graph.edge(0, 2))).isEqualTo(3.5);
        assertThat(graph.total(0)).isEqualTo(8.5);
        assertThat(graph.edge(2, 0)).isNegative();
        for (double[] bad : new double[][] {{1, 1, 1}, {0, 1, -1}, {0, 1, Double.NaN}, {0, 3, 1}, {0, 1, 1 / 0.0}}) {
            assertThatThrownBy(() -> SampleGraphs.graph(3, bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Tag("R13")
    void chainsGoToTheDepthAndCloseWhereTheyLoop() {
        GuaranteeChains chains = GuaranteeChains.of(WORKED, 0, 4, 100);
        assertThat(chains.paths().stream()
                        .map(path -> names(path.firms().stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray())
                                + " " + path.end()))
                .containsExactly("ABA LOOP", "ABCDB LOOP", "ABCDE DEPTH");
        assertThat(chains.truncated()).isFalse();
        assertThat(GuaranteeChains.of(WORKED, 0, 5, 100).paths())
                .extracting(FirmPath::end)
                .containsExactly(FirmPath.End.LOOP, FirmPath.End.LOOP, FirmPath.End.LEAF);
        GuaranteeChains two = GuaranteeChains.of(WORKED, 0, 4, 2);
        assertThat(two.paths()).hasSize(2);
        assertThat(two.truncated()).isTrue();
    }

    /** Ten firms that all guarantee each other have more paths than can be counted; the bound ends it. */
    @Test
    @Tag("R13")
    void aDenseCircleDoesNotRunWithoutEnd() {
        List<double[]> edges = new ArrayList<>();
        for (int from = 0; from < 30; from++) {
            for (int to = 0; to < 30; to++) {
                if (from != to) {
                    edges.add(new double[] {from, to, 1});
                }
            }
        }
        GuaranteeChains chains =
                GuaranteeChains.of(SampleGraphs.graph(30, edges.toArray(double[][]::new)), 0, 20, 1000);
        assertThat(chains.paths()).hasSize(1000);
        assertThat(chains.truncated()).isTrue();
    }

    @Test
    @Tag("R14")
    void allFirmsWithinNStepsOfAFailureWithPathAndAmount() {
        FirmGraph hits = SampleGraphs.battiston().transposed();
        List<ReachedFirm> two = ReachedFirm.of(hits, 0, 2);
        assertThat(two).extracting(ReachedFirm::firm).containsExactly(1, 2, 3, 4, 5);
        assertThat(two).extracting(ReachedFirm::steps).containsExactly(1, 1, 1, 2, 2);
        assertThat(two).extracting(ReachedFirm::amount).containsExactly(4.0, 6.0, 3.0, 3.0, 2.0);
        assertThat(two.get(3).path().firms()).containsExactly(0, 1, 4);
        assertThat(two.get(3).path().bottleneck()).isEqualTo(3);
        assertThat(ReachedFirm.of(hits, 0, 10)).hasSize(7);
        ReachedFirm far = ReachedFirm.of(hits, 0, 10).get(6);
        assertThat(far.path().firms()).containsExactly(0, 3, 5, 7);
        assertThat(far.path().amounts()).containsExactly(3.0, 2.0, 7.0);
    }

    @Test
    @Tag("R15")
    void theCoreFirmOfEachComponentWithItsNumbers() {
        FirmGraph graph = SampleGraphs.graph(5, new double[][] {{0, 1, 100}, {1, 2, 50}, {3, 4, 10}});
        Components chains = WeakComponents.of(graph);
        assertThat(CoreFirm.of(chains, 0, graph, graph.transposed())).isEqualTo(new CoreFirm(1, 50, 100, 0, 100));
        CoreFirm second = CoreFirm.of(chains, 1, graph, graph.transposed());
        assertThat(second.firm()).isEqualTo(3);
        assertThat(second.exposure()).isEqualTo(10);
    }
}
