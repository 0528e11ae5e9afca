package org.finplan.platform.outage;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before the next attempt at something that fails: each pause twice as long as the one before, up to a
 * longest one, and each shortened at random by up to a half, so that many who failed together do not try again together.
 * Every loop of the suite that tries again takes its pauses from here. For use by one thread.
 *
 * <p>The jitter is the "equal jitter" of Brooker, "Exponential Backoff And Jitter" (AWS Architecture Blog, 2015): never
 * less than half of the pause, so that no loop turns without one.
 */
public final class Backoff {

    private final long firstNanos;
    private final long longestNanos;
    private final DoubleSupplier random;
    private long nextNanos;

    /**
     * A backoff that has seen no failure.
     *
     * @param first pause after the first failure, more than nothing
     * @param longest longest pause, not shorter than the first
     */
    public Backoff(Duration first, Duration longest) {
        this(first, longest, () -> ThreadLocalRandom.current().nextDouble());
    }

    Backoff(Duration first, Duration longest, DoubleSupplier random) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("A backoff needs 0 < first <= longest, not " + first + ", " + longest);
        }
        this.firstNanos = first.toNanos();
        this.longestNanos = longest.toNanos();
        this.random = random;
        this.nextNanos = firstNanos;
    }

    /** {@return nanoseconds to wait after this failure} */
    public long nextNanos() {
        long pause = nextNanos;
        nextNanos = Math.min(longestNanos, 2 * pause);
        return pause / 2 + (long) (random.getAsDouble() * (pause - pause / 2));
    }

    /**
     * Waits after a failure.
     *
     * @throws InterruptedException when interrupted
     */
    public void pause() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nextNanos());
    }

    /** Says that an attempt succeeded: the next failure is a first one again. */
    public void reset() {
        nextNanos = firstNanos;
    }
}
