package org.finplan.gateway.route;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;

/** Notices when nothing moved in an exchange for the time of its route. */
final class StallWatch {

    private final StallWatches all;
    private final long patienceNanos;
    private final Runnable stalled;
    private Context context;
    private volatile long lastNanos;
    private boolean running;
    private boolean fired;

    /**
     * A watch that has not begun.
     *
     * @param all those that are watched together with it
     * @param patience how long nothing may move
     * @param stalled what to do then, on the thread of whoever starts the watch
     */
    StallWatch(StallWatches all, Duration patience, Runnable stalled) {
        this.all = all;
        this.patienceNanos = patience.toNanos();
        this.stalled = stalled;
    }

    /** Begins to watch, or goes on with another attempt. */
    void start() {
        context = Vertx.currentContext();
        running = true;
        progress();
        all.add(this);
    }

    void progress() {
        lastNanos = System.nanoTime();
    }

    void stop() {
        if (running) {
            running = false;
            all.remove(this);
        }
    }

    /** {@return whether the exchange stalled} */
    boolean fired() {
        return fired;
    }

    /** Called from any thread while the watch runs. */
    void look() {
        if (System.nanoTime() - lastNanos >= patienceNanos) {
            context.runOnContext(late -> fire());
        }
    }

    private void fire() {
        // It may have moved or ended while this waited for its turn.
        if (running && System.nanoTime() - lastNanos >= patienceNanos) {
            stop();
            fired = true;
            stalled.run();
        }
    }
}
