package org.finplan.gateway.route;

import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All exchanges that are watched. One timer looks after them together: a timer for each, set and cancelled with every
 * request, would cost more than what it watches for is worth.
 */
final class StallWatches {

    /** Longest time that a stall goes unnoticed after it is one. */
    private static final long PERIOD_MILLIS = 100;

    private final Set<StallWatch> running = ConcurrentHashMap.newKeySet();

    StallWatches(Vertx vertx) {
        vertx.setPeriodic(PERIOD_MILLIS, tick -> running.forEach(StallWatch::look));
    }

    void add(StallWatch watch) {
        running.add(watch);
    }

    void remove(StallWatch watch) {
        running.remove(watch);
    }
}
