package org.finplan.risk.network.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** The order of firms by a figure, beside that of sorted objects. */
class RankingTest {

    @Property(tries = 300)
    void isThatOfAStableSort(@ForAll @Size(max = 70) double @DoubleRange(min = 0, max = 1) [] sent) {
        // Coarse, so that many are equal; the one of two zeros only.
        double[] figure = IntStream.range(0, sent.length)
                .mapToDouble(firm -> Math.rint(sent[firm] * 8) / 8 + 0.0)
                .toArray();
        int[] sorted = IntStream.range(0, figure.length)
                .boxed()
                .sorted(Comparator.comparing((Integer firm) -> figure[firm]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(Ranking.of(figure)).isEqualTo(sorted);
    }
}
