package org.finplan.platform.outage;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks again and again for what is due. What fails is put back for longer each time and keeps nothing else waiting, however much
 * fails. While the database is away the looks become rarer, and the log says so once.
 */
public final class DueLoop {

    private static final Logger LOG = Logger.getLogger(DueLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofSeconds(5);

    private final String name;
    private final Duration interval;
    private final List<DueWork> kinds;
    private final List<DueRound> rounds;
    private final Backoff backoff;
    private final OutageNotice notice = new OutageNotice();
    private final OutageNotice faults = new OutageNotice();
    private final Postponed postponed = new Postponed();
    private final ScheduledExecutorService thread;

    /**
     * A loop that does not turn yet.
     *
     * @param name of its thread, and in the log
     * @param interval between two looks
     * @param kinds what to look for
     */
    public DueLoop(String name, Duration interval, List<DueWork> kinds) {
        this(name, interval, kinds, List.of());
    }

    /**
     * A loop that does not turn yet.
     *
     * @param name of its thread, and in the log
     * @param interval between two looks
     * @param kinds what to look for
     * @param rounds what is done as a whole at each turn
     */
    public DueLoop(String name, Duration interval, List<DueWork> kinds, List<DueRound> rounds) {
        this.name = name;
        this.interval = interval;
        this.kinds = List.copyOf(kinds);
        this.rounds = List.copyOf(rounds);
        this.backoff = new Backoff(interval, interval.plus(LONGEST_PAUSE));
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
    }

    /** Looks for the first time after one interval. */
    public void start() {
        lookAfter(interval.toNanos());
    }

    /** Ends the loop, after what it is doing, as long as that does not take long: the pools that it uses are closed next. */
    public void stop() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    // A look reports its failures by itself.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void lookAfter(long nanos) {
        try {
            thread.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service stops", e);
        }
    }

    private void look() {
        boolean well = true;
        for (DueRound round : rounds) {
            well &= perform(round);
        }
        for (DueWork kind : kinds) {
            well &= performAll(kind);
        }
        if (well) {
            backoff.reset();
            if (notice.over()) {
                LOG.infof("%s: the database is there again", name);
            }
        }
        lookAfter(well ? interval.toNanos() : backoff.nextNanos());
    }

    private boolean perform(DueRound round) {
        if (thread.isShutdown()) {
            return true;
        }
        try {
            round.perform();
            return true;
        } catch (RuntimeException e) {
            // It fails again at each turn: once a minute is often enough to say so.
            if (DatabaseFault.passes(e) || faults.due()) {
                tell(e, round.getClass().getSimpleName());
            }
            return false;
        }
    }

    private boolean performAll(DueWork kind) {
        boolean well = true;
        try {
            for (UUID id : kind.due(postponed.at(System.nanoTime()))) {
                if (thread.isShutdown()) {
                    return well;
                }
                well &= perform(kind, id);
            }
        } catch (RuntimeException e) {
            well = false;
            tell(e, "what is due");
        }
        return well;
    }

    private boolean perform(DueWork kind, UUID id) {
        try {
            kind.perform(id);
            postponed.done(id);
            return true;
        } catch (RuntimeException e) {
            tell(e, id);
            boolean away = DatabaseFault.passes(e);
            if (!away) {
                postponed.failed(id, System.nanoTime());
            }
            return !away;
        }
    }

    private void tell(RuntimeException failure, Object what) {
        if (!DatabaseFault.passes(failure)) {
            LOG.errorf(failure, "%s: %s waits, it could not be done", name, what);
        } else if (notice.due()) {
            LOG.warnf("%s: waits for the database: %s", name, failure.getMessage());
        }
    }
}
