package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay that is killed (SIGKILL) in the middle of its work, again and again, loses nothing and turns nothing round. */
// The reader runs beside the body of its block.
@SuppressWarnings("try")
class KilledRelayTest {

    private static final int AGGREGATES = 8;
    private static final int EVENTS_EACH = 400;

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
    void theNextOneGoesOnWhereItStopped() throws InterruptedException {
        String[] aggregates =
                IntStream.range(0, AGGREGATES).mapToObj(i -> "aggregate-" + i).toArray(String[]::new);
        for (int i = 0; i < EVENTS_EACH; i++) {
            SampleEvents.append(database, aggregates);
        }
        try (TestNode reader = new TestNode(database, new SampleEvents.Recorder(database))) {
            for (int kill = 1; kill <= 3; kill++) {
                Process relay = RelayProcess.start(database);
                int published = 300 * kill;
                await().atMost(Promises.PATIENCE)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> published() >= published);
                relay.destroyForcibly();
                assertThat(relay.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(published()).as("killed in the middle").isLessThan(AGGREGATES * EVENTS_EACH);
            }
            Process last = RelayProcess.start(database);
            new Promises(database).hold(List.of());
            last.destroyForcibly();
        }
    }

    private long published() {
        return database.count("outbox WHERE published_at IS NOT NULL");
    }
}
