package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.finplan.platform.events.Envelope;

/** What must hold after whatever happened. */
final class Promises {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestDatabase database;

    Promises(TestDatabase database) {
        this.database = database;
    }

    /** Waits until all that was committed took effect, and checks that it did so once and in order. */
    void hold(Collection<UUID> acknowledged) {
        Set<Object> stored = new HashSet<>();
        database.query("SELECT id FROM outbox").forEach(row -> stored.add(row.get(0)));
        assertThat(stored).as("no acknowledged write without its event").containsAll(acknowledged);
        assertSequencesAreGapless("SELECT aggregate, sequence FROM outbox ORDER BY aggregate, position");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.count("effect")).isGreaterThanOrEqualTo(stored.size()));
        assertThat(database.count("effect")).as("no effect twice").isEqualTo(stored.size());
        assertSequencesAreGapless("SELECT aggregate, sequence FROM effect ORDER BY aggregate, place");
        assertThat(database.count("dead_letter")).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(database.count("outbox WHERE published_at IS NULL"))
                .isZero());
        assertFirstCopiesAreInOrder(stored);
    }

    /** Reads the whole topic: the first copy of each event stands after the first copy of the one before it. */
    private void assertFirstCopiesAreInOrder(Set<Object> expected) {
        Set<UUID> seen = new HashSet<>();
        Map<String, Long> last = new HashMap<>();
        for (Envelope envelope : TopicRecords.all()) {
            if (seen.add(envelope.id())) {
                Long before = last.put(envelope.partitionKey(), envelope.sequence());
                assertThat(envelope.sequence()).as(envelope.partitionKey()).isEqualTo(before == null ? 1 : before + 1);
            }
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(UUID.class::cast).toList());
    }

    private void assertSequencesAreGapless(String sql) {
        Map<Object, Long> last = new HashMap<>();
        for (List<Object> row : database.query(sql)) {
            Long before = last.put(row.get(0), (Long) row.get(1));
            assertThat((Long) row.get(1)).as("sequence of %s", row.get(0)).isEqualTo(before == null ? 1 : before + 1);
        }
    }
}
