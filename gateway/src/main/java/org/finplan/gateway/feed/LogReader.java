package org.finplan.gateway.feed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.finplan.gateway.problem.GatewayError;
import org.finplan.gateway.problem.Refusal;
import org.finplan.platform.events.CloudEvents;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.StructuredEvents;
import org.finplan.platform.events.UnreadableEventException;
import org.finplan.platform.problem.ProblemError;
import org.jboss.logging.Logger;

/** Reads a page of events after a cursor. One reader serves one question at a time. */
final class LogReader implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LogReader.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final int mostScanned;
    private final long mostNanos;

    LogReader(KafkaConsumer<String, byte[]> consumer, FeedConfig config) {
        this.consumer = consumer;
        this.mostScanned = config.scan();
        this.mostNanos = config.time().toNanos();
    }

    /**
     * Reads what there is; never waits for more.
     *
     * @param question from where, what and how much
     * @return the events found and where to go on; no events does not mean the end when much was passed over
     * @throws Refusal 410 when events after the cursor are no longer kept
     */
    FeedPage read(FeedQuestion question) {
        List<TopicPartition> partitions = Consumers.partitions(consumer);
        Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> positions = start(question, begin, end);
        Map<TopicPartition, Lane> lanes = new HashMap<>();
        positions.forEach((partition, offset) -> {
            if (offset < end.get(partition)) {
                lanes.put(partition, new Lane());
            }
        });
        if (!lanes.isEmpty()) {
            scan(question, lanes, positions, end);
        }
        return merge(question.limit(), lanes, positions);
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private static Map<TopicPartition, Long> start(
            FeedQuestion question, Map<TopicPartition, Long> begin, Map<TopicPartition, Long> end) {
        if (question.after().isEmpty()) {
            return new HashMap<>(question.fromNow() ? end : begin);
        }
        Map<TopicPartition, Long> after = question.after().get().offsets();
        Map<TopicPartition, Long> positions = new HashMap<>(begin);
        after.forEach((partition, offset) -> {
            if (!begin.containsKey(partition) || offset < begin.get(partition) || offset > end.get(partition)) {
                throw expired(new FeedCursor(begin).encode());
            }
            positions.put(partition, offset);
        });
        return positions;
    }

    private static Refusal expired(String oldest) {
        LocalizedText message = new LocalizedText(
                "该游标之后的事件已不再保留；可用的最早游标见 accepted。",
                "Events after this cursor are no longer kept; accepted holds the oldest cursor that works.");
        return Refusal.of(GatewayError.CURSOR_EXPIRED, message.zh(), message.en())
                .at(new ProblemError("?after", null, GatewayError.CURSOR_EXPIRED.code(), message, List.of(oldest)));
    }

    private void scan(
            FeedQuestion question,
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
    private static FeedPage merge(int limit, Map<TopicPartition, Lane> lanes, Map<TopicPartition, Long> positions) {
        PriorityQueue<Lane> heads = new PriorityQueue<>(Comparator.comparingLong(Lane::time));
        lanes.values().stream().filter(lane -> !lane.found.isEmpty()).forEach(heads::add);
        List<ObjectNode> events = new ArrayList<>();
        while (events.size() < limit && !heads.isEmpty()) {
            Lane lane = heads.poll();
            events.add(lane.found.get(lane.taken).event());
            lane.taken++;
            if (lane.taken < lane.found.size()) {
                heads.add(lane);
            }
        }
        lanes.forEach((partition, lane) -> {
            if (lane.taken < lane.found.size()) {
                positions.put(partition, lane.found.get(lane.taken).offset());
            }
        });
        return new FeedPage(events, new FeedCursor(positions));
    }

    /** The events found in one partition. */
    private static final class Lane {
        private final List<Found> found = new ArrayList<>();
        private int taken;

        void take(ConsumerRecord<String, byte[]> record, EventFilter filter) {
            try {
                Envelope envelope = CloudEvents.envelope(headers(record));
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

        long time() {
            return found.get(taken).time();
        }

        private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : record.headers()) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
            return headers;
        }
    }

    private record Found(long offset, long time, ObjectNode event) {}
}
