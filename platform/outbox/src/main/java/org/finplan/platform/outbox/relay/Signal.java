package org.finplan.platform.outbox.relay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the one thread that waits for work. A signal that comes while it works is kept. */
final class Signal {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean set;

    void set() {
        lock.lock();
        try {
            set = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a signal, clears it and returns; returns without one after the time. */
    void await(long nanos) throws InterruptedException {
        lock.lock();
        try {
            long left = nanos;
            while (!set && left > 0) {
                left = changed.awaitNanos(left);
            }
            set = false;
        } finally {
            lock.unlock();
        }
    }

    /** {@return the nanoseconds of a number of milliseconds} */
    static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
