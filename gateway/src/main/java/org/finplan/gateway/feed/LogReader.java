package org.finplan.gateway.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.finplan.gateway.merge.SortedMerge;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.events.StructuredEvents;
import org.finplan.platform.events.UnreadableEventException;
import org.finplan.platform.problem.ProblemException;
import org.jboss.logging.Logger;

/** Reads a page of events after a cursor. One reader serves one question at a time. */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogReader.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final LogTopics topics;
    private final LogReplacement replacement;
    private final Clock clock;
    private final int mostScanned;
    private final long mostNanos;

    /**
     * A reader of one log.
     *
     * @param consumer for this reader alone
     * @param topics which log it reads
     * @param lookup knows since when a topic is there
     * @param config how much is read for one answer
     * @param clock for the time until which all was read
     */
    LogReader(
            KafkaConsumer<String, byte[]> consumer,
            LogTopics topics,
            TopicLookup lookup,
            FeedConfig config,
            Clock clock) {
        this.consumer = consumer;
        this.topics = topics;
        this.replacement = new LogReplacement(consumer, lookup, config);
        this.clock = clock;
        this.mostScanned = config.scan();
        this.mostNanos = config.time().toNanos();
    }

    /** {@return the log that it reads} */
    LogTopics topics() {
        return topics;
    }

    /**
     * Reads what there is; never waits for more. What it returns and throws holds only if the topics are the same afterwards.
     *
     * @param question from where, what and how much
     * @return the events found and where to go on; no events does not mean the end when much was passed over
     * @throws ProblemException 410 when events after the cursor are no longer kept or the log is another one; 503 while that is not clear
     */
    FeedPage read(FeedQuery question) {
        Instant asked = clock.instant();
        LogExtent log = LogExtent.of(topics, consumer);
        question.after().ifPresent(cursor -> replacement.check(cursor, log));
        Map<TopicPartition, Long> positions = start(question, log);
        Map<TopicPartition, Lane> lanes = new HashMap<>();
        positions.forEach((partition, offset) -> {
            if (offset < log.end().get(partition)) {
                lanes.put(partition, new Lane());
            }
        });
        if (!lanes.isEmpty()) {
            scan(question, lanes, positions, log.end());
        }
        List<ObjectNode> events = merge(question.limit(), lanes, positions);
        Instant before = question.after().map(FeedCursor::readUntil).orElse(Instant.EPOCH);
        Instant readUntil = readUntil(lanes, positions, log.end(), asked);
        return new FeedPage(events, FeedCursor.in(topics, positions, readUntil.isAfter(before) ? readUntil : before));
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private static Map<TopicPartition, Long> start(FeedQuery question, LogExtent log) {
        if (question.after().isEmpty()) {
            return new HashMap<>(question.fromNow() ? log.end() : log.begin());
        }
        FeedCursor after = question.after().get();
        Map<TopicPartition, Long> positions = new HashMap<>(log.begin());
        after.offsets().forEach((partition, offset) -> {
            if (!log.holds(partition, offset)) {
                throw LogProblems.expired(log.oldest());
            }
            positions.put(partition, offset);
        });
        return positions;
    }

    /** What lies at the end of its partition was read until the end was asked for, what does not until its next record. */
    private static Instant readUntil(
            Map<TopicPartition, Lane> lanes,
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, Long> end,
            Instant asked) {
        return lanes.entrySet().stream()
                .filter(lane -> positions.get(lane.getKey()) < end.get(lane.getKey()))
                .map(lane -> lane.getValue().readUntil())
                .filter(asked::isAfter)
                .min(Comparator.naturalOrder())
                .orElse(asked);
    }

    private void scan(
            FeedQuery question,
            Map<TopicPartition, Lane> lanes,
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, Long> end) {
        consumer.assign(lanes.keySet());
        lanes.keySet().forEach(partition -> consumer.seek(partition, positions.get(partition)));
        long begun = System.nanoTime();
        int scanned = 0;
        while (!consumer.assignment().isEmpty() && scanned < mostScanned && System.nanoTime() - begun < mostNanos) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                lanes.get(partition).take(record, question.filter());
                positions.put(partition, record.offset() + 1);
            }
            scanned += records.count();
            dropFinished(question.limit(), lanes, positions, end);
        }
        consumer.unsubscribe();
    }

    private void dropFinished(
            int limit,
            Map<TopicPartition, Lane> lanes,
            Map<TopicPartition, Long> positions,
            Map<TopicPartition, Long> end) {
        List<TopicPartition> open = consumer.assignment().stream()
                .filter(partition -> consumer.position(partition) < end.get(partition)
                        && lanes.get(partition).found.size() < limit)
                .toList();
        consumer.assignment().stream()
                .filter(partition -> consumer.position(partition) >= end.get(partition))
                .forEach(partition -> positions.put(partition, consumer.position(partition)));
        if (open.size() < consumer.assignment().size()) {
            consumer.assign(open);
        }
    }

    /** Takes the earliest of all lanes again and again: in order of time across lanes, in order of the log within one. */
    private static List<ObjectNode> merge(
            int limit, Map<TopicPartition, Lane> lanes, Map<TopicPartition, Long> positions) {
        List<ObjectNode> events = new ArrayList<>();
        SortedMerge.run(lanes.values(), Lane::hasHead, Comparator.comparingLong(Lane::time), lane -> {
            events.add(lane.found.get(lane.taken).event());
            lane.taken++;
            return events.size() < limit;
        });
        lanes.forEach((partition, lane) -> {
            if (lane.hasHead()) {
                positions.put(partition, lane.found.get(lane.taken).offset());
            }
        });
        return events;
    }

    /** The events found in one partition. */
    private static final class Lane {
        private final List<Found> found = new ArrayList<>();
        private int taken;
        private long scannedUntil;

        void take(ConsumerRecord<String, byte[]> record, EventFilter filter) {
            scannedUntil = record.timestamp();
            try {
                Envelope envelope = LoggedEvent.envelope(record);
                if (filter.passes(record.topic(), envelope)) {
                    ObjectNode event = StructuredEvents.write(envelope, record.value());
                    found.add(new Found(record.offset(), record.timestamp(), event));
                }
            } catch (UnreadableEventException unreadable) {
                LOG.warnf(
                        "%s-%d@%d is no event of the suite: %s",
                        record.topic(), record.partition(), record.offset(), unreadable.getMessage());
            }
        }

        boolean hasHead() {
            return taken < found.size();
        }

        long time() {
            return found.get(taken).time();
        }

        /** {@return when the next record was published, or the last one that was looked at} */
        Instant readUntil() {
            return Instant.ofEpochMilli(hasHead() ? time() : scannedUntil);
        }
    }

    private record Found(long offset, long time, ObjectNode event) {}
}
