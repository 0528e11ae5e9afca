package org.finplan.platform.outbox.consumer;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.outage.Backoff;

/**
 * Works on many aggregates at once, on the records of each one after another. What waits is taken together, as far as it fits
 * into one piece of work; where that fails, each record of it is worked on alone. A record that must be retried holds up only
 * its own aggregate.
 */
final class Lanes {

    /** Works on records. */
    interface Work {

        /**
         * Tries records together.
         *
         * @param deliveries records of several aggregates, those of each in order
         * @return true when all of them are done; false when nothing of them is
         */
        boolean attemptTogether(List<Delivery> deliveries);

        /**
         * Tries one record.
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

    /** The records of one aggregate. Its lock is that of the lanes. */
    private final class Lane {
        private final Key key;
        private final ArrayDeque<Delivery> queue = new ArrayDeque<>();
        private final Backoff backoff = backoffs.get();
        private List<Delivery> running = List.of();
        private int alone;
        private int failures;
        private boolean forgotten;

        Lane(Key key) {
            this.key = key;
        }

        boolean mustBeAlone() {
            return alone > 0 || failures > 0;
        }

        void begin(int most) {
            forgotten = false;
            running = queue.stream().limit(most).toList();
        }
    }

    private final ScheduledExecutorService workers;
    private final Work work;
    private final Supplier<Backoff> backoffs;
    private final int batch;
    private final Map<Key, Lane> lanes = new HashMap<>();
    private final ArrayDeque<Lane> ready = new ArrayDeque<>();
    private boolean stopped;

    /**
     * Lanes without a record.
     *
     * @param workers run the work
     * @param work what to do
     * @param backoffs pauses of one aggregate
     * @param batch how many records are taken together at most
     */
    Lanes(ScheduledExecutorService workers, Work work, Supplier<Backoff> backoffs, int batch) {
        this.workers = workers;
        this.work = work;
        this.backoffs = backoffs;
        this.batch = batch;
    }

    synchronized void add(Delivery delivery) {
        Key key = new Key(delivery.topic(), delivery.aggregate());
        Lane lane = lanes.get(key);
        if (lane == null) {
            lane = new Lane(key);
            lanes.put(key, lane);
            lane.queue.add(delivery);
            makeReady(lane);
        } else {
            lane.queue.add(delivery);
        }
    }

    private synchronized void makeReady(Lane lane) {
        if (!stopped) {
            ready.add(lane);
            workers.execute(this::work);
        }
    }

    /** There is a task for each lane that became ready; one that finds nothing left has been forestalled by another. */
    private void work() {
        List<Lane> taken = take();
        if (taken.size() == 1 && taken.get(0).running.size() == 1) {
            attemptAlone(taken.get(0));
        } else if (!taken.isEmpty()) {
            attemptTogether(taken);
        }
    }

    /** Takes ready lanes until enough records are together. The order of keys keeps batches from waiting in a circle. */
    private synchronized List<Lane> take() {
        List<Lane> taken = new ArrayList<>();
        int left = batch;
        for (Iterator<Lane> next = ready.iterator(); next.hasNext() && left > 0 && !stopped; ) {
            Lane lane = next.next();
            if (lane.queue.isEmpty()) {
                next.remove();
                lanes.remove(lane.key);
            } else if (!lane.mustBeAlone() || taken.isEmpty()) {
                next.remove();
                lane.begin(lane.mustBeAlone() ? 1 : left);
                taken.add(lane);
                left = lane.mustBeAlone() ? 0 : left - lane.running.size();
            }
        }
        taken.sort(Comparator.comparing((Lane lane) -> lane.key.topic()).thenComparing(lane -> lane.key.aggregate()));
        return taken;
    }

    private void attemptTogether(List<Lane> taken) {
        List<Delivery> deliveries =
                taken.stream().flatMap(lane -> lane.running.stream()).toList();
        boolean done = work.attemptTogether(deliveries);
        for (Lane lane : taken) {
            endTogether(lane, done);
        }
    }

    private void attemptAlone(Lane lane) {
        end(lane, work.attempt(lane.running.get(0), lane.failures));
    }

    private synchronized void endTogether(Lane lane, boolean done) {
        if (done) {
            remove(lane, lane.running.size());
        } else {
            lane.alone = lane.running.size();
        }
        goOn(lane);
    }

    private synchronized void end(Lane lane, Optional<Retry> retry) {
        if (!lane.forgotten && retry.isPresent()) {
            lane.failures += retry.get() == Retry.COUNTS ? 1 : 0;
            lane.running = List.of();
            retryLater(lane);
            notifyAll();
            return;
        }
        lane.failures = 0;
        lane.alone = Math.max(0, lane.alone - 1);
        lane.backoff.reset();
        remove(lane, 1);
        goOn(lane);
    }

    private static void remove(Lane lane, int done) {
        for (int i = 0; i < done && !lane.forgotten; i++) {
            lane.queue.remove();
        }
    }

    private void goOn(Lane lane) {
        lane.running = List.of();
        if (lane.queue.isEmpty()) {
            lanes.remove(lane.key);
        } else {
            makeReady(lane);
        }
        notifyAll();
    }

    // A lane reports its failures through its work, never through the future.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void retryLater(Lane lane) {
        if (!stopped) {
            workers.schedule(() -> makeReady(lane), lane.backoff.nextNanos(), TimeUnit.NANOSECONDS);
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
                lane.alone = 0;
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
                .flatMap(lane -> lane.running.stream())
                .anyMatch(delivery -> partitions.contains(delivery.partition()));
    }

    /** Begins nothing more. */
    synchronized void stop() {
        stopped = true;
    }
}
