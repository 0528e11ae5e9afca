package org.finplan.risk.network.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** Work on several threads: each piece once, and what fails fails the whole. */
class ParallelTest {

    @Test
    void eachPieceIsDoneOnce() {
        for (int pieces : new int[] {0, 1, 15, 16, 17, 1000}) {
            AtomicIntegerArray times = new AtomicIntegerArray(pieces);
            Parallel.each(pieces, 4, Progress.UNWATCHED, () -> times::incrementAndGet);
            for (int piece = 0; piece < pieces; piece++) {
                assertThat(times.get(piece)).isEqualTo(1);
            }
        }
    }

    @Test
    void aPieceThatFailsOnAnyThreadFailsTheWhole() {
        for (int threads : new int[] {1, 4}) {
            assertThatThrownBy(() -> Parallel.each(1000, threads, Progress.UNWATCHED, () -> piece -> {
                        if (piece == 700) {
                            throw new IllegalStateException("sample");
                        }
                    }))
                    .hasMessage("sample");
        }
    }
}
