package org.finplan.benchmarks.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void theMedianIsTheMiddleOrTheMeanOfTheTwoThere() {
        assertThat(Numbers.median(List.of(9.0, 1.0, 5.0))).isEqualTo(5);
        assertThat(Numbers.median(List.of(4.0, 1.0, 2.0, 100.0))).isEqualTo(3);
        assertThatThrownBy(() -> Numbers.median(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void aMachineThatIsSlowerInSomeRoundsDoesNotChangeTheRatio(
            @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = 0.1, max = 1000) Double> speeds) {
        List<Double> half = speeds.stream().map(speed -> speed / 2).toList();

        assertThat(Numbers.ratio(half, speeds)).isCloseTo(0.5, within(1e-9));
    }

    @Property
    void aPercentileIsTheSmallestValueThatThePartDoesNotExceed(@ForAll @IntRange(min = 1, max = 500) int count) {
        long[] sorted = new long[count];
        for (int i = 0; i < count; i++) {
            sorted[i] = i;
        }
        long p99 = Numbers.percentile(sorted, 0.99);

        assertThat((p99 + 1.0) / count).isGreaterThanOrEqualTo(0.99);
        assertThat((double) p99 / count).isLessThan(0.99);
    }
}
