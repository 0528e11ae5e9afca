package org.finplan.benchmarks.journey;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations of one hop, and what they say together. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final List<Duration> taken = new ArrayList<>();

    /**
     * Adds one.
     *
     * @param duration how long it took
     */
    public void add(Duration duration) {
        taken.add(duration);
    }

    /** {@return the sum in milliseconds} */
    public double total() {
        return taken.stream().mapToLong(Duration::toNanos).sum() / NANOS_PER_MILLI;
    }

    /**
     * A percentile by the nearest rank: the smallest duration that at least that part of all does not exceed.
     *
     * @param part from 0 (exclusive) to 1
     * @return milliseconds
     */
    public double percentile(double part) {
        if (taken.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        List<Duration> sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(part * sorted.size());
        return sorted.get(Math.max(0, rank - 1)).toNanos() / NANOS_PER_MILLI;
    }
}
