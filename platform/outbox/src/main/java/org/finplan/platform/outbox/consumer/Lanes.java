package org.finplan.platform.outbox.consumer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.outage.Backoff;

/** Works on many aggregates at once, on the records of each one after another. A record that must be retried holds up only
 * its own aggregate. */
final class Lanes {

    /** Works on one record. */
    interface Work {

        /**
         * Tries a record.
         *
         * @param delivery the record
         * @param failures how often it failed before
         * @return empty when it is done, else whether the failure counts
         */
        Optional<Retry> attempt(Delivery delivery, int failures);
    }

    /** A record that is to be tried again. */
    enum Retry {
        /** The handler failed. */
        COUNTS,
        /** The database was unavailable. */
        WAITS
    }

    private record Key(String topic, String aggregate) {}

    private final class Lane implements Runnable {
        private final Key key;
        private final ArrayDeque<Delivery> queue = new ArrayDeque<>();
        private Delivery running;
        private final Backoff backoff = backoffs.get();
        private int failures;
        private boolean forgotten;

        Lane(Key key) {
            this.key = key;
        }

        @Override
        public void run() {
            Delivery next = begin(this);
            if (next != null) {
                Optional<Retry> retry = work.attempt(next, failures);
                end(this, retry);
            }
        }
    }

    private final ScheduledExecutorService workers;
    private final Work work;
    private final Supplier<Backoff> backoffs;
    private final Map<Key, Lane> lanes = new HashMap<>();
    private boolean stopped;

    Lanes(ScheduledExecutorService workers, Work work, Supplier<Backoff> backoffs) {
        this.workers = workers;
        this.work = work;
        this.backoffs = backoffs;
    }

    synchronized void add(Delivery delivery) {
        Key key = new Key(delivery.topic(), delivery.aggregate());
        Lane lane = lanes.get(key);
        if (lane == null) {
            lane = new Lane(key);
            lanes.put(key, lane);
            lane.queue.add(delivery);
            submit(lane, 0);
        } else {
            lane.queue.add(delivery);
        }
    }

    private synchronized Delivery begin(Lane lane) {
        lane.running = stopped ? null : lane.queue.peek();
        lane.forgotten = false;
        if (lane.running == null) {
            lanes.remove(lane.key);
        }
        return lane.running;
    }

    private synchronized void end(Lane lane, Optional<Retry> retry) {
        lane.running = null;
        if (!lane.forgotten && retry.isPresent()) {
            lane.failures += retry.get() == Retry.COUNTS ? 1 : 0;
            submit(lane, lane.backoff.nextNanos());
        } else {
            lane.failures = 0;
            lane.backoff.reset();
            if (!lane.forgotten) {
                lane.queue.remove();
            }
            if (lane.queue.isEmpty()) {
                lanes.remove(lane.key);
            } else {
                submit(lane, 0);
            }
        }
        notifyAll();
    }

    // A lane reports its failures through its work, never through the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void submit(Lane lane, long pauseNanos) {
        if (!stopped) {
            workers.schedule(lane, pauseNanos, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Drops the records of partitions that are not begun, and waits for those that are.
     *
     * @param partitions partitions that another reader takes over
     * @param patience how long to wait
     */
    synchronized void forget(Collection<TopicPartition> partitions, Duration patience) {
        for (Lane lane : lanes.values()) {
            if (lane.queue.removeIf(d -> partitions.contains(d.partition()))) {
                lane.forgotten = true;
                lane.failures = 0;
            }
        }
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (runs(partitions)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                break;
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                interrupted = true;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean runs(Collection<TopicPartition> partitions) {
        return lanes.values().stream()
                .anyMatch(lane -> lane.running != null && partitions.contains(lane.running.partition()));
    }

    /** Begins nothing more. */
    synchronized void stop() {
        stopped = true;
    }
}
