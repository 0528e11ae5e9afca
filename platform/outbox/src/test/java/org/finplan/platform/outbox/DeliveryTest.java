package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

// Relays and readers run beside the body of their block.
@SuppressWarnings("try")
class DeliveryTest {

    private TestDatabase database;

    @BeforeEach
    void open() {
        TestServers.renewTopics();
        database = TestDatabase.create(TestServers.postgres());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsCommittedTakesEffectOnceAndInOrder() {
        try (Relay relay = TestServers.relay(database, RelaySettings.defaults());
                TestNode reader = new TestNode(database, new SampleEvents.Recorder(database))) {
            relay.start();
            SampleEvents.append(database, "a", "b", "a");
            SampleEvents.append(database, "a");
            relay.wake();
            await().until(() -> database.count("effect") == 4);
            assertThat(database.query("SELECT aggregate, sequence FROM effect ORDER BY aggregate, place"))
                    .isEqualTo(List.of(List.of("a", 1L), List.of("a", 2L), List.of("a", 3L), List.of("b", 1L)));
            await().until(() -> database.count("outbox WHERE published_at IS NULL") == 0);
        }
    }
}
