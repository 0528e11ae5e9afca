package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.finplan.platform.events.Envelope;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay whose statement fails, that stands still, or that finds another log, heals by itself. */
// Relays and readers run beside the body of their block.
@SuppressWarnings("try")
class RelayRecoveryTest {

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
    void publishesAgainAfterAStatementOfItsWasCancelled() throws SQLException {
        try (Relay relay = TestServers.relay(database, RelaySettings.defaults());
                Connection superuser = TestServers.postgres().connect(database.name())) {
            relay.start();
            SampleEvents.append(database, "before");
            await().until(() -> unpublished() == 0);
            for (int i = 0; i < 3; i++) {
                cancelWhileItWaits(superuser);
                SampleEvents.append(database, "after");
                await().until(() -> unpublished() == 0);
            }
            assertThat(sessions()).as("the sessions that failed have ended").isEqualTo(1);
        }
        assertThat(unpublished()).isZero();
    }

    private void cancelWhileItWaits(Connection superuser) throws SQLException {
        superuser.setAutoCommit(false);
        try (Statement statement = superuser.createStatement()) {
            statement.execute("LOCK TABLE outbox IN ACCESS EXCLUSIVE MODE");
            await().until(() -> statement
                    .executeQuery("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                            + TestDatabase.RELAY + "' AND datname = current_database() AND wait_event_type = 'Lock'")
                    .next());
        }
        superuser.rollback();
    }

    @Test
    void leavesItsWorkToAnotherWhileItStandsStillAndPublishesNothingWhenItWakes() throws IOException {
        Process leader = RelayProcess.start(database);
        SampleEvents.append(database, "a", "b");
        await().until(() -> unpublished() == 0);
        signal("STOP", leader);
        try (Relay standby = TestServers.relay(database, RelaySettings.defaults())) {
            standby.start();
            SampleEvents.append(database, "a", "b", "c");
            await().until(() -> unpublished() == 0);
            assertThat(standby.leads(0)).isTrue();
            long term = term();
            signal("CONT", leader);
            SampleEvents.append(database, "a", "b", "c");
            await().until(() -> unpublished() == 0);
            assertThat(term())
                    .as("the one that woke takes nothing from the one that works")
                    .isEqualTo(term);
            assertThat(standby.leads(0)).isTrue();
        } finally {
            leader.destroyForcibly();
        }
        assertThat(TopicRecords.all().stream().map(Envelope::id)).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void publishesAgainWhatTheOutboxHoldsWhenTheLogIsAnotherOne() {
        try (Relay relay = TestServers.relay(database, RelaySettings.defaults());
                TestNode reader = new TestNode(database, new SampleEvents.Recorder(database))) {
            relay.start();
            String[] aggregates =
                    IntStream.range(0, 40).mapToObj(i -> "aggregate-" + i % 7).toArray(String[]::new);
            SampleEvents.append(database, aggregates);
            await().until(() -> database.count("effect") == 40 && unpublished() == 0);
            List<Envelope> before = TopicRecords.all();

            TestServers.deleteTopics();
            SampleEvents.append(database, "aggregate-0", "aggregate-8");

            await().until(() -> database.count("effect") == 42 && unpublished() == 0);
            new Promises(database).hold(List.of());
            assertThat(TopicRecords.all()).as("with ids, sequences and times").containsAll(before);
        }
    }

    private static void signal(String name, Process process) throws IOException {
        Process kill = new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).start();
        await().until(() -> !kill.isAlive());
        assertThat(kill.exitValue()).isZero();
    }

    private long unpublished() {
        return database.count("outbox WHERE published_at IS NULL");
    }

    private long term() {
        return (Long) database.query("SELECT term FROM lease").get(0).get(0);
    }

    private long sessions() {
        return database.count("pg_stat_activity WHERE datname = current_database() AND application_name = '"
                + TestDatabase.RELAY + "'");
    }
}
