package org.finplan.risk.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SparseFactorTest {

    @Property(tries = 200)
    void solvesTheSystemAndItsTransposed(@ForAll long seed) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(60);
        double[][] coefficient = new double[size][size];
        RowSystem system = new RowSystem(size, 1);
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (row != column && random.nextInt(size) < 3) {
                    coefficient[row][column] = random.nextDouble() / 4;
                    system.add(column, coefficient[row][column]);
                }
            }
            system.endRow();
        }
        SparseFactor factor = SparseFactor.of(system, 1_000_000).orElseThrow();
        double[] right = random.doubles(size).toArray();
        double[] straight = right.clone();
        double[] turned = right.clone();
        factor.solve(straight);
        factor.solveTransposed(turned);
        for (int row = 0; row < size; row++) {
            double sum = straight[row];
            double transposed = turned[row];
            for (int column = 0; column < size; column++) {
                sum -= coefficient[row][column] * straight[column];
                transposed -= coefficient[column][row] * turned[column];
            }
            assertThat(sum).isCloseTo(right[row], within(1e-9 * size));
            assertThat(transposed).isCloseTo(right[row], within(1e-9 * size));
        }
    }

    @Test
    void givesUpWhenItWouldKeepTooMuch() {
        RowSystem system = new RowSystem(50, 1);
        for (int row = 0; row < 50; row++) {
            for (int step = 1; step < 10; step++) {
                system.add((row + step * 5) % 50 == row ? (row + 1) % 50 : (row + step * 5) % 50, .01);
            }
            system.endRow();
        }
        assertThat(SparseFactor.of(system, 100)).isEmpty();
    }
}
