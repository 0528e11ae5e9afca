package org.finplan.gateway.service;

/**
 * The circuit breaker of one instance. Closed, it lets everything through and counts requests in a row that got no answer.
 * Open, it lets nothing through for a pause. After the pause one safe request at a time tries whether the instance answers
 * again: never a write, for nobody's order is there to find out. Where only writes come, a good health check closes the
 * circuit on probation: one more failure opens it again, for twice as long.
 *
 * <p>Times are those of {@link System#nanoTime()}. Safe for use by several threads; the closed way takes no lock.
 */
final class Breaker {

    private enum State {
        CLOSED,
        OPEN,
        TRIAL
    }

    private final int threshold;
    private final long firstPauseNanos;
    private final long longestPauseNanos;

    private volatile State state = State.CLOSED;
    private volatile int failures;
    private long pauseNanos;
    private long openedAt;

    /**
     * A closed circuit.
     *
     * @param threshold failures in a row that open it
     * @param firstPauseNanos how long it stays open the first time
     * @param longestPauseNanos the longest it stays open
     */
    Breaker(int threshold, long firstPauseNanos, long longestPauseNanos) {
        this.threshold = threshold;
        this.firstPauseNanos = firstPauseNanos;
        this.longestPauseNanos = longestPauseNanos;
        this.pauseNanos = firstPauseNanos;
    }

    boolean closed() {
        return state == State.CLOSED;
    }

    /** {@return whether a request could pass now} */
    boolean admits(boolean safe, long now) {
        return state == State.CLOSED || (safe && trialIsDue(now));
    }

    /**
     * Passes a request. Each that passed must end in {@link #succeeded}, {@link #failed} or {@link #abandoned}.
     *
     * @param safe whether it changes nothing
     * @param now the time
     * @return whether it passes
     */
    boolean pass(boolean safe, long now) {
        if (state == State.CLOSED) {
            return true;
        }
        synchronized (this) {
            if (state == State.CLOSED) {
                return true;
            }
            if (safe && trialIsDue(now)) {
                state = State.TRIAL;
                return true;
            }
            return false;
        }
    }

    private synchronized boolean trialIsDue(long now) {
        return state == State.OPEN && now - openedAt >= pauseNanos;
    }

    /** The head of an answer came. */
    void succeeded() {
        if (state != State.CLOSED || failures != 0) {
            synchronized (this) {
                state = State.CLOSED;
                failures = 0;
                pauseNanos = firstPauseNanos;
            }
        }
    }

    /** No answer came. */
    synchronized void failed(long now) {
        switch (state) {
            case TRIAL -> open(now, Math.min(pauseNanos * 2, longestPauseNanos));
            case CLOSED -> {
                failures = failures + 1;
                if (failures >= threshold) {
                    open(now, pauseNanos);
                }
            }
            // Requests that were under way when the circuit opened say nothing new.
            case OPEN -> {}
        }
    }

    /** A request ended for a reason of its own, such as a caller that went away. */
    synchronized void abandoned() {
        if (state == State.TRIAL) {
            state = State.OPEN;
        }
    }

    /** A health check was answered well. */
    void healthy(long now) {
        if (state == State.OPEN) {
            synchronized (this) {
                if (trialIsDue(now)) {
                    state = State.CLOSED;
                    failures = threshold - 1;
                    pauseNanos = Math.min(pauseNanos * 2, longestPauseNanos);
                }
            }
        }
    }

    private void open(long now, long pause) {
        state = State.OPEN;
        openedAt = now;
        pauseNanos = pause;
    }
}
