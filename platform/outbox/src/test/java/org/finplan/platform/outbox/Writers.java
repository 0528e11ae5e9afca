package org.finplan.platform.outbox;

import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.finplan.platform.outbox.append.OutboxWriter;
import org.finplan.platform.outbox.append.PendingEvent;
import org.jdbi.v3.core.JdbiException;

/** Transactions of several threads that append random events to few aggregates; some roll back, some commit very late. */
final class Writers implements AutoCloseable {

    private static final class ChangedMyMind extends RuntimeException {}

    private final TestDatabase database;
    private final Runnable afterCommit;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();

    Writers(TestDatabase database, Runnable afterCommit) {
        this.database = database;
        this.afterCommit = afterCommit;
    }

    /** Starts threads; each commits until it has tried that many transactions. */
    Writers start(long seed, int number, int transactions) {
        for (int i = 0; i < number; i++) {
            Random random = new Random(seed * 31 + i);
            running.add(threads.submit(() -> {
                for (int t = 0; t < transactions; t++) {
                    transaction(random);
                }
            }));
        }
        return this;
    }

    private void transaction(Random random) {
        List<String> aggregates = new ArrayList<>();
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            aggregates.add("aggregate-" + random.nextInt(12));
        }
        List<PendingEvent> events = SampleEvents.pending(aggregates);
        boolean rollBack = random.nextInt(8) == 0;
        try {
            database.call(handle -> {
                OutboxWriter.write(handle, events);
                if (rollBack) {
                    throw new ChangedMyMind();
                }
                return null;
            });
            events.forEach(event -> acknowledged.add(event.id()));
            afterCommit.run();
        } catch (ChangedMyMind e) {
            // Its events must not appear anywhere.
        } catch (JdbiException e) {
            // The database is away: the outcome is unknown, the caller got no acknowledgement.
            await().until(this::databaseAnswers);
        }
    }

    private boolean databaseAnswers() {
        try {
            return database.call(
                    handle -> handle.select("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (JdbiException e) {
            return false;
        }
    }

    /** A transaction that takes its place in the outbox now and commits after events behind it were published. */
    Writers startLateCommit(String aggregate) {
        List<PendingEvent> events = SampleEvents.pending(List.of(aggregate, aggregate));
        running.add(threads.submit(() -> {
            database.call(handle -> {
                OutboxWriter.write(handle, events);
                await().atMost(Promises.PATIENCE)
                        .until(() -> database.count("outbox WHERE published_at IS NOT NULL AND position >"
                                        + " (SELECT min(position) + 50 FROM outbox)")
                                > 0);
                return null;
            });
            events.forEach(event -> acknowledged.add(event.id()));
            return null;
        }));
        return this;
    }

    /** Waits until all threads have ended. */
    List<UUID> finish() {
        for (Future<?> future : running) {
            try {
                future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return List.copyOf(acknowledged);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
