package org.finplan.platform.outage;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When to speak of an outage: as it begins, once a minute while it lasts, and when it is over. An attempt each second would
 * otherwise fill the log with one sentence. Safe for use by several threads.
 */
public final class OutageNotice {

    private static final long INTERVAL_NANOS = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private long last;
    private volatile boolean lasts;

    /** Nothing is unavailable yet. */
    public OutageNotice() {
        this(System::nanoTime);
    }

    OutageNotice(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** {@return whether this failed attempt is worth a line} */
    public synchronized boolean due() {
        long now = nanos.getAsLong();
        if (lasts && now - last < INTERVAL_NANOS) {
            return false;
        }
        last = now;
        lasts = true;
        return true;
    }

    /** {@return whether this attempt, which succeeded, ends an outage} */
    public boolean over() {
        return lasts && end();
    }

    private synchronized boolean end() {
        boolean ended = lasts;
        lasts = false;
        return ended;
    }
}
