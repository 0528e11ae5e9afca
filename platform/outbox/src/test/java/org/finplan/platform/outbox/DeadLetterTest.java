package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.Event;
import org.finplan.platform.events.TargetRevised;
import org.finplan.platform.outbox.consumer.DeadLetter;
import org.finplan.platform.outbox.kafka.KafkaEvents;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that cannot take effect holds up its own aggregate only, is shown, and takes effect in its turn after a replay. */
class DeadLetterTest {

    /** Fails on events of some aggregates as long as they are in the set. */
    private static final class Fragile extends SampleEvents.Recorder {
        private final Set<String> failing = ConcurrentHashMap.newKeySet();

        Fragile(TestDatabase database) {
            super(database);
        }

        @Override
        public void handle(Event<TargetRevised> event) {
            super.handle(event);
            if (failing.contains(event.partitionKey() + "/" + event.sequence())) {
                throw new IllegalStateException("sample failure of " + event.partitionKey());
            }
        }
    }

    private TestDatabase database;
    private Fragile handler;
    private Relay relay;
    private TestNode reader;

    @BeforeEach
    void open() {
        TestServers.renewTopics();
        database = TestDatabase.create(TestServers.postgres());
        handler = new Fragile(database);
        relay = TestServers.relay(database, RelaySettings.defaults());
        relay.start();
        reader = new TestNode(database, handler);
    }

    @AfterEach
    void close() {
        reader.close();
        relay.close();
        database.close();
    }

    @Test
    void holdsUpItsOwnAggregateOnly() {
        handler.failing.add("poisoned/2");
        append("poisoned", 4);
        append("healthy", 3);
        await().until(() -> letters(DeadLetter.WAITING).size() == 2);
        await().until(() -> effects("healthy").size() == 3);
        assertThat(effects("poisoned")).containsExactly(1L);
        List<DeadLetter> failed = letters(DeadLetter.FAILED);
        assertThat(failed).hasSize(1);
        assertThat(failed.get(0).attempts()).isEqualTo(3);
        assertThat(failed.get(0).reason()).contains("sample failure of poisoned");
        assertThat(failed.get(0).aggregate()).isEqualTo("poisoned");
        assertThat(failed.get(0).event()).isNotNull();
    }

    @Test
    void takesEffectInItsTurnAfterAReplayWhileNewEventsCome() {
        handler.failing.add("poisoned/1");
        append("poisoned", 20);
        await().until(() -> letters(DeadLetter.WAITING).size() == 19);
        handler.failing.clear();
        UUID first = letters(DeadLetter.FAILED).get(0).id();
        assertThat(reader.replay(first)).isTrue();
        append("poisoned", 30);
        await().atMost(Promises.PATIENCE).until(() -> effects("poisoned").size() == 50);
        List<Long> expected = new ArrayList<>();
        for (long sequence = 1; sequence <= 50; sequence++) {
            expected.add(sequence);
        }
        assertThat(effects("poisoned")).isEqualTo(expected);
        await().until(() -> database.count("waiting_aggregate") == 0);
        assertThat(reader.replay(first))
                .as("a replayed letter is not replayed again")
                .isFalse();
    }

    @Test
    void failsAgainWhenNothingWasMended() {
        handler.failing.add("poisoned/1");
        append("poisoned", 2);
        await().until(() -> letters(DeadLetter.WAITING).size() == 1);
        DeadLetter letter = letters(DeadLetter.FAILED).get(0);
        assertThat(reader.replay(letter.id())).isTrue();
        await().until(() -> reader.deadLetters()
                        .find(letter.id(), RegionSet.ALL)
                        .orElseThrow()
                        .attempts()
                == 4);
        assertThat(reader.deadLetters()
                        .find(letter.id(), RegionSet.ALL)
                        .orElseThrow()
                        .state())
                .isEqualTo(DeadLetter.FAILED);
        assertThat(effects("poisoned")).isEmpty();
    }

    @Test
    void allAreReplayedAtOnce() {
        handler.failing.addAll(Set.of("one/1", "two/2", "three/1", "three/2"));
        append("one", 2);
        append("two", 3);
        append("three", 3);
        await().until(() -> letters(DeadLetter.FAILED).size() == 3);
        await().until(() -> letters(DeadLetter.WAITING).size() == 4);
        handler.failing.remove("one/1");
        handler.failing.remove("two/2");
        handler.failing.remove("three/1");
        assertThat(reader.replayAll()).isEqualTo(3);
        await().until(() ->
                effects("one").equals(List.of(1L, 2L)) && effects("two").equals(List.of(1L, 2L, 3L)));
        await().until(() -> effects("three").equals(List.of(1L))
                && letters(DeadLetter.FAILED).size() == 1);
        handler.failing.clear();
        reader.replayAll();
        await().until(() -> effects("three").equals(List.of(1L, 2L, 3L)));
    }

    @Test
    void standsOnTheDeadLetterTopicWithItsReason() {
        handler.failing.add("poisoned/1");
        append("poisoned", 1);
        await().until(() -> !letters(DeadLetter.FAILED).isEmpty());
        UUID id = letters(DeadLetter.FAILED).get(0).id();
        try (Consumer<String, byte[]> consumer = TestServers.clients().consumer("sample-dlq")) {
            consumer.subscribe(List.of("indicators.events.dlq"));
            List<ConsumerRecord<String, byte[]>> copies = new ArrayList<>();
            await().atMost(Promises.PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(copies::add);
                return !copies.isEmpty();
            });
            Map<String, String> headers = KafkaEvents.headers(copies.get(0).headers());
            assertThat(copies.get(0).key()).isEqualTo("poisoned");
            assertThat(headers)
                    .containsEntry("finplan_dead_letter", id.toString())
                    .containsEntry("ce_type", "org.finplan.indicators.target.revised.v1")
                    .hasEntrySatisfying(
                            "finplan_reason", reason -> assertThat(reason).contains("sample failure"));
        }
    }

    @Test
    void isAlsoWhatCannotBeRead() throws ExecutionException, InterruptedException {
        try (Producer<String, byte[]> foreign = TestServers.clients().producer()) {
            foreign.send(new ProducerRecord<>(
                            "indicators.events", "foreign", "no event".getBytes(StandardCharsets.UTF_8)))
                    .get();
            foreign.send(new ProducerRecord<>("indicators.events", null, null)).get();
        }
        append("healthy", 2);
        await().until(() -> letters(DeadLetter.FAILED).size() == 2);
        await().until(() -> effects("healthy").size() == 2);
        assertThat(letters(DeadLetter.FAILED)).allSatisfy(letter -> {
            assertThat(letter.event()).isNull();
            assertThat(letter.reason()).isEqualTo("ce_specversion is missing");
        });
    }

    private void append(String aggregate, int number) {
        for (int i = 0; i < number; i++) {
            SampleEvents.append(database, aggregate);
        }
        relay.wake();
    }

    private List<DeadLetter> letters(String state) {
        return reader.deadLetters().list(state, RegionSet.ALL, 0, 100);
    }

    private List<Object> effects(String aggregate) {
        return database
                .query("SELECT sequence FROM effect WHERE aggregate = '" + aggregate + "' ORDER BY place")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }
}
