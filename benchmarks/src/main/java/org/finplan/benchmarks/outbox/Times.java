package org.finplan.benchmarks.outbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** When events began and ended, by their id (nanoseconds). */
final class Times {

    private final Map<UUID, Long> begun = new ConcurrentHashMap<>();
    private final Map<UUID, Long> ended = new ConcurrentHashMap<>();

    void begin(UUID event, long nanos) {
        begun.put(event, nanos);
    }

    /** Only the first end of an event counts. */
    void end(UUID event) {
        ended.putIfAbsent(event, System.nanoTime());
    }

    int endedCount() {
        return ended.size();
    }

    boolean allEnded() {
        return ended.keySet().containsAll(begun.keySet());
    }

    /** How long events took from an earlier stop, which they all passed, to their end here. */
    Summary since(Times earlier, int warmUp) {
        Times hop = new Times();
        begun.keySet().forEach(event -> hop.begin(event, earlier.ended.get(event)));
        hop.ended.putAll(ended);
        return hop.summary(warmUp);
    }

    /** Leaves out the first events, whose code was not compiled yet. */
    Summary summary(int warmUp) {
        List<Map.Entry<UUID, Long>> inOrder = new ArrayList<>(begun.entrySet());
        inOrder.sort(Map.Entry.comparingByValue());
        List<Long> durations = new ArrayList<>();
        for (Map.Entry<UUID, Long> start : inOrder.subList(Math.min(warmUp, inOrder.size()), inOrder.size())) {
            Long end = ended.get(start.getKey());
            if (end == null) {
                throw new IllegalStateException("event " + start.getKey() + " never arrived");
            }
            durations.add(Math.max(0, end - start.getValue()));
        }
        return Summary.of(durations);
    }

    /** Number, median and 99th percentile (milliseconds). */
    record Summary(int number, double p50, double p99) {

        static Summary of(List<Long> nanos) {
            List<Long> sorted = new ArrayList<>(nanos);
            Collections.sort(sorted);
            return new Summary(sorted.size(), at(sorted, 0.5), at(sorted, 0.99));
        }

        private static double at(List<Long> sorted, double share) {
            int index = (int) Math.ceil(share * sorted.size()) - 1;
            return sorted.get(Math.max(0, index)) / 1e6;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "p50 %7.2f ms   p99 %7.2f ms   (%d)", p50, p99, number);
        }
    }
}
