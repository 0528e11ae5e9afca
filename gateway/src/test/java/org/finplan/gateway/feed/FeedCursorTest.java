package org.finplan.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

class FeedCursorTest {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @Size(max = 40) Map<@IntRange(max = 200) Integer, @LongRange(min = 0) Long> risk,
            @ForAll @Size(max = 40) Map<@IntRange(max = 200) Integer, @LongRange(min = 0) Long> tasks,
            @ForAll @LongRange(min = 0) long millis) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        risk.forEach((partition, offset) -> offsets.put(new TopicPartition("risk.events", partition), offset));
        tasks.forEach((partition, offset) -> offsets.put(new TopicPartition("tasks.events", partition), offset));
        Map<String, Uuid> ids = new HashMap<>();
        offsets.keySet().forEach(partition -> ids.put(partition.topic(), Uuid.randomUuid()));
        FeedCursor cursor = new FeedCursor(offsets, ids, Instant.ofEpochMilli(millis));
        FeedCursor read = FeedCursor.decode(cursor.encode()).orElseThrow();
        assertThat(read.offsets()).isEqualTo(cursor.offsets());
        assertThat(read.topics()).isEqualTo(ids.keySet()).allSatisfy(topic -> assertThat(read.id(topic))
                .isEqualTo(ids.get(topic)));
        assertThat(read.readUntil()).isEqualTo(cursor.readUntil());
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    /** As gateways made them that knew no ids of topics. */
    @Example
    void aCursorOfTheFirstVersionIsRead() {
        FeedCursor cursor = FeedCursor.decode("ARFpbmRpY2F0b3JzLmV2ZW50cwOVmu86AAsAC3Jpc2suZXZlbnRzAAdm1BER")
                .orElseThrow();
        assertThat(cursor.offsets())
                .containsOnly(
                        entry(new TopicPartition("indicators.events", 3), 123_456_789L),
                        entry(new TopicPartition("indicators.events", 11), 0L),
                        entry(new TopicPartition("risk.events", 0), 7L));
        assertThat(cursor.readUntil()).isEqualTo(Instant.EPOCH);
        assertThat(cursor.id("risk.events")).isEqualTo(Uuid.ZERO_UUID);
        assertThat(cursor.isOfAnother("risk.events", Uuid.randomUuid()))
                .as("nobody can tell")
                .isFalse();
    }

    @Example
    void aTopicThatWasMadeAnewOrIsGoneIsAnother() {
        Uuid id = Uuid.randomUuid();
        FeedCursor cursor = new FeedCursor(
                Map.of(new TopicPartition("risk.events", 0), 7L), Map.of("risk.events", id), Instant.EPOCH);
        assertThat(cursor.isOfAnother("risk.events", id)).isFalse();
        assertThat(cursor.isOfAnother("risk.events", Uuid.randomUuid())).isTrue();
        assertThat(cursor.isOfAnother("risk.events", Uuid.ZERO_UUID)).isTrue();
        assertThat(cursor.isOfAnother("tasks.events", Uuid.randomUuid())).isFalse();
    }

    @Property
    void garbageIsNoCursor(@ForAll String garbage) {
        assertThat(FeedCursor.decode(garbage)).isEmpty();
    }

    @Property
    void aChangedCursorIsNoCursor(@ForAll @IntRange(max = 40) int place, @ForAll char other) {
        String text = new FeedCursor(
                        Map.of(new TopicPartition("indicators.events", 3), 123_456_789L),
                        Map.of("indicators.events", Uuid.randomUuid()),
                        Instant.ofEpochMilli(1_764_000_000_000L))
                .encode();
        int at = place % text.length();
        if (text.charAt(at) != other && Character.isLetterOrDigit(other) && other < 128 && at < text.length() - 1) {
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(FeedCursor.decode(changed)).isEmpty();
        }
    }
}
