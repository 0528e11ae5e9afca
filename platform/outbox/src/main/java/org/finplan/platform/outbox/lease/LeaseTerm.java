package org.finplan.platform.outbox.lease;

import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * The time for which one holder has a lease. Its number is the fencing number (Kleppmann, "How to do distributed locking",
 * 2016): a write under the lease compares it within its own statement, so that a holder that slept through the end of its
 * term changes nothing. Safe for use by several threads.
 */
public final class LeaseTerm {

    private final String name;
    private final long number;
    private final UUID holder;
    private final LongSupplier nanos;
    private volatile long validUntil;

    LeaseTerm(String name, long number, UUID holder, LongSupplier nanos, long validUntil) {
        this.name = name;
        this.number = number;
        this.holder = holder;
        this.nanos = nanos;
        this.validUntil = validUntil;
    }

    /** {@return what the lease is for} */
    public String name() {
        return name;
    }

    /** {@return the fencing number: higher than that of every holder before} */
    public long number() {
        return number;
    }

    /** {@return who holds it} */
    public UUID holder() {
        return holder;
    }

    /**
     * Whether the holder may still act. It runs out here no later than in the database: the time counts from before the
     * request for it was sent, on a clock that goes on while the process is stopped.
     *
     * @return whether the lease has not run out
     */
    public boolean isValid() {
        return nanos.getAsLong() - validUntil < 0;
    }

    /**
     * Refuses to go on after the end.
     *
     * @throws LeaseLostException when the lease has run out
     */
    public void requireValid() {
        if (!isValid()) {
            throw new LeaseLostException(this);
        }
    }

    void validUntil(long instant) {
        validUntil = instant;
    }
}
