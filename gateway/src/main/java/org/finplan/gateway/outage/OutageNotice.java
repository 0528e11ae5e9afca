package org.finplan.gateway.outage;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to speak of an outage: as it begins, then at intervals that grow to ten minutes, and once when it is over. An attempt
 * each second would otherwise fill the log with one sentence.
 */
public final class OutageNotice {

    private static final long FIRST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final long LONGEST_NANOS = Duration.ofMinutes(10).toNanos();

    private final LongSupplier nanos;
    private long interval;
    private long last;
    private volatile boolean away;

    /**
     * Nothing is away yet.
     *
     * @param nanos a clock, such as {@link System#nanoTime}
     */
    public OutageNotice(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** {@return whether this failed attempt is worth a line} */
    public synchronized boolean due() {
        long now = nanos.getAsLong();
        if (away && now - last < interval) {
            return false;
        }
        interval = away ? Math.min(2 * interval, LONGEST_NANOS) : FIRST_NANOS;
        last = now;
        away = true;
        return true;
    }

    /** {@return whether this attempt, which succeeded, ends an outage} */
    public boolean over() {
        return away && end();
    }

    private synchronized boolean end() {
        boolean ended = away;
        away = false;
        return ended;
    }
}
