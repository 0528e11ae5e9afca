package org.finplan.platform.devstack.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.devstack.process.Component;

/**
 * Starts a program again when it ends although nobody stopped it; slower each time while it does not hold, but never more
 * than ten seconds after it ended, so that the stack comes back soon after what kept it down is gone.
 */
final class Watch implements AutoCloseable {

    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final double JITTER = 0.25;

    private final Progress progress;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(runnable -> {
        Thread thread = new Thread(runnable, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean closed;

    Watch(Progress progress) {
        this.progress = progress;
    }

    void over(Component component) {
        over(component, 0);
    }

    private void over(Component component, int failures) {
        Instant since = Instant.now();
        var unused = component.process().onExit().thenAccept(code -> {
            if (closed) {
                return;
            }
            boolean held = Duration.between(since, Instant.now()).compareTo(STEADY) > 0;
            int failed = held ? 1 : failures + 1;
            progress.line(component.name() + " ended unexpectedly (" + code + "); starting it again");
            again(component, failed);
        });
    }

    /**
     * The wait before the n-th start in a row: none for the first, then 1, 2, 4, 8 and 10 s, up to a quarter less so that
     * programs that ended together do not all start at the same moment.
     *
     * @param failures how often in a row it ended
     * @param random a random number from 0 to 1
     * @return the wait
     */
    static Duration pause(int failures, double random) {
        if (failures <= 1) {
            return Duration.ZERO;
        }
        Duration growing = Duration.ofSeconds(1L << Math.min(failures - 2, 10));
        Duration longest = growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
        return Duration.ofMillis(Math.round(longest.toMillis() * (1 - JITTER * random)));
    }

    private void again(Component component, int failures) {
        Duration pause = pause(failures, ThreadLocalRandom.current().nextDouble());
        try {
            var unused =
                    executor.schedule(() -> relaunch(component, failures), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The stack stops.
        }
    }

    private void relaunch(Component component, int failures) {
        if (closed) {
            return;
        }
        try {
            component.process().kill();
            component.launch();
            over(component, failures);
        } catch (RuntimeException e) {
            progress.line(component.name() + " did not start: " + e.getMessage());
            again(component, failures + 1);
        }
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdown();
        try {
            if (!executor.awaitTermination(5, TimeUnit.SECONDS)) {
                progress.line("a restart did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
