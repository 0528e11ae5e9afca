package org.finplan.risk.network.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.graph.FirmGraph;
import org.junit.jupiter.api.Test;

/** Circles and core numbers of random networks beside their definitions. */
class RandomStructureTest {

    private final Random random = new Random(12);

    private FirmGraph sample(int firms) {
        return SampleGraphs.random(random, firms, .3 + random.nextDouble() * 5, .1)
                .hits();
    }

    @Test
    void firmsAreInOneCircleWhenTheyReachEachOther() {
        for (int i = 0; i < 300; i++) {
            int firms = 2 + random.nextInt(30);
            FirmGraph graph = sample(firms);
            boolean[][] reaches = reaches(graph);
            // With and without looking for a large circle first.
            Components circles = StrongComponents.of(graph, i % 2 == 0 ? 0 : Integer.MAX_VALUE);
            for (int one = 0; one < firms; one++) {
                for (int other = 0; other < firms; other++) {
                    assertThat(circles.of(one) == circles.of(other))
                            .isEqualTo(reaches[one][other] && reaches[other][one]);
                    // Numbers go along edges.
                    assertThat(!reaches[one][other] || circles.of(one) <= circles.of(other))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aLargeCircleIsFoundFirstOrLeftToTheSearch() {
        int firms = 3000;
        int[] order = IntStream.range(0, firms).toArray();
        for (int firm = firms - 1; firm > 0; firm--) {
            int other = random.nextInt(firm + 1);
            int drawn = order[firm];
            order[firm] = order[other];
            order[other] = drawn;
        }
        double[][] ring = IntStream.range(0, firms)
                .mapToObj(place -> new double[] {order[place], order[(place + 1) % firms], 1})
                .toArray(double[][]::new);
        FirmGraph along = SampleGraphs.graph(firms, ring);
        assertThat(LargeCircle.of(along)).isEmpty();
        assertThat(StrongComponents.of(along, 0).count()).isEqualTo(1);
        FirmGraph dense = SampleGraphs.random(random, firms, 4, .1).hits();
        Components found = StrongComponents.of(dense, 0);
        Components searched = StrongComponents.of(dense, Integer.MAX_VALUE);
        assertThat(LargeCircle.of(dense)).isPresent();
        assertThat(found.count()).isEqualTo(searched.count());
        for (int firm = 0; firm < firms; firm++) {
            assertThat(found.members(found.of(firm))).isEqualTo(searched.members(searched.of(firm)));
        }
    }

    private static boolean[][] reaches(FirmGraph graph) {
        int firms = graph.firms();
        boolean[][] reaches = new boolean[firms][firms];
        for (int firm = 0; firm < firms; firm++) {
            reaches[firm][firm] = true;
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                reaches[firm][graph.head(edge)] = true;
            }
        }
        for (int by = 0; by < firms; by++) {
            for (int from = 0; from < firms; from++) {
                for (int to = 0; to < firms; to++) {
                    reaches[from][to] |= reaches[from][by] && reaches[by][to];
                }
            }
        }
        return reaches;
    }

    @Test
    void theCoreNumberIsTheLastLevelAtWhichAFirmIsLeft() {
        for (int i = 0; i < 300; i++) {
            FirmGraph graph = sample(2 + random.nextInt(40));
            int[] cores = CoreNumbers.of(graph);
            boolean[][] pairs = pairs(graph);
            for (int level = 0; level < 12; level++) {
                boolean[] left = leftAt(pairs, level);
                for (int firm = 0; firm < cores.length; firm++) {
                    assertThat(cores[firm] >= level).isEqualTo(left[firm]);
                }
            }
        }
    }

    private static boolean[][] pairs(FirmGraph graph) {
        boolean[][] pairs = new boolean[graph.firms()][graph.firms()];
        for (int firm = 0; firm < pairs.length; firm++) {
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                pairs[firm][graph.head(edge)] = true;
                pairs[graph.head(edge)][firm] = true;
            }
        }
        return pairs;
    }

    /** Takes away, until nothing changes, whoever has fewer neighbours than the level. */
    private static boolean[] leftAt(boolean[][] pairs, int level) {
        boolean[] left = new boolean[pairs.length];
        Arrays.fill(left, true);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int firm = 0; firm < left.length; firm++) {
                int neighbours = 0;
                for (int other = 0; other < left.length; other++) {
                    neighbours += pairs[firm][other] && left[other] ? 1 : 0;
                }
                if (left[firm] && neighbours < level) {
                    left[firm] = false;
                    changed = true;
                }
            }
        }
        return left;
    }
}
