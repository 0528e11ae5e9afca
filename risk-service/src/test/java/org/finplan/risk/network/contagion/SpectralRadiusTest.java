package org.finplan.risk.network.contagion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.structure.Components;
import org.finplan.risk.network.structure.StrongComponents;
import org.junit.jupiter.api.Test;

/** The largest spectral radius beside those of all circles. */
class SpectralRadiusTest {

    private final Random random = new Random(14);

    @Test
    void theLargestIsThatOfOneCircleToTheBit() {
        for (int i = 0; i < 300; i++) {
            LossNetwork network = SampleGraphs.random(
                    random, 2 + random.nextInt(40), .5 + random.nextDouble() * 2, random.nextDouble() * 3);
            Components circles = StrongComponents.of(network.leverage());
            double most = IntStream.range(0, circles.count())
                    .mapToDouble(number -> SpectralRadius.of(network.leverage(), circles, number)
                            .lower())
                    .max()
                    .orElseThrow();
            assertThat(SpectralRadius.largest(network.leverage(), circles).lower())
                    .isEqualTo(most);
        }
    }
}
