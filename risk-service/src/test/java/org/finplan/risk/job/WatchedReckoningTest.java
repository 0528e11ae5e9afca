package org.finplan.risk.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A reckoning on a thread of its own, which somebody looks after. */
class WatchedReckoningTest {

    private final WatchedReckoning reckoning = new WatchedReckoning("sample");

    /** Goes on until its course says that nobody waits. */
    private static String endless(WatchedReckoning.Course course) {
        course.reached(1, 4);
        while (!course.stopped()) {
            Thread.onSpinWait();
        }
        throw new CancellationException("given up");
    }

    @Test
    void answersWhatWasReckoned() {
        assertThat(reckoning.<String>watched(course -> "answer", share -> true)).isEqualTo("answer");
    }

    @Test
    void theWatchSeesHowFarItIsAndTheAnswerComesWhenItIsThere() {
        CountDownLatch looked = new CountDownLatch(1);
        AtomicReference<Double> seen = new AtomicReference<>();
        String answer = reckoning.watched(
                course -> {
                    course.reached(3, 4);
                    await(looked);
                    return "answer";
                },
                share -> {
                    seen.set(share);
                    looked.countDown();
                    return true;
                });
        assertThat(answer).isEqualTo("answer");
        assertThat(seen).hasValue(.75);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stops) {
            throw new IllegalStateException(stops);
        }
    }

    @Test
    void givesUpWhenNobodyWaitsAndReckonsTheNextOne() {
        assertThatThrownBy(() -> reckoning.watched(WatchedReckoningTest::endless, share -> share < .25))
                .isInstanceOf(CancellationException.class);
        assertThat(reckoning.<Integer>watched(course -> 1, share -> true)).isEqualTo(1);
    }

    @Test
    void givesUpWhenTheProgramStops() {
        assertThatThrownBy(() -> reckoning.watched(WatchedReckoningTest::endless, share -> {
                    reckoning.stop();
                    return true;
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void whatFailsFailsForWhoeverWaits() {
        assertThatThrownBy(() -> reckoning.watched(
                        course -> {
                            throw new IllegalArgumentException("no equity");
                        },
                        share -> true))
                .hasMessage("no equity");
        assertThatThrownBy(() -> reckoning.watched(WatchedReckoningTest::endless, share -> {
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");
    }
}
