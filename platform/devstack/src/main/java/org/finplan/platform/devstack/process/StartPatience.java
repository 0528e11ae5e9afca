package org.finplan.platform.devstack.process;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How long the start of a program is waited for. On a busy machine a start may take minutes and be sound all the same, so
 * the wait goes on while the program shows progress, within an outer bound.
 */
public final class StartPatience {

    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(2);
    private static final Duration IN_ALL = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Supplier<Activity> activity;
    private final LongSupplier clock;
    private final long begun;
    private Activity last;
    private long lookedAt;
    private long progressAt;

    /**
     * Begins to wait.
     *
     * @param program gives the program that starts
     */
    public StartPatience(Supplier<ChildProcess> program) {
        this(() -> Activity.of(program.get()), System::nanoTime);
    }

    StartPatience(Supplier<Activity> activity, LongSupplier clock) {
        this.activity = activity;
        this.clock = clock;
        this.begun = clock.getAsLong();
        this.last = activity.get();
        this.lookedAt = begun;
        this.progressAt = begun;
    }

    /**
     * Looks whether it is worth to wait on.
     *
     * @param name name of the program
     * @throws IllegalStateException when the program showed no progress for two minutes, or is not ready after ten
     */
    public void check(String name) {
        long now = clock.getAsLong();
        if (now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
            lookedAt = now;
            Activity current = activity.get();
            if (current.showsProgressSince(last)) {
                last = current;
                progressAt = now;
            }
        }
        if (now - progressAt >= WITHOUT_PROGRESS.toNanos()) {
            throw new IllegalStateException(name + " was not ready after " + seconds(now - begun)
                    + " s and has shown no progress for " + seconds(now - progressAt) + " s");
        }
        if (now - begun >= IN_ALL.toNanos()) {
            throw new IllegalStateException(name + " was not ready after " + seconds(now - begun) + " s");
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).toSeconds();
    }

    /**
     * What a program has done so far.
     *
     * @param logSize bytes in its log
     * @param processorTime what it and its children have used
     */
    record Activity(long logSize, Duration processorTime) {

        // An idle JVM uses a little too.
        private static final Duration WORK = Duration.ofMillis(500);

        static Activity of(ChildProcess process) {
            Duration used = process.program().stream()
                    .flatMap(program -> Stream.concat(Stream.of(program), program.descendants()))
                    .flatMap(handle -> handle.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
            return new Activity(new LogFile(process.log()).size(), used);
        }

        // The log shrinks when it is rotated, the time when a child ends: both are signs of life.
        boolean showsProgressSince(Activity earlier) {
            return logSize != earlier.logSize
                    || processorTime.minus(earlier.processorTime).abs().compareTo(WORK) >= 0;
        }
    }
}
