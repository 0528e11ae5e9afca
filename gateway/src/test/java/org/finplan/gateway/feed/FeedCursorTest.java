package org.finplan.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.TopicPartition;

class FeedCursorTest {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @Size(max = 40) Map<@IntRange(max = 200) Integer, @LongRange(min = 0) Long> risk,
            @ForAll @Size(max = 40) Map<@IntRange(max = 200) Integer, @LongRange(min = 0) Long> tasks) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        risk.forEach((partition, offset) -> offsets.put(new TopicPartition("risk.events", partition), offset));
        tasks.forEach((partition, offset) -> offsets.put(new TopicPartition("tasks.events", partition), offset));
        FeedCursor cursor = new FeedCursor(offsets);
        assertThat(FeedCursor.decode(cursor.encode()).orElseThrow().offsets()).isEqualTo(cursor.offsets());
        assertThat(cursor.encode()).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void garbageIsNoCursor(@ForAll String garbage) {
        assertThat(FeedCursor.decode(garbage)).isEmpty();
    }

    @Property
    void aChangedCursorIsNoCursor(@ForAll @IntRange(max = 40) int place, @ForAll char other) {
        String text = new FeedCursor(Map.of(new TopicPartition("indicators.events", 3), 123_456_789L)).encode();
        int at = place % text.length();
        if (text.charAt(at) != other && Character.isLetterOrDigit(other) && other < 128 && at < text.length() - 1) {
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(FeedCursor.decode(changed)).isEmpty();
        }
    }
}
