package org.finplan.gateway.route;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether a body comes fast enough. One byte now and then is progress to whoever only looks for silence, but holds a place
 * at the service for hours. Only the time spent waiting for the caller counts, and not the first of it.
 */
final class MinimumRate {

    private final LongSupplier nanos;
    private final long graceNanos;
    private final long bytesPerSecond;
    private long since;
    private long waited;
    private boolean paused;

    /**
     * A rate, measured from now on.
     *
     * @param nanos a clock, such as {@link System#nanoTime}
     * @param grace time of waiting within which any rate will do
     * @param bytesPerSecond least bytes per second of waiting on average, from the first moment on
     */
    MinimumRate(LongSupplier nanos, Duration grace, long bytesPerSecond) {
        this.nanos = nanos;
        this.graceNanos = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
        this.since = nanos.getAsLong();
    }

    /** From now on it is not the caller who is waited for. */
    void pause() {
        if (!paused) {
            waited += nanos.getAsLong() - since;
            paused = true;
        }
    }

    /** From now on the caller is waited for again. */
    void resume() {
        if (paused) {
            since = nanos.getAsLong();
            paused = false;
        }
    }

    /**
     * Whether the rate is missed.
     *
     * @param bytes that came until now
     * @return whether they are too few for the time
     */
    boolean missed(long bytes) {
        long time = paused ? waited : waited + nanos.getAsLong() - since;
        return time > graceNanos && bytes < bytesPerSecond * TimeUnit.NANOSECONDS.toMillis(time) / 1_000;
    }
}
