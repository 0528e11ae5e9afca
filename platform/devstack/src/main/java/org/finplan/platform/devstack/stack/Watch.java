package org.finplan.platform.devstack.stack;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.finplan.platform.devstack.process.Component;

/** Starts a program again when it ends although nobody stopped it; slower each time while it does not hold. */
final class Watch implements AutoCloseable {

    private static final Duration STEADY = Duration.ofSeconds(60);
    private static final long LONGEST_PAUSE_SECONDS = 30;

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
            again(component, failed, pause(failed));
        });
    }

    /** {@return seconds to wait before the n-th start in a row: none for the first, then 1, 2, 4 … 30} */
    static long pause(int failures) {
        return failures <= 1 ? 0 : Math.min(1L << Math.min(failures - 2, 10), LONGEST_PAUSE_SECONDS);
    }

    private void again(Component component, int failures, long seconds) {
        try {
            var unused = executor.schedule(() -> relaunch(component, failures), seconds, TimeUnit.SECONDS);
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
            again(component, failures + 1, pause(failures + 1));
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
