package org.finplan.risk.network.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.finplan.risk.network.SampleGraphs;
import org.finplan.risk.network.contagion.ExactDebtRank;
import org.finplan.risk.network.contagion.LossNetwork;
import org.finplan.risk.network.contagion.Stress;
import org.junit.jupiter.api.Test;

/** All failures at once beside the exact solver one at a time. */
class SingleFailuresTest {

    @Test
    void areWhatTheExactSolverSaysOfEachFirm() {
        Random random = new Random(7);
        int exact = 0;
        int several = 0;
        for (int i = 0; i < 1500; i++) {
            int firms = 2 + random.nextInt(25);
            LossNetwork network =
                    SampleGraphs.random(random, firms, .5 + random.nextDouble() * 2, .02 + random.nextDouble() * .5);
            SingleFailures all = SingleFailures.of(network, 1e-13, 1);
            ExactDebtRank one = new ExactDebtRank(network);
            SingleFailures iterated = SingleFailures.iterated(network, 1e-14, 2, Progress.UNWATCHED);
            exact += all.exact() ? 1 : 0;
            for (int firm = 0; firm < firms; firm++) {
                Stress stress = one.spread(network.failureOf(firm));
                assertThat(all.impact(firm)).as("network %d firm %d", i, firm).isCloseTo(stress.impact(), within(1e-9));
                if (iterated.converged()) {
                    assertThat(iterated.impact(firm)).isCloseTo(stress.impact(), within(1e-7));
                }
                several += all.exact() && all.failures(firm) > 2 ? 1 : 0;
                if (all.exact()) {
                    assertThat(all.failures(firm)).isEqualTo(stress.failures());
                }
            }
        }
        assertThat(exact).isEqualTo(1500);
        assertThat(several).isGreaterThan(500);
    }

    @Test
    void areTheSameBitsOnAnyNumberOfThreads() {
        for (double strength : new double[] {.1, .6}) {
            LossNetwork network = SampleGraphs.random(new Random(3), 400, 1.5, strength);
            SingleFailures one = SingleFailures.of(network, 1e-10, 1);
            assertThat(one.exact()).isTrue();
            for (int threads : new int[] {2, 3, 7, 64}) {
                assertSameBits(SingleFailures.of(network, 1e-10, threads), one);
            }
            int[] ranking = one.ranking();
            assertThat(one.impact(ranking[0])).isGreaterThanOrEqualTo(one.impact(ranking[399]));
        }
    }

    @Test
    void iteratedInStretchesOnAnyNumberOfThreadsAreTheBitsOfAll() {
        LossNetwork network = SampleGraphs.random(new Random(4), 300, 1.5, .3);
        SingleFailures all = SingleFailures.iterated(network, 1e-10, 1, Progress.UNWATCHED);
        assertThat(all.exact()).isFalse();
        for (int threads : new int[] {1, 2, 5}) {
            assertSameBits(SingleFailures.iterated(network, 1e-10, threads, Progress.UNWATCHED), all);
            for (int size : new int[] {1, 7, 100, 299}) {
                for (int first = 0; first < 300; first += size) {
                    int end = Math.min(300, first + size);
                    assertSameBits(
                            SingleFailures.iterated(network, first, end, 1e-10, threads, Progress.UNWATCHED), all);
                }
            }
        }
    }

    private static void assertSameBits(SingleFailures some, SingleFailures all) {
        for (int firm = some.first(); firm < some.end(); firm++) {
            assertThat(Double.doubleToLongBits(some.impact(firm)))
                    .as("firm %d", firm)
                    .isEqualTo(Double.doubleToLongBits(all.impact(firm)));
            assertThat(some.failures(firm)).isEqualTo(all.failures(firm));
        }
        if (some.end() - some.first() == all.end() - all.first()) {
            assertThat(some.ranking()).isEqualTo(all.ranking());
        }
    }

    @Test
    void aStretchIsRankedByTheNumbersOfItsFirms() {
        LossNetwork network = SampleGraphs.random(new Random(5), 50, 1.5, .3);
        SingleFailures some = SingleFailures.iterated(network, 20, 30, 1e-10, 1, Progress.UNWATCHED);
        assertThat(some.ranking())
                .containsExactlyInAnyOrder(IntStream.range(20, 30).toArray());
    }

    @Test
    void whoWatchesIsToldHowFarItIsAndMayEndIt() {
        LossNetwork network = SampleGraphs.random(new Random(6), 400, 1.5, .3);
        for (int threads : new int[] {1, 4}) {
            Watcher watcher = new Watcher(Integer.MAX_VALUE);
            assertThat(SingleFailures.exact(network, threads, watcher)).isPresent();
            assertThat(watcher.most).isEqualTo(watcher.of).isGreaterThanOrEqualTo(400);
            SingleFailures.iterated(network, 1e-9, threads, watcher);
            assertThat(watcher.of).isEqualTo(400);
            Watcher impatient = new Watcher(32);
            assertThatThrownBy(() -> SingleFailures.iterated(network, 1e-9, threads, impatient))
                    .isInstanceOf(CancellationException.class);
            assertThat(impatient.most).isLessThan(400);
            assertThatThrownBy(() -> SingleFailures.exact(network, threads, new Watcher(0)))
                    .isInstanceOf(CancellationException.class);
        }
    }

    /** Gives up after so many pieces. */
    private static final class Watcher implements Progress {

        private final int patience;
        private volatile int most;
        private volatile int of;

        Watcher(int patience) {
            this.patience = patience;
        }

        @Override
        public synchronized void reached(int done, int whole) {
            most = Math.max(most, done);
            of = whole;
        }

        @Override
        public boolean stopped() {
            return most >= patience;
        }
    }
}
