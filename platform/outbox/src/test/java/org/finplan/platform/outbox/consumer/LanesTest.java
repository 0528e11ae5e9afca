package org.finplan.platform.outbox.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.TopicPartition;
import org.finplan.platform.outage.Backoff;
import org.junit.jupiter.api.Test;

/** Records are taken together, each is done once and in the order of its aggregate, and a failure harms its own only. */
class LanesTest {

    private static final TopicPartition PARTITION = new TopicPartition("sample", 0);

    /** Does what it is told; some records fail at first, some together with others only, some for good. */
    private static final class Sample implements Lanes.Work {
        private final Map<String, List<Long>> done = new HashMap<>();
        private final Map<Long, Integer> failuresBeforeSuccess = new HashMap<>();
        private final Set<Long> poison = new HashSet<>();
        private final Set<String> stuck = new HashSet<>();
        private int largest;

        @Override
        public synchronized boolean attemptTogether(List<Delivery> deliveries) {
            largest = Math.max(largest, deliveries.size());
            boolean fails = deliveries.stream()
                    .anyMatch(d -> poison.contains(d.offset()) || failuresBeforeSuccess.containsKey(d.offset()));
            if (!fails) {
                deliveries.forEach(this::finish);
            }
            return !fails;
        }

        @Override
        public synchronized Optional<Lanes.Retry> attempt(Delivery delivery, int failures) {
            if (poison.contains(delivery.offset())) {
                stuck.add(delivery.aggregate());
                return Optional.of(Lanes.Retry.COUNTS);
            }
            if (failuresBeforeSuccess.getOrDefault(delivery.offset(), 0) > failures) {
                return Optional.of(Lanes.Retry.COUNTS);
            }
            failuresBeforeSuccess.remove(delivery.offset());
            finish(delivery);
            return Optional.empty();
        }

        private void finish(Delivery delivery) {
            done.computeIfAbsent(delivery.aggregate(), a -> new ArrayList<>()).add(delivery.offset());
        }

        synchronized int count() {
            return done.values().stream().mapToInt(List::size).sum();
        }
    }

    private static Delivery delivery(long offset, int aggregate) {
        return new Delivery(PARTITION, offset, "aggregate-" + aggregate, Map.of(), new byte[0]);
    }

    private static Lanes lanes(ScheduledExecutorService workers, Sample work, int batch) {
        return new Lanes(workers, work, () -> new Backoff(Duration.ofNanos(1), Duration.ofMillis(1)), batch);
    }

    @Property(tries = 60)
    void doEachRecordOnceAndInTheOrderOfItsAggregate(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 50) int batch,
            @ForAll @IntRange(min = 1, max = 9) int aggregates) {
        Random random = new Random(seed);
        Sample work = new Sample();
        Map<String, List<Long>> expected = new HashMap<>();
        List<Delivery> deliveries = new ArrayList<>();
        for (long offset = 0; offset < 300; offset++) {
            Delivery delivery = delivery(offset, random.nextInt(aggregates));
            deliveries.add(delivery);
            expected.computeIfAbsent(delivery.aggregate(), a -> new ArrayList<>())
                    .add(offset);
            if (random.nextInt(20) == 0) {
                work.failuresBeforeSuccess.put(offset, random.nextInt(4));
            }
        }
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(4);
        try {
            Lanes lanes = lanes(workers, work, batch);
            deliveries.forEach(lanes::add);
            await().pollInterval(Duration.ofMillis(1)).until(() -> work.count() == deliveries.size());
            assertThat(work.done).isEqualTo(expected);
            assertThat(work.largest).isLessThanOrEqualTo(batch);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void aRecordThatAlwaysFailsHoldsUpItsOwnAggregateOnly() {
        Sample work = new Sample();
        work.poison.add(0L);
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
        try {
            Lanes lanes = lanes(workers, work, 40);
            for (long offset = 0; offset < 200; offset++) {
                lanes.add(delivery(offset, (int) (offset % 10)));
            }
            await().until(() -> work.count() == 180);
            assertThat(work.stuck).containsExactly("aggregate-0");
            assertThat(work.done).doesNotContainKey("aggregate-0").hasSize(9);
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    void whatIsForgottenIsNotBegunAndWhatIsReadAnewIsDoneAgain() {
        Sample work = new Sample();
        work.poison.add(0L);
        ScheduledExecutorService workers = Executors.newScheduledThreadPool(2);
        try {
            Lanes lanes = lanes(workers, work, 40);
            lanes.add(delivery(0, 1));
            lanes.add(delivery(1, 1));
            await().until(() -> !work.stuck.isEmpty());
            lanes.forget(List.of(PARTITION), Duration.ofSeconds(10));
            synchronized (work) {
                work.poison.clear();
            }
            lanes.add(delivery(0, 1));
            lanes.add(delivery(1, 1));
            lanes.add(delivery(2, 1));
            await().until(() -> work.count() == 3);
            assertThat(work.done.get("aggregate-1")).containsExactly(0L, 1L, 2L);
        } finally {
            workers.shutdownNow();
        }
    }
}
