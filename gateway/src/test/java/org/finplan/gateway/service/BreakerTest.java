package org.finplan.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final int PAUSE = 100;
    private final Breaker breaker = new Breaker(3, PAUSE, 4 * PAUSE);

    @Test
    void opensAfterFailuresInARowOnly() {
        fail(2, 0);
        breaker.succeeded();
        fail(2, 0);
        assertThat(breaker.closed()).isTrue();
        fail(1, 0);
        assertThat(breaker.closed()).isFalse();
        assertThat(breaker.pass(true, PAUSE - 1)).isFalse();
        assertThat(breaker.pass(false, PAUSE - 1)).isFalse();
    }

    @Test
    void afterThePauseOneSafeRequestTriesAndAWriteNever() {
        fail(3, 0);
        assertThat(breaker.pass(false, PAUSE)).isFalse();
        assertThat(breaker.pass(true, PAUSE)).isTrue();
        assertThat(breaker.pass(true, PAUSE)).as("a second one beside it").isFalse();
        breaker.succeeded();
        assertThat(breaker.pass(false, PAUSE)).isTrue();
    }

    @Test
    void aTrialThatFailsDoublesThePauseUpToItsLimit() {
        fail(3, 0);
        long now = 0;
        for (int pause : new int[] {PAUSE, 2 * PAUSE, 4 * PAUSE, 4 * PAUSE}) {
            assertThat(breaker.pass(true, now + pause - 1)).isFalse();
            now += pause;
            assertThat(breaker.pass(true, now)).isTrue();
            breaker.failed(now);
        }
        assertThat(breaker.pass(true, now + 4 * PAUSE)).isTrue();
        breaker.succeeded();
        fail(3, now);
        assertThat(breaker.pass(true, now + PAUSE)).as("the pause begins anew").isTrue();
    }

    @Test
    void aTrialThatIsAbandonedLeavesTheTrialToTheNext() {
        fail(3, 0);
        assertThat(breaker.pass(true, PAUSE)).isTrue();
        breaker.abandoned();
        assertThat(breaker.closed()).isFalse();
        assertThat(breaker.pass(true, PAUSE)).isTrue();
    }

    @Test
    void whereOnlyWritesComeGoodHealthClosesItOnProbation() {
        fail(3, 0);
        breaker.healthy(PAUSE - 1);
        assertThat(breaker.closed()).isFalse();
        breaker.healthy(PAUSE);
        assertThat(breaker.pass(false, PAUSE)).isTrue();
        fail(1, PAUSE);
        assertThat(breaker.closed()).as("one failure opens it again").isFalse();
        assertThat(breaker.pass(true, 3 * PAUSE - 1)).isFalse();
        assertThat(breaker.pass(true, 3 * PAUSE)).isTrue();
    }

    /** Whatever happens in whatever order: never two trials at once, and one that answers closes the circuit. */
    @Property
    void neverTwoTrialsAtOnce(@ForAll @Size(max = 200) List<@IntRange(max = 4) Integer> steps) {
        Breaker any = new Breaker(2, 3, 12);
        int trials = 0;
        long now = 0;
        for (int step : steps) {
            now++;
            boolean closed = any.closed();
            switch (step) {
                case 0 -> trials += any.pass(true, now) && !closed ? 1 : 0;
                case 1 -> assertThat(any.pass(false, now)).isEqualTo(closed);
                case 2 -> any.failed(now);
                case 3 -> any.abandoned();
                default -> any.succeeded();
            }
            if (step > 1) {
                trials = 0;
            }
            assertThat(trials).isLessThanOrEqualTo(1);
            assertThat(step != 4 || any.closed()).isTrue();
        }
    }

    private void fail(int times, long now) {
        for (int i = 0; i < times; i++) {
            breaker.failed(now);
        }
    }
}
