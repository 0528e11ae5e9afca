package org.finplan.gateway.route;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices when nothing moved in an exchange for the time of its route. */
final class StallWatch {

    private final Vertx vertx;
    private final long patienceMillis;
    private final Runnable stalled;
    private long lastNanos = System.nanoTime();
    private long timer = -1;
    private boolean fired;

    StallWatch(Vertx vertx, Duration patience, Runnable stalled) {
        this.vertx = vertx;
        this.patienceMillis = Math.max(1, patience.toMillis());
        this.stalled = stalled;
    }

    /** Begins to watch, or goes on with another attempt. */
    void start() {
        progress();
        stop();
        timer = vertx.setTimer(patienceMillis, this::check);
    }

    void progress() {
        lastNanos = System.nanoTime();
    }

    void stop() {
        if (timer >= 0) {
            vertx.cancelTimer(timer);
            timer = -1;
        }
    }

    /** {@return whether the exchange stalled} */
    boolean fired() {
        return fired;
    }

    private void check(long due) {
        long idle = (System.nanoTime() - lastNanos) / 1_000_000;
        if (idle < patienceMillis) {
            timer = vertx.setTimer(patienceMillis - idle, this::check);
            return;
        }
        timer = -1;
        fired = true;
        stalled.run();
    }
}
