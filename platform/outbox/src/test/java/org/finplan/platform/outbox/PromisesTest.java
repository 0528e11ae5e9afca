package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No event lost, none twice in effect, order kept: with concurrent writers, two relays, two readers, and things that die. */
// Relays and readers run beside the body of their block.
@SuppressWarnings("try")
class PromisesTest {

    private TestDatabase database;
    private Promises promises;

    @BeforeEach
    void open() {
        TestServers.renewTopics();
        database = TestDatabase.create(TestServers.postgres());
        promises = new Promises(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdWithConcurrentWritersAndLongTransactions(long seed) {
        try (Relay first = relay();
                Relay second = relay();
                TestNode reader = reader();
                TestNode otherReader = reader();
                Writers writers = new Writers(database, first::wake)) {
            List<UUID> acknowledged = writers.startLateCommit("late-1")
                    .startLateCommit("late-2")
                    .start(seed, 6, 60)
                    .finish();
            promises.hold(acknowledged);
            assertThat(first.leads(0))
                    .as("one relay works, the other stands by")
                    .isNotEqualTo(second.leads(0));
        }
    }

    @Test
    void holdWhenRelaysLoseTheirSessionsInTheMiddle() {
        try (Relay first = relay();
                Relay second = relay();
                TestNode reader = reader();
                Writers writers = new Writers(database, first::wake)) {
            writers.start(7, 4, 150);
            for (int i = 1; i <= 6; i++) {
                long published = 60L * i;
                await().atMost(Promises.PATIENCE)
                        .until(() -> database.count("outbox WHERE published_at IS NOT NULL") >= published);
                endRelaySessions();
            }
            promises.hold(writers.finish());
        }
    }

    @Test
    void holdWhenTheBrokerIsKilledAndComesBack() {
        try (Relay relay = relay();
                TestNode reader = reader();
                Writers writers = new Writers(database, relay::wake)) {
            writers.start(11, 4, 60);
            await().until(() -> database.count("effect") > 50);
            TestServers.kafka().kill();
            writers.finish();
            writers.start(12, 2, 20);
            TestServers.kafka().start();
            promises.hold(writers.finish());
        }
    }

    @Test
    void holdWhenTheDatabaseIsKilledAndComesBack() {
        try (Relay relay = relay();
                TestNode reader = reader();
                Writers writers = new Writers(database, relay::wake)) {
            writers.start(13, 4, 100);
            await().until(() -> database.count("effect") > 50);
            TestServers.postgres().kill();
            TestServers.postgres().start();
            promises.hold(writers.finish());
        }
    }

    @Test
    void holdWhenReadersComeAndGo() {
        try (Relay relay = relay();
                Writers writers = new Writers(database, relay::wake)) {
            writers.start(17, 4, 150);
            TestNode first = reader();
            await().until(() -> database.count("effect") > 50);
            TestNode second = reader();
            await().until(() -> database.count("effect") > 200);
            first.close();
            List<UUID> acknowledged = writers.finish();
            promises.hold(acknowledged);
            second.close();
        }
    }

    @Test
    void holdWhenTheOutboxIsCutIntoShards() {
        RelaySettings defaults = RelaySettings.defaults();
        RelaySettings sharded = new RelaySettings(
                3,
                defaults.pollInterval(),
                defaults.takeoverInterval(),
                defaults.lease(),
                defaults.retryDelay(),
                defaults.longestRetry(),
                100,
                25,
                defaults.retention());
        try (Relay relay = TestServers.relay(database, sharded);
                TestNode reader = reader();
                Writers writers = new Writers(database, relay::wake)) {
            relay.start();
            promises.hold(writers.start(19, 4, 60).finish());
        }
    }

    private void endRelaySessions() {
        try (Connection superuser = TestServers.postgres().connect("postgres")) {
            superuser
                    .createStatement()
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                            + TestDatabase.RELAY + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Relay relay() {
        Relay relay = TestServers.relay(database, RelaySettings.defaults());
        relay.start();
        return relay;
    }

    private TestNode reader() {
        return new TestNode(database, new SampleEvents.Recorder(database));
    }
}
