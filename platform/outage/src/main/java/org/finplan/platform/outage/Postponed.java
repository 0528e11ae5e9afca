package org.finplan.platform.outage;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What could not be done, and until when each is left alone: a second at first, twice as long after each further failure. */
final class Postponed {

    /** Of more than these the one that failed first is forgotten, and tried again. */
    static final int MOST = 10_000;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 9;

    private record Failure(int times, long until) {}

    private final Map<UUID, Failure> failures = new LinkedHashMap<>();

    /**
     * What is left alone.
     *
     * @param now nanoseconds of a clock that only goes on
     * @return ids
     */
    Set<UUID> at(long now) {
        return failures.entrySet().stream()
                .filter(entry -> entry.getValue().until() - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    void failed(UUID id, long now) {
        Failure before = failures.remove(id);
        int times = before == null ? 0 : Math.min(before.times() + 1, MOST_DOUBLINGS);
        failures.put(id, new Failure(times, now + (FIRST.toNanos() << times)));
        if (failures.size() > MOST) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    void done(UUID id) {
        failures.remove(id);
    }
}
