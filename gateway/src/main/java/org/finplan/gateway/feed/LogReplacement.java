package org.finplan.gateway.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.problem.ProblemException;

/**
 * Tells the reader of a log that another one took its place, and what it may have missed. The services publish again what
 * their outboxes still hold, so a topic that begins with an event older than what was read lacks nothing.
 */
final class LogReplacement {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final TopicLookup lookup;
    private final Duration patience;
    private final long mostNanos;

    /**
     * Answers with the help of a consumer.
     *
     * @param consumer that nobody else uses meanwhile
     * @param lookup knows since when a topic is there
     * @param config how long a new topic that is empty is waited for, and how long may be read for one answer
     */
    LogReplacement(KafkaConsumer<String, byte[]> consumer, TopicLookup lookup, FeedConfig config) {
        this.consumer = consumer;
        this.lookup = lookup;
        this.patience = config.newLogPatience();
        this.mostNanos = config.time().toNanos();
    }

    /**
     * Lets a cursor pass that is a place in this log.
     *
     * @param cursor of a caller
     * @param log as it is now
     * @throws ProblemException 410 when a topic is another one than that of the cursor; 503 when such a topic is empty and new, so that
     *     nobody can tell yet what it will hold
     */
    void check(FeedCursor cursor, LogExtent log) {
        List<String> replaced = cursor.topics().stream()
                .filter(topic -> log.topics().has(topic)
                        && cursor.isOfAnother(topic, log.topics().id(topic)))
                .toList();
        if (replaced.isEmpty()) {
            return;
        }
        List<String> awaited = replaced.stream()
                .filter(topic ->
                        log.filled(topic).isEmpty() && isNew(log.topics().id(topic)))
                .toList();
        if (!awaited.isEmpty()) {
            throw LogProblems.awaited(awaited);
        }
        Map<String, Instant> firsts = firstEvents(replaced, log);
        List<LocalizedText> losses = new ArrayList<>();
        replaced.forEach(topic -> losses.add(loss(topic, cursor.readUntil(), firsts.get(topic))));
        kept(cursor, replaced)
                .filter(topic -> isTooOld(cursor, topic, log))
                .forEach(topic -> losses.add(tooOld(topic)));
        throw LogProblems.replaced(next(cursor, replaced, log), losses);
    }

    private static Stream<String> kept(FeedCursor cursor, List<String> replaced) {
        return cursor.topics().stream().filter(topic -> !replaced.contains(topic));
    }

    private static boolean isTooOld(FeedCursor cursor, String topic, LogExtent log) {
        return cursor.offsets().entrySet().stream()
                .anyMatch(
                        place -> place.getKey().topic().equals(topic) && !log.holds(place.getKey(), place.getValue()));
    }

    private static LocalizedText tooOld(String topic) {
        return new LocalizedText(
                topic + "：该日志未被更换，但该游标之后的部分事件已不再保留。",
                topic + ": this log was not replaced, but some events after the cursor are no longer kept.");
    }

    private boolean isNew(Uuid id) {
        return lookup.knownFor(id).compareTo(patience) < 0;
    }

    /** Another topic is read from its beginning, the others from where the caller is, or from the oldest that they keep. */
    private static FeedCursor next(FeedCursor cursor, List<String> replaced, LogExtent log) {
        Map<TopicPartition, Long> offsets = new HashMap<>(log.begin());
        cursor.offsets().forEach((partition, offset) -> {
            if (!replaced.contains(partition.topic()) && log.holds(partition, offset)) {
                offsets.put(partition, offset);
            }
        });
        return FeedCursor.in(log.topics(), offsets, cursor.readUntil());
    }

    private static LocalizedText loss(String topic, Instant readUntil, Instant first) {
        boolean unread = readUntil.equals(Instant.EPOCH);
        String since = readUntil.truncatedTo(ChronoUnit.MILLIS).toString();
        if (first == null) {
            return unread
                    ? new LocalizedText(
                            topic + "：新日志尚无事件，此前的事件可能全部遗漏。",
                            topic + ": the new log is empty; all earlier events may be missing.")
                    : new LocalizedText(
                            topic + "：新日志尚无事件，" + since + " 以来的事件可能全部遗漏。",
                            topic + ": the new log is empty; all events since " + since + " may be missing.");
        }
        if (!unread && first.isBefore(readUntil)) {
            return new LocalizedText(
                    topic + "：没有遗漏，新日志始于 " + first + " 的事件，早于已读至的 " + since + "。",
                    topic + ": nothing is missing; the new log begins with an event of " + first + ", before " + since
                            + ", until which all was read.");
        }
        return unread
                ? new LocalizedText(
                        topic + "：新日志始于 " + first + " 的事件，此前的事件可能遗漏。",
                        topic + ": the new log begins with an event of " + first + "; earlier ones may be missing.")
                : new LocalizedText(
                        topic + "：" + since + " 至 " + first + " 的事件可能遗漏。",
                        topic + ": events from " + since + " to " + first + " may be missing.");
    }

    /** {@return the time of the oldest of the first events of all partitions, for each topic that holds any} */
    private Map<String, Instant> firstEvents(List<String> topics, LogExtent log) {
        List<TopicPartition> open = new ArrayList<>();
        topics.forEach(topic -> open.addAll(log.filled(topic)));
        Map<String, Instant> firsts = new TreeMap<>();
        long begun = System.nanoTime();
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, log.begin().get(partition)));
        while (!open.isEmpty()) {
            if (System.nanoTime() - begun >= mostNanos) {
                throw new TimeoutException("The first events of the new log did not come in time");
            }
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                if (open.remove(new TopicPartition(record.topic(), record.partition()))) {
                    firsts.merge(
                            record.topic(),
                            LoggedEvent.timeOf(record),
                            (one, other) -> one.isBefore(other) ? one : other);
                }
            }
            consumer.assign(open);
        }
        consumer.unsubscribe();
        return firsts;
    }
}
