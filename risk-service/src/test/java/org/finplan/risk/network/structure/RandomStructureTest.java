package org.finplan.risk.network.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
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
            Components circles = StrongComponents.of(graph);
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
            FirmGraph pairs = graph.undirected();
            for (int level = 0; level < 12; level++) {
                boolean[] left = leftAt(pairs, level);
                for (int firm = 0; firm < cores.length; firm++) {
                    assertThat(cores[firm] >= level).isEqualTo(left[firm]);
                }
            }
        }
    }

    /** Takes away, until nothing changes, whoever has fewer neighbours than the level. */
    private static boolean[] leftAt(FirmGraph pairs, int level) {
        boolean[] gone = new boolean[pairs.firms()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int firm = 0; firm < gone.length; firm++) {
                int neighbours = 0;
                for (int edge = pairs.begin(firm); edge < pairs.end(firm); edge++) {
                    neighbours += gone[pairs.head(edge)] ? 0 : 1;
                }
                if (!gone[firm] && neighbours < level) {
                    gone[firm] = true;
                    changed = true;
                }
            }
        }
        boolean[] left = new boolean[gone.length];
        for (int firm = 0; firm < gone.length; firm++) {
            left[firm] = !gone[firm];
        }
        return left;
    }
}
