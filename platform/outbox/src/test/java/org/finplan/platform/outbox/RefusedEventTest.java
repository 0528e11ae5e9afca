package org.finplan.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.finplan.platform.access.RegionSet;
import org.finplan.platform.events.TargetRevised;
import org.finplan.platform.outbox.append.EventFactory;
import org.finplan.platform.outbox.append.OutboxWriter;
import org.finplan.platform.outbox.relay.ParkedAggregate;
import org.finplan.platform.outbox.relay.ParkedAggregates;
import org.finplan.platform.outbox.relay.Relay;
import org.finplan.platform.outbox.relay.RelaySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that the broker refuses parks its aggregate; the others go on; after a release it goes on too, in order. */
// Relays and readers run beside the body of their block.
@SuppressWarnings("try")
class RefusedEventTest {

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
    void parksItsAggregateOnly() throws Exception {
        allowBytes("100000");
        try (Relay relay = TestServers.relay(database, RelaySettings.defaults());
                TestNode reader = new TestNode(database, new SampleEvents.Recorder(database))) {
            SampleEvents.append(database, "large", "small");
            appendLarge("large");
            SampleEvents.append(database, "large", "small", "small");
            relay.start();
            await().until(() -> database.count("effect WHERE aggregate = 'small'") == 3);
            ParkedAggregates parked = new ParkedAggregates(database.jdbi());
            await().until(() -> parked.list(RegionSet.ALL, 0, 10).size() == 1);
            ParkedAggregate large = parked.list(RegionSet.ALL, 0, 10).get(0);
            assertThat(large.aggregate()).isEqualTo("large");
            assertThat(large.reason()).contains("RecordTooLarge");
            assertThat(parked.find(large.event(), RegionSet.ALL)).contains(large);
            assertThat(database.query("SELECT sequence FROM effect WHERE aggregate = 'large'"))
                    .isEqualTo(List.of(List.of(1L)));

            allowBytes("1000000");
            boolean released = parked.release(large.event());
            assertThat(released).isTrue();
            await().until(() -> database.count("effect WHERE aggregate = 'large'") == 3);
            new Promises(database).hold(List.of());
        }
    }

    private void appendLarge(String aggregate) {
        TargetRevised data = new TargetRevised(
                "sample-plan",
                "x".repeat(150_000),
                "441200",
                2025,
                1,
                "ge",
                BigDecimal.ONE,
                null,
                "CNY_100M",
                Instant.EPOCH);
        EventFactory factory = new EventFactory("/sample-service", Clock.systemUTC(), () -> null);
        NewEvent event = new NewEvent(data, aggregate, "/api/v1/targets/large", "441200");
        database.call(connection -> {
            OutboxWriter.write(connection, List.of(factory.pending(event)));
            return null;
        });
    }

    private static void allowBytes(String bytes) throws InterruptedException, ExecutionException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "indicators.events");
        try (Admin admin = TestServers.clients().admin()) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
