package org.finplan.risk.network.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rows of edges beside maps, with hubs and parallel edges. */
class FirmGraphTest {

    private static final int FIRMS = 120;

    private final Random random = new Random(11);

    /** Half of the edges leave two firms, so that some rows are long; many stand more than once. */
    private FirmGraph sample(int edges, Map<Long, Double> expected) {
        int[] from = new int[edges];
        int[] to = new int[edges];
        double[] amount = new double[edges];
        for (int edge = 0; edge < edges; edge++) {
            from[edge] = random.nextBoolean() ? random.nextInt(2) : random.nextInt(FIRMS);
            to[edge] = (from[edge] + 1 + random.nextInt(FIRMS - 1)) % FIRMS;
            amount[edge] = random.nextDouble();
            expected.merge(key(from[edge], to[edge]), amount[edge], Double::sum);
        }
        return FirmGraph.of(FIRMS, from, to, amount);
    }

    private static long key(int from, int to) {
        return (long) from * FIRMS + to;
    }

    private static Map<Long, Double> contents(FirmGraph graph) {
        Map<Long, Double> contents = new TreeMap<>();
        for (int firm = 0; firm < graph.firms(); firm++) {
            for (int edge = graph.begin(firm); edge < graph.end(firm); edge++) {
                contents.put(key(firm, graph.head(edge)), graph.amount(edge));
                assertThat(edge == graph.begin(firm) || graph.head(edge - 1) < graph.head(edge))
                        .isTrue();
            }
        }
        assertThat(contents).hasSize(graph.edges());
        return contents;
    }

    @Test
    void parallelEdgesAreSummedAsTheyCameAndRowsAscend() {
        for (int edges : new int[] {0, 1, 50, 500, 5000}) {
            Map<Long, Double> expected = new TreeMap<>();
            FirmGraph graph = sample(edges, expected);
            assertThat(contents(graph)).isEqualTo(expected);
            assertThat(graph.merged()).isEqualTo(edges - graph.edges());
        }
    }

    @Test
    void edgesPlacedByBlocksOfTailsStayAsTheyCame() {
        for (int firms : new int[] {2, 255, 256, 257, 5000}) {
            int edges = 4 * firms;
            int[] from = random.ints(edges, 0, firms).toArray();
            int[] to = random.ints(edges, 0, firms).toArray();
            double[] amount = random.doubles(edges).toArray();
            EdgeOrder direct = EdgeOrder.of(firms, from, to, amount, Integer.MAX_VALUE);
            EdgeOrder byBlocks = EdgeOrder.of(firms, from, to, amount, 0);
            assertThat(byBlocks.start()).isEqualTo(direct.start());
            assertThat(byBlocks.head()).isEqualTo(direct.head());
            assertThat(byBlocks.amount()).isEqualTo(direct.amount());
        }
    }
}
